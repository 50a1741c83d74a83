/** What came of one step. */
export interface Outcome {
  passed: number;
  failed: number;
  /** A few words for the one line of a step that went well. */
  summary: string;
  /** What to show of a step that did not. */
  output: string;
}

/** One check of many, independent of the others except that it may wait for one. */
export interface Step {
  name: string;
  run: () => Promise<Outcome>;
  /** The step that must have ended, well or not, before this one begins. */
  after?: Step;
}

/**
 * Runs steps, as many at once as told, in the order given as far as what they wait for allows.
 *
 * @param report is called as each ends, with its time in milliseconds
 */
export async function runSteps(
  steps: Step[],
  atOnce: number,
  report: (step: Step, outcome: Outcome, ms: number) => void,
): Promise<Outcome[]> {
  const waiting = [...steps];
  const ends = new Map<Step, Promise<Outcome>>();
  const done = new Set<Step>();

  const perform = async (step: Step): Promise<Outcome> => {
    const startedAt = performance.now();
    const outcome = await step.run();
    done.add(step);
    report(step, outcome, performance.now() - startedAt);
    return outcome;
  };
  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const ready = waiting.findIndex(({ after }) => !after || done.has(after));
      const [step] = waiting.splice(Math.max(ready, 0), 1);
      if (!step) return;
      if (ready < 0 && step.after) await ends.get(step.after);
      const end = perform(step);
      ends.set(step, end);
      await end;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return Promise.all(ends.values());
}
