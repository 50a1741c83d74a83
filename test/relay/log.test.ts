import { spawn } from 'node:child_process';
import { existsSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { expect, test } from '@jest/globals';

const MODULE = fileURLToPath(new URL('../../relay/log.ts', import.meta.url));
const SCRIPT = `const { createLog } = await import(${JSON.stringify(MODULE)});
  const log = createLog('info');
  for (let line = 0; line < 1000; line += 1) log.info({ line }, 'a line');
  log.fatal('the last line');
  process.exit(7);`;

/** Runs the script with a standard output of the test's; gives what came out and the exit code. */
async function run(stdout: 'pipe' | number, readsOutput = true) {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', SCRIPT],
    { stdio: ['ignore', stdout, 'inherit'] },
  );
  let output = '';
  if (readsOutput) child.stdout?.on('data', (chunk) => (output += String(chunk)));
  else child.stdout?.destroy();
  const code = await new Promise((resolve) => child.once('close', resolve));
  return { code, output };
}

test('lines are written whole and in order, the last one too', async () => {
  const { code, output } = await run('pipe');
  expect(code).toBe(7);
  const lines = output.trimEnd().split('\n');
  expect(lines).toHaveLength(1001);
  const first: unknown = JSON.parse(lines[0] ?? '');
  const last: unknown = JSON.parse(lines.at(-1) ?? '');
  expect(first).toMatchObject({ line: 0, msg: 'a line' });
  expect(last).toMatchObject({ level: 60, msg: 'the last line' });
});

test('a reader that is gone stops nothing', async () => {
  expect((await run('pipe', false)).code).toBe(7);
});

// A device of Linux that is always full.
(existsSync('/dev/full') ? test : test.skip)('a full disk stops nothing', async () => {
  expect((await run(openSync('/dev/full', 'w'))).code).toBe(7);
});
