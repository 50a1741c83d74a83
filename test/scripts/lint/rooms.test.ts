import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { expect, test } from '@jest/globals';

import { runCommand } from '../../../scripts/lib/command.ts';
import { ROOT } from '../../../scripts/lib/project.ts';

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

test.each([
  [
    'no-circle',
    {
      'lib/tasks/a.ts': "import { b } from './b.ts';\nexport const a = b;\n",
      'lib/tasks/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    },
  ],
  [
    'areas-meet-at-the-index',
    { ...SEND, 'lib/calls/log.ts': "export { send } from '../messages/send.ts';\n" },
  ],
  [
    'areas-meet-at-the-index',
    {
      ...SEND,
      'creates/emails/send_email.ts': "export { send } from '../../lib/messages/send.ts';\n",
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
    'hydrators-are-gathered-once',
    {
      'hydrators.ts': 'export const note = 1;\n',
      'scripts/build.ts': "export { note } from '../hydrators.ts';\n",
    },
  ],
])('lint finds a planted break of %s', async (rule, files) => {
  expect(await rulesBrokenBy(files)).toEqual([rule]);
});

test('lint finds nothing where areas meet at the index and stand on what is common', async () => {
  const files = {
    ...SEND,
    'lib/http/client.ts': 'export const call = 1;\n',
    'lib/messages/index.ts': "export { send } from './send.ts';\n",
    'lib/calls/log.ts':
      "export { send } from '../messages/index.ts';\nexport { call } from '../http/client.ts';\n",
  };
  expect(await rulesBrokenBy(files)).toEqual([]);
});
