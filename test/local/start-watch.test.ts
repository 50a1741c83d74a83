import { spawn, type ChildProcess } from 'node:child_process';

import { afterEach, describe, expect, test } from '@jest/globals';

import { watchStart } from '../../local/start-watch.ts';

const QUICK = { stallMs: 1000, lookEveryMs: 20, leastSeconds: 0.02 };
const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** Runs a script and gives what comes first: it stalls, or it ends. */
function outcomeOf(script: string): Promise<'stalled' | 'ended'> {
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.push(child);
  return new Promise((resolve) => {
    const end = watchStart(
      child,
      () => {
        resolve('stalled');
      },
      QUICK,
    );
    child.once('exit', () => {
      end();
      resolve('ended');
    });
  });
}

describe('watchStart', () => {
  test('a process that waits for nothing has stalled', async () => {
    expect(await outcomeOf('setTimeout(() => {}, 60_000)')).toBe('stalled');
  });

  test('one that prints gets on, however long it takes', async () => {
    const prints = `let left = 15;
      setInterval(() => { console.log(left--); if (left === 0) process.exit(); }, 100);`;
    expect(await outcomeOf(prints)).toBe('ended');
  });

  test('one that uses the processor gets on, though it prints nothing', async () => {
    // A little again and again, which it gets on a busy machine too.
    const works = `const end = Date.now() + 2500;
      const work = () => {
        const enough = Date.now() + 40;
        while (Date.now() < enough);
        if (Date.now() < end) setTimeout(work, 200);
      };
      work();`;
    expect(await outcomeOf(works)).toBe('ended');
  });
});
