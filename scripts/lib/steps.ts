/** What came of one step. */
export interface Outcome {
  passed: number;
  failed: number;
  /** A few words for the one line of a step that went well. */
  summary: string;
  /** What to show of a step that did not. */
  output: string;
}

/** One check of many, independent of the others except that it may need one to pass first. */
export interface Step {
  name: string;
  run: () => Promise<Outcome>;
  /** A step earlier in the list, without which this one makes no sense. */
  needs?: Step;
}

/** The outcome of a step that failed as a whole: it counts as one failure. */
export function failure(output: string): Outcome {
  return { passed: 0, failed: 1, summary: '', output };
}

/**
 * Runs steps, as many at once as told, in the order given as far as what they need allows. A step
 * whose need failed is not run and fails too.
 *
 * @param report is called as each ends, with its time in milliseconds
 * @returns the outcomes in the order of the steps
 */
export async function runSteps(
  steps: Step[],
  atOnce: number,
  report: (step: Step, outcome: Outcome, ms: number) => void,
): Promise<Outcome[]> {
  const waiting = [...steps];
  const running = new Map<Step, Promise<Outcome>>();
  const ended = new Map<Step, Outcome>();

  const perform = async (step: Step): Promise<Outcome> => {
    const startedAt = performance.now();
    const isBlocked = step.needs && (ended.get(step.needs)?.failed ?? 0) > 0;
    const outcome = isBlocked
      ? failure(`Not run, since "${step.needs?.name ?? ''}" failed.`)
      : await step.run();
    ended.set(step, outcome);
    report(step, outcome, performance.now() - startedAt);
    return outcome;
  };
  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const ready = waiting.findIndex(({ needs }) => !needs || ended.has(needs));
      const [step] = waiting.splice(Math.max(ready, 0), 1);
      if (!step) return;
      if (step.needs) await running.get(step.needs);
      const run = perform(step);
      running.set(step, run);
      await run;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return steps.flatMap((step) => ended.get(step) ?? []);
}
