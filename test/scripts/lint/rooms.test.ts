import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { expect, test } from '@jest/globals';

import { importsOf } from '../../../scripts/closures/imports.ts';
import { runCommand } from '../../../scripts/lib/command.ts';
import { codeFiles, ROOT } from '../../../scripts/lib/project.ts';

/** What the rule of the rooms finds in a project of these files, by the name of the rule. */
async function rulesBrokenBy(files: Record<string, string>): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), source);
  }
  const { output } = await runCommand(
    process.execPath,
    [
      join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'),
      ...['--config', join(ROOT, '.dependency-cruiser.mjs'), '--no-progress'],
      ...['--output-type', 'err', '.'],
    ],
    { cwd: folder },
  );
  rmSync(folder, { recursive: true });
  return [...output.matchAll(/error ([a-z-]+):/g)].map(([, rule = '']) => rule);
}

const SEND = { 'lib/messages/send.ts': 'export const send = 1;\n' };
const TYPING = { 'lib/messages/typing.ts': 'export const typing = 1;\n' };

test.each([
  [
    'no-circle',
    {
      'lib/tasks/a.ts': "import { b } from './b.ts';\nexport const a = b;\n",
      'lib/tasks/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    },
  ],
  [
    'areas-meet-at-their-doors',
    { ...TYPING, 'lib/calls/log.ts': "export { typing } from '../messages/typing.ts';\n" },
  ],
  [
    'areas-meet-at-their-doors',
    {
      ...TYPING,
      'creates/emails/send_email.ts': "export { typing } from '../../lib/messages/typing.ts';\n",
    },
  ],
  [
    'common-ground-knows-no-area',
    { ...SEND, 'lib/http/client.ts': "export { send } from '../messages/send.ts';\n" },
  ],
  [
    'records-stand-alone',
    { ...SEND, 'resources/note.ts': "export { send } from '../lib/messages/send.ts';\n" },
  ],
  [
    'lib-knows-no-operation',
    {
      'creates/notes/add_note.ts': 'export default 1;\n',
      'lib/notes/events.ts': "export { default } from '../../creates/notes/add_note.ts';\n",
    },
  ],
  [
    'areas-are-gathered-once',
    {
      'hydrators.ts': 'export const note = 1;\n',
      'scripts/build.ts': "export { note } from '../hydrators.ts';\n",
    },
  ],
  [
    'areas-are-gathered-once',
    {
      'dropdowns.ts': 'export const note = 1;\n',
      'creates/notes/add_note.ts': "export { note } from '../../dropdowns.ts';\n",
    },
  ],
])('lint finds a planted break of %s', async (rule, files) => {
  expect(await rulesBrokenBy(files)).toEqual([rule]);
});

test('lint finds nothing where areas meet at their doors and stand on what is common', async () => {
  const files = {
    ...SEND,
    'lib/http/client.ts': 'export const call = 1;\n',
    'lib/messages/fields.ts': 'export const messageField = 1;\n',
    'lib/calls/log.ts':
      "export { messageField } from '../messages/fields.ts';\nexport { send } from '../messages/send.ts';\nexport { call } from '../http/client.ts';\n",
  };
  expect(await rulesBrokenBy(files)).toEqual([]);
});

test('every door of an area is used by another one', async () => {
  const files = codeFiles().filter((path) => /^(lib|triggers|searches|creates)\//.test(path));
  const imports = await importsOf(files, ROOT);
  const used = new Set(
    [...imports].flatMap(([from, paths]) =>
      paths.filter((path) => from.split('/')[1] !== path.split('/')[1]),
    ),
  );
  const rules: unknown = await import(join(ROOT, '.dependency-cruiser.mjs'));
  // The file declares it so.
  const { DOORS } = rules as { DOORS: Record<string, readonly string[]> };
  const doors = Object.entries(DOORS).flatMap(([area, names]) =>
    names.map((name) => `lib/${area}/${name}.ts`),
  );
  expect(doors.filter((path) => !used.has(path))).toEqual([]);
});
