import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { beforeAll, expect, test } from '@jest/globals';

import { importsOf } from '../../scripts/closures/imports.ts';
import { codeFiles, ROOT } from '../../scripts/lib/project.ts';
import { breaksIn } from '../../scripts/rooms/breaks.ts';
import { DOORS } from '../../scripts/rooms/rules.ts';

/** A file that breaks a rule of the rooms, by that rule, and the files that it imports. */
const BREAKS: [string, string, Record<string, string>][] = [
  [
    'no-circle',
    'lib/tasks/a.ts',
    {
      'lib/tasks/a.ts': "import { b } from './b.ts';\nexport const a = b;\n",
      'lib/tasks/b.ts': "import { a } from './a.ts';\nexport const b = () => a;\n",
    },
  ],
  [
    'no-circle',
    'lib/notes/a.ts',
    {
      'lib/notes/a.ts': "import type { b } from './b.ts';\nexport type A = typeof b;\n",
      'lib/notes/b.ts': "export const b = () => import('./c.ts');\n",
      'lib/notes/c.ts': "export * from './a.ts';\n",
    },
  ],
  [
    'areas-meet-at-their-doors',
    'lib/calls/recordings.ts',
    { 'lib/calls/recordings.ts': "export { typing } from '../messages/typing.ts';\n" },
  ],
  [
    'areas-meet-at-their-doors',
    'creates/emails/send_email.ts',
    {
      'creates/emails/send_email.ts': "export { typing } from '../../lib/messages/typing.ts';\n",
    },
  ],
  [
    'common-ground-knows-no-area',
    'lib/http/sender.ts',
    { 'lib/http/sender.ts': "export { send } from '../messages/send.ts';\n" },
  ],
  [
    'records-stand-alone',
    'resources/note.ts',
    { 'resources/note.ts': "export { send } from '../lib/messages/send.ts';\n" },
  ],
  [
    'lib-knows-no-operation',
    'lib/notes/events.ts',
    {
      'creates/notes/add_note.ts': 'export default 1;\n',
      'lib/notes/events.ts': "export { default } from '../../creates/notes/add_note.ts';\n",
    },
  ],
  [
    'areas-are-gathered-once',
    'scripts/build.ts',
    {
      'hydrators.ts': 'export const note = 1;\n',
      'scripts/build.ts': "export { note } from '../hydrators.ts';\n",
    },
  ],
  [
    'areas-are-gathered-once',
    'creates/notes/pin_note.ts',
    {
      'dropdowns.ts': 'export const note = 1;\n',
      'creates/notes/pin_note.ts': "export { note } from '../../dropdowns.ts';\n",
    },
  ],
];

/** Areas that meet at their doors and stand on what is common, and a file behind a door. */
const KEPT = {
  'lib/messages/send.ts': 'export const send = 1;\n',
  'lib/messages/typing.ts': 'export const typing = 1;\n',
  'lib/messages/fields.ts': 'export const messageField = 1;\n',
  'lib/http/client.ts': 'export const call = 1;\n',
  'lib/calls/log.ts':
    "export { messageField } from '../messages/fields.ts';\nexport { send } from '../messages/send.ts';\nexport { call } from '../http/client.ts';\n",
};

/** Which file breaks which rule, in one project of all of these files. */
let found: string[] = [];

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'rooms-'));
  for (const files of [KEPT, ...BREAKS.map(([, , planted]) => planted)]) {
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
  }
  found = breaksIn(folder).map(({ rule, file }) => `${rule} ${file}`);
  rmSync(folder, { recursive: true });
});

test.each(BREAKS)('lint finds a planted break of %s in %s', (rule, file) => {
  expect(found).toContain(`${rule} ${file}`);
});

test('lint finds nothing where areas meet at their doors and stand on what is common', () => {
  const planted = BREAKS.map(([rule, file]) => `${rule} ${file}`);
  expect(found.filter((one) => !planted.includes(one))).toEqual([]);
  expect(found).toHaveLength(planted.length);
});

test('every door of an area is used by another one', async () => {
  const files = codeFiles().filter((path) => /^(lib|triggers|searches|creates)\//.test(path));
  const imports = await importsOf(files, ROOT);
  const used = new Set(
    [...imports].flatMap(([from, paths]) =>
      paths.filter((path) => from.split('/')[1] !== path.split('/')[1]),
    ),
  );
  const doors = Object.entries(DOORS).flatMap(([area, names]) =>
    names.map((name) => `lib/${area}/${name}.ts`),
  );
  expect(doors.filter((path) => !used.has(path))).toEqual([]);
});
