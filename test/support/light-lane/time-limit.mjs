// jest-light-runner has no time limit of its own: a test that hangs would keep the lane for ever.
import { createRequire } from 'node:module';

import { limited } from './limited.ts';

// The one that jest-light-runner reads suites with.
const runner = createRequire(import.meta.resolve('jest-light-runner'));

/** Ends each test and hook of the suites that are read from now on when it hangs. */
export function limitTime() {
  const { addEventHandler } = runner('jest-circus');
  addEventHandler(({ name }, { currentDescribeBlock: { children, hooks } }) => {
    if (name === 'add_test') limit(children.at(-1));
    if (name === 'add_hook') limit(hooks.at(-1));
  });
}

/** @param {{ name?: string, type: string, mode?: string | null, fn: () => unknown }} step a test or hook */
function limit(step) {
  const { fn, name, type } = step;
  // A callback ends one that takes it; a test to do has no function.
  if (fn?.length !== 0) return;
  step.fn = limited(fn, name ?? type);
}
