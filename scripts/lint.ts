// npm run lint: oxlint, who imports whom, and the formatter, each to its end. `-- --fix` mends what can be.
import { join } from 'node:path';

import { runCommand } from './lib/command.ts';
import { ROOT } from './lib/project.ts';
import { breaksIn, lineOf } from './rooms/breaks.ts';
import { FORMATTER, LINTER } from './verify/checks.ts';

const isFixing = process.argv.includes('--fix');
const programs = [
  [...LINTER, '.', ...(isFixing ? ['--fix'] : [])],
  [...FORMATTER, isFixing ? '--write' : '--check', '.'],
];
for (const [path = '', ...args] of programs) {
  const program = [join(ROOT, 'node_modules', path), ...args];
  const { code } = await runCommand(process.execPath, program, { cwd: ROOT, show: true });
  if (code !== 0) process.exitCode = 1;
}
for (const found of breaksIn(ROOT)) {
  console.error(lineOf(found));
  process.exitCode = 1;
}
if (process.exitCode === 1 && !isFixing) console.error('npm run lint -- --fix fixes what it can.');
