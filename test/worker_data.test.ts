import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { expect, test } from '@jest/globals';

const FOR_WORKERS = new URL('support/light-lane/worker-data.mjs', import.meta.url).href;

/** A worker that lets the answer pass, and asks only then. */
const LATE = `
  process.once('message', () => setImmediate(() => {
    process.once('message', ({ workerData }) => {
      process.send(workerData);
      process.disconnect();
    });
    process.send('jest-light-runner-get-worker-data');
  }));
`;

test('a worker of a lane that missed its configuration has it when it asks', async () => {
  const worker = spawn(process.execPath, ['--import', FOR_WORKERS, '--eval', LATE], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, TINYPOOL_WORKER_ID: '1' },
  });
  const ended = once(worker, 'exit');
  const heard = once(worker, 'message');
  worker.send({ type: 'jest-light-runner-worker-data', workerData: 'configuration' });
  const messages: unknown[] = await heard;
  worker.kill();
  await ended;
  expect(messages[0]).toBe('configuration');
});
