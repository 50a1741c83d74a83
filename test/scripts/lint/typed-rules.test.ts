import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { toList, toRecord } from '../../../resources/values.ts';
import { runCommand, type CommandResult } from '../../../scripts/lib/command.ts';
import { ROOT } from '../../../scripts/lib/project.ts';
import { TYPED_FAULTS } from './typed-faults.ts';

/** Prints the rules that need types and that typescript-eslint's strictest settings turn on. */
const PRINT_TYPED_RULES = `
  import tseslint from 'typescript-eslint';
  const { strictTypeChecked, stylisticTypeChecked, disableTypeChecked } = tseslint.configs;
  const settings = Object.assign({}, ...[...strictTypeChecked, ...stylisticTypeChecked].map(({ rules }) => rules));
  const isOn = (name) => name in settings && settings[name] !== 'off';
  console.log(JSON.stringify(Object.keys(disableTypeChecked.rules).filter(isOn)));
`;

/**
 * What the project does without: two are a matter of taste here, and the last one, which oxlint does not
 * have, took half of the whole lint and found nothing.
 */
const TURNED_OFF = [
  'dot-notation',
  'prefer-nullish-coalescing',
  'no-unsafe-class-instance-assignment',
];

let folder = '';

const runNode = (cwd: string, ...args: string[]): Promise<CommandResult> =>
  runCommand(process.execPath, args, { cwd });

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'typed-rules-'));
  const project = {
    extends: join(ROOT, 'tsconfig.base.json'),
    compilerOptions: { typeRoots: [join(ROOT, 'node_modules/@types')] },
    include: ['*.ts'],
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(project));
  for (const [rule, source] of Object.entries(TYPED_FAULTS)) {
    writeFileSync(join(folder, `${rule}.ts`), `${source}\n`);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

test('a fault is planted for every rule that needs types', async () => {
  const { output } = await runNode(ROOT, '--input-type=module', '--eval', PRINT_TYPED_RULES);
  const on = toList(JSON.parse(output)).map((name) =>
    String(name).replace('@typescript-eslint/', ''),
  );
  expect(Object.keys(TYPED_FAULTS).sort()).toEqual(
    on.filter((rule) => !TURNED_OFF.includes(rule)).sort(),
  );
});

test('oxlint fails on each of them, by the rule it is planted for', async () => {
  const { code, output } = await runNode(
    folder,
    join(ROOT, 'node_modules/oxlint/bin/oxlint'),
    ...['--config', join(ROOT, '.oxlintrc.json'), '--format=json', '.'],
  );
  const found = toList(toRecord(JSON.parse(output))['diagnostics'])
    .map(toRecord)
    .map(({ filename, code: rule }) => `${String(filename)}: ${String(rule)}`);
  expect(found).toEqual(
    expect.arrayContaining(
      Object.keys(TYPED_FAULTS).map((rule) => `${rule}.ts: typescript(${rule})`),
    ),
  );
  expect(code).toBe(1);
});
