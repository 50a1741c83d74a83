import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

import { expect, test } from '@jest/globals';

import { ROOT } from '../../../scripts/lib/project.ts';

const FOUND: [string, string][] = [
  ['a template', 'send(z, { url: `/contacts/${id}` });'],
  ['a template after a value', 'send(z, { url: `${contact}/tags` });'],
  ['a sum', "send(z, { url: '/contacts/' + id });"],
  ['a sum after a value', "send(z, { url: contact + '/tags' });"],
  ['its own encoding', 'send(z, { url: `${encodeURIComponent(id)}` });'],
];

const LEFT: [string, string][] = [
  ['the tag', 'send(z, { url: path`/contacts/${id}/tags` });'],
  ['a path without values', "send(z, { url: '/contacts/' });"],
  ['a sentence', 'throw new Error(`${name} and/or ${other}`);'],
  ['a sum of texts', "const text = first + ' and ' + second;"],
];

/** ESLint takes minutes to load among jest's own modules, and one second in a process of its own. */
const LINT = `
  import { Linter } from 'eslint';
  import rule from './scripts/lint/path-by-tag.mjs';
  const config = {
    languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
    plugins: { project: { rules: { 'path-by-tag': rule } } },
    rules: { 'project/path-by-tag': 'error' },
  };
  const codes = JSON.parse(process.argv[1]);
  const found = codes.map((code) => new Linter().verify(code, config).map(({ message }) => message));
  console.log(JSON.stringify(found));
`;

/** What the rule says of each piece of code. */
function findings(codes: readonly string[]): unknown {
  const output = execFileSync(
    join(ROOT, 'node_modules/.bin/node'),
    ['--input-type=module', '--eval', LINT, JSON.stringify(codes)],
    { cwd: ROOT, encoding: 'utf8' },
  );
  return JSON.parse(output);
}

test('finds paths that are made of values by a template, a sum or their own encoding', () => {
  const [what, codes] = [FOUND.map(([name]) => name), FOUND.map(([, code]) => code)];
  const each = what.map(() => ['Make this path with the tag `path` of lib/http/path.ts.']);
  expect(findings(codes)).toEqual(each);
});

test('leaves the tag, plain paths and other texts alone', () => {
  expect(findings(LEFT.map(([, code]) => code))).toEqual(LEFT.map(() => []));
});
