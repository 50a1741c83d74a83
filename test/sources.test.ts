import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { codeFiles, ROOT } from '../scripts/lib/project.ts';
import { EACH_OPERATION, EACH_VISIBLE, OPERATIONS, type Operation } from './support/operations.ts';

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');

const FILES = codeFiles();

/** An operation is a declaration: what two of them share, or what takes longer, is in lib/. */
const MOST_LINES = 60;

const OPERATIONS_PAGES = readdirSync(join(ROOT, 'docs/operations'))
  .map((name) => read(`docs/operations/${name}`))
  .join('\n');

/** The file that declares an operation: named by its key, in a folder for its API area. */
function fileOf({ kind, key }: Operation): string | undefined {
  return FILES.find((path) => path.startsWith(`${kind}/`) && path.endsWith(`/${key}.ts`));
}

test.each(EACH_OPERATION)('%s is a declaration in a file of its key', (_path, entry) => {
  const file = fileOf(entry) ?? '';
  expect(file).toMatch(/^(triggers|searches|creates)\/[a-z_]+\/[a-z_\d]+\.ts$/);
  const source = read(file);
  expect(source.split('\n').length - 1).toBeLessThanOrEqual(MOST_LINES);
  if (!entry.hidden) expect(source).toMatch(/export default define(Trigger|Search|Create|\w+)\(/);
});

test.each(EACH_VISIBLE)('%s has a unit test beside the others of its area', (_path, entry) => {
  const file = (fileOf(entry) ?? '').replace(/\.ts$/, '.test.ts');
  expect(existsSync(join(ROOT, 'test', file))).toBe(true);
});

test.each(EACH_VISIBLE)('%s has its section in docs/operations/', (_path, entry) => {
  const section = `### ${entry.label}\n\n\`${entry.key}\`. ${entry.description}`;
  // Not toContain, whose failure prints the pages.
  expect(OPERATIONS_PAGES.includes(section)).toBe(true);
});

test('Every file of an operation is in the app: the index.ts beside it lists it, and areas.ts the index', () => {
  const inApp = new Set(OPERATIONS.map(fileOf));
  const declared = FILES.filter((path) =>
    /^(triggers|searches|creates)\/.+\/(?!index\.ts$)[^/]+$/.test(path),
  );
  expect(declared.filter((path) => !inApp.has(path))).toEqual([]);
});

/** What only certain files may do, with why. */
const ONLY_THERE: [string, RegExp, string[]][] = [
  // Agency connections, where each step chooses its sub-account, must touch one file only.
  ['reads the sub-account', /authData(\??\.|\[['"])locationId/, ['lib/connection/location.ts']],
  ['reads the environment', /process\.env/, ['lib/connection/environment.ts']],
  ['waits', /\bset(Timeout|Interval)\b/, ['lib/http/bulk.ts', 'lib/messages/status.ts']],
  // The token goes to HighLevel's host, by the middleware; the relay's bearer is the one exception.
  ['sends the token', /Authorization\b|\bBearer\b/, ['middleware.ts', 'lib/hooks/relay.ts']],
  [
    'makes requests of its own',
    /\bmakeRequest\(/,
    [
      'authentication.ts',
      'lib/connection/minted_tokens.ts',
      'lib/http/client.ts',
      'lib/http/files.ts',
      'lib/http/uploads.ts',
      'lib/messages/recordings.ts',
      'lib/hooks/relay.ts',
      'lib/http/request.ts',
      'lib/messages/uploads.ts',
    ],
  ],
  // z.request by itself copies the definition of the whole integration; a large file goes by fetch.
  [
    'calls what it is made of',
    /\bz\s*\.request\b|\bfetch\(/,
    ['lib/http/request.ts', 'lib/messages/uploads.ts', 'lib/connection/access.ts'],
  ],
  ['logs', /\bconsole\.|\bz\.console\b/, []],
];

test.each(ONLY_THERE)('No other file %s', (_what, pattern, allowed) => {
  const others = FILES.filter((path) => !allowed.includes(path));
  expect(others.filter((path) => pattern.test(codeOf(path)))).toEqual([]);
});

/** A file without its comments. */
function codeOf(path: string): string {
  return read(path).replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
}
