import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { makeTempFolder, removeFolder } from '../../local/index.ts';
import { nodeArguments, runCommand } from '../../scripts/lib/command.ts';

let folder: string;

beforeAll(() => {
  folder = makeTempFolder();
});

afterAll(() => {
  removeFolder(folder);
});

const MODULE = JSON.stringify(new URL('../../local/event-errors.ts', import.meta.url).href);

/** Runs events as Zapier's core does, one after the other, and prints how each ended. */
const SCRIPT = `
  import { createRequire } from 'node:module';
  import { tellErrorsToLastDomain } from ${MODULE};
  tellErrorsToLastDomain();
  const domain = createRequire(import.meta.url)('domain');
  const lost = () => new Error('lost');
  const events = {
    'a good one': (end) => end(),
    'in a callback': () => setTimeout(() => { throw lost(); }),
    'as an event': () => setImmediate(() => process.stdin.emit('error', lost())),
    'in a promise': () => void Promise.reject(lost()),
    'another good one': (end) => setTimeout(end),
  };
  for (const [name, act] of Object.entries(events)) {
    const outcome = await new Promise((resolve) => {
      const ofEvent = domain.create();
      ofEvent.on('error', ({ message }) => resolve(message));
      ofEvent.run(async () => {
        await null;
        act(() => resolve('ended'));
      });
    });
    console.log(name + ': ' + outcome);
  }`;

test('An error that nobody catches is of the event that runs', async () => {
  const script = join(folder, 'events.mjs');
  writeFileSync(script, SCRIPT);
  const { output, code } = await runCommand(process.execPath, nodeArguments(script), {
    cwd: folder,
  });
  expect(output.trim().split('\n')).toEqual([
    'a good one: ended',
    'in a callback: lost',
    'as an event: lost',
    'in a promise: lost',
    'another good one: ended',
  ]);
  expect(code).toBe(0);
});
