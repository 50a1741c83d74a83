import { describe, expect, test } from '@jest/globals';

import { failure, runSteps, type Outcome, type Step } from '../../scripts/lib/steps.ts';

const passing: Outcome = { passed: 1, failed: 0, summary: '', output: '' };

/** Steps that end when told, in whatever order, and a record of when each began. */
function controlled() {
  const begun: string[] = [];
  const finish = new Map<string, (outcome: Outcome) => void>();
  const step = (name: string, needs?: Step): Step => ({
    name,
    ...(needs && { needs }),
    run: () => {
      begun.push(name);
      return new Promise((resolve) => finish.set(name, resolve));
    },
  });
  /** Ends a step and lets what waited for it begin. */
  const end = async (name: string, outcome: Outcome) => {
    finish.get(name)?.(outcome);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { begun, step, end };
}

const ignore = () => undefined;

describe('runSteps', () => {
  test('runs so many at once and answers in the order of the steps', async () => {
    const { begun, step, end } = controlled();
    const all = runSteps([step('a'), step('b'), step('c')], 2, ignore);
    expect(begun).toEqual(['a', 'b']);
    await end('b', { ...passing, passed: 2 });
    expect(begun).toEqual(['a', 'b', 'c']);
    await end('c', { ...passing, passed: 3 });
    await end('a', passing);
    expect((await all).map(({ passed }) => passed)).toEqual([1, 2, 3]);
  });

  test('takes another step while one waits for what it needs', async () => {
    const { begun, step, end } = controlled();
    const first = step('package');
    const all = runSteps([first, step('e2e', first), step('lint')], 2, ignore);
    expect(begun).toEqual(['package', 'lint']);
    await end('package', passing);
    expect(begun).toEqual(['package', 'lint', 'e2e']);
    await end('lint', passing);
    await end('e2e', passing);
    expect(await all).toHaveLength(3);
  });

  test('fails a step whose need failed, without running it', async () => {
    const { begun, step, end } = controlled();
    const first = step('package');
    const reported: string[] = [];
    const all = runSteps([first, step('e2e', first)], 2, ({ name }, { failed }) => {
      reported.push(`${name} ${failed}`);
    });
    await end('package', failure('no'));
    expect((await all).map(({ failed }) => failed)).toEqual([1, 1]);
    expect(begun).toEqual(['package']);
    expect(reported).toEqual(['package 1', 'e2e 1']);
  });
});
