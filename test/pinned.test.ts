import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { ROOT } from '../scripts/lib/project.ts';

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const WORKFLOWS = globSync('.github/workflows/*.yml', { cwd: ROOT }).sort();

describe.each(WORKFLOWS)('%s', (path) => {
  const lines = read(path).split('\n');

  test('names its actions by commit, with the version beside it', () => {
    const actions = lines.filter((line) => /\buses:/.test(line));
    const named = /uses: [\w-]+\/[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;
    expect(actions.filter((line) => !named.test(line))).toEqual([]);
  });

  test('gives a secret to single steps only, and the token of GitHub to none', () => {
    // A step's own `env` stands ten columns in; that of a job or of the workflow less.
    const secrets = lines.filter((line) => line.includes('secrets.'));
    expect(secrets.filter((line) => !/^ {10}\w+: \$\{\{ secrets\.\w+ \}\}$/.test(line))).toEqual(
      [],
    );
    const text = lines.join('\n');
    expect(text).toMatch(/^permissions:\n {2}contents: read$/m);
    const checkouts = text.match(/actions\/checkout@/g)?.length;
    expect(text.match(/persist-credentials: false/g)).toHaveLength(checkouts ?? 0);
  });
});

test('the same version of an action everywhere', () => {
  const used = WORKFLOWS.flatMap((path) => [...read(path).matchAll(/uses: (\S+)@(\S+)/g)]);
  const versions = new Map(used.map(([, action, commit]) => [action, commit]));
  expect(used.filter(([, action, commit]) => versions.get(action) !== commit)).toEqual([]);
});

test('container images are named by digest', () => {
  const from = [...read('relay/Dockerfile').matchAll(/^FROM (\S+)/gm)].map(([, image]) => image);
  const services = [...read('relay/deploy/compose.yaml').matchAll(/^ +image: (\S+)/gm)].map(
    ([, image]) => image,
  );
  // Built here from the Dockerfile, and not fetched.
  const fetched = [...from, ...services].filter((image) => image !== 'highlevel-webhook-relay');
  expect(fetched).toHaveLength(5);
  for (const image of fetched) expect(image).toMatch(/^[\w./-]+:[\w.-]+@sha256:[0-9a-f]{64}$/);
});

test('the image of the relay has the Node version of .nvmrc', () => {
  expect(read('relay/Dockerfile')).toContain(`FROM node:${read('.nvmrc').trim()}-bookworm-slim@`);
});

test('every package with a lock file gets its updates', () => {
  const folders = globSync('{,*/}package-lock.json', { cwd: ROOT }).map(
    (path) => `/${dirname(path) === '.' ? '' : dirname(path)}`,
  );
  const [, directories = ''] = /directories: \[(.*)\]/.exec(read('.github/dependabot.yml')) ?? [];
  expect(directories.match(/(?<=')[^',]+(?=')/g)?.sort()).toEqual(folders.sort());
  expect(existsSync(join(ROOT, '.github/workflows/weekly.yml'))).toBe(true);
});
