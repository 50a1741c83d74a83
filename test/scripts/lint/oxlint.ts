import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { toList, toRecord, toText } from '../../../resources/values.ts';
import { runCommand } from '../../../scripts/lib/command.ts';
import { ROOT } from '../../../scripts/lib/project.ts';

/** What oxlint says of a file: the rule as `plugin(rule)`, nothing where the file cannot be parsed. */
export interface Finding {
  file: string;
  rule: string;
  message: string;
}

/** What the project's settings find in a project of these files, by their paths. */
export function lintProject(
  files: Readonly<Record<string, string>>,
  ...flags: string[]
): Promise<Finding[]> {
  const settings = join(ROOT, 'oxlint.config.mts');
  const types = {
    extends: join(ROOT, 'tsconfig.base.json'),
    compilerOptions: { typeRoots: [join(ROOT, 'node_modules/@types')] },
    include: ['**/*.ts'],
  };
  const settled = {
    ...files,
    'oxlint.config.mts': `export { default } from ${JSON.stringify(settings)};\n`,
    'tsconfig.json': JSON.stringify(types),
  };
  return lint(settled, flags);
}

/** What a rule of the project's own says of each piece of code. */
export async function messagesOf(rule: string, codes: readonly string[]): Promise<string[][]> {
  const settings = {
    jsPlugins: [join(ROOT, 'scripts/lint/project.mjs')],
    categories: { correctness: 'off' },
    rules: { [`project/${rule}`]: 'error' },
  };
  const found = await lint({
    ...Object.fromEntries(codes.map((code, index) => [`${index}.ts`, code])),
    '.oxlintrc.json': JSON.stringify(settings),
  });
  return codes.map((_, index) =>
    found.filter(({ file }) => file === `${index}.ts`).map(({ message }) => message),
  );
}

async function lint(
  files: Readonly<Record<string, string>>,
  flags: readonly string[] = [],
): Promise<Finding[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lint-'));
  for (const [path, source] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `${source}\n`);
  }
  const { code, output } = await runCommand(
    process.execPath,
    [join(ROOT, 'node_modules/oxlint/bin/oxlint'), '--format=json', ...flags, '.'],
    { cwd: folder },
  );
  rmSync(folder, { recursive: true });
  const found = toList(toRecord(JSON.parse(output))['diagnostics']).map(toRecord);
  if ((code === 0) !== (found.length === 0)) throw new Error(`oxlint ended with ${code}.`);
  return found.map(({ filename, code: rule, message }) => ({
    file: toText(filename) ?? '',
    rule: toText(rule) ?? '',
    message: toText(message) ?? '',
  }));
}
