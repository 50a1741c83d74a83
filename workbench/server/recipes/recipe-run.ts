import { randomUUID } from 'node:crypto';

import { OperationError, type LocalZapier } from '../../../local/index.ts';
import { attempt, recordsFor, type Named } from '../../../recipes/engine/attempt.ts';
import type { StepEnd } from '../../../recipes/engine/run.ts';
import type { Recipe, Step, Try } from '../../../recipes/recipe.ts';
import type { RanStepView, RecipeOutcome, RecipeRunView, ZapRunView } from '../../api/recipes.ts';

/** Ends a run that somebody left. */
class Left extends Error {}

/** One try of a recipe that pauses before each step until it is told to go on. */
export class RecipeRun {
  readonly id = randomUUID();
  #state: RecipeRunView['state'] = 'paused';
  #runs: ZapRunView[] = [];
  #outcomes: RecipeOutcome[] = [];
  #sentence = '';
  #isFree = false;
  /** Lets the step that waits begin, or ends it with an error. */
  #gate: { open: () => void; leave: () => void } | undefined;
  /** Whether it pauses, or has ended. */
  #isAtPause = false;
  #waiting: (() => void)[] = [];
  readonly #ended: Promise<void>;

  constructor(zapier: LocalZapier, recipe: Recipe, one: Try) {
    this.#ended = this.#run(zapier, recipe, one);
  }

  view(): RecipeRunView {
    return {
      id: this.id,
      state: this.#state,
      runs: this.#runs,
      outcomes: this.#outcomes,
      sentence: this.#sentence,
    };
  }

  /** Once it pauses before its first step, or has ended. */
  async atPause(): Promise<RecipeRunView> {
    if (!this.#isAtPause) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    return this.view();
  }

  /** Runs the next step. @param isToTheEnd whether all that follow run too */
  async next(isToTheEnd: boolean): Promise<RecipeRunView> {
    if (this.#state !== 'paused') return this.view();
    this.#isFree ||= isToTheEnd;
    const gate = this.#gate;
    if (gate) {
      this.#isAtPause = false;
      gate.open();
    }
    return this.atPause();
  }

  /** Ends it where it stands. */
  async leave(): Promise<void> {
    this.#isFree = true;
    this.#gate?.leave();
    await this.#ended;
  }

  async #run(zapier: LocalZapier, recipe: Recipe, one: Try): Promise<void> {
    const named: Named = new Map();
    try {
      await attempt(zapier, recipe, one, named, {
        started: (item) => this.#runs.push({ item, steps: [] }),
        begins: (step, input) => this.#begins(step, input),
        ended: (step, end) => {
          this.#end(step, end);
        },
      });
      for (const expectation of one.outcome) {
        const { length: found } = await recordsFor(zapier, expectation, named);
        this.#outcomes.push({ what: expectation.in, expected: expectation.count ?? 1, found });
      }
      this.#state = 'done';
    } catch (error) {
      this.#state = 'failed';
      this.#sentence = sentenceOf(error);
    }
    this.#pause();
  }

  async #begins({ key }: Step, input: RanStepView['input']): Promise<void> {
    const step: RanStepView = { key, outcome: 'next', input, output: null, sentence: '' };
    this.#runs.at(-1)?.steps.push(step);
    if (this.#isFree) return;
    await new Promise<void>((open, reject) => {
      const leave = () => {
        reject(new Left('You left this run.'));
      };
      this.#gate = { open, leave };
      this.#pause();
    });
    this.#gate = undefined;
  }

  #pause(): void {
    this.#isAtPause = true;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  #end({ key }: Step, end: StepEnd): void {
    // The last of that key: a loop runs its steps several times.
    const step = this.#runs.at(-1)?.steps.findLast((one) => one.key === key && isOpen(one));
    if (!step) return;
    step.outcome = end.outcome;
    step.output = end.outcome === 'done' ? end.output : null;
    if (end.outcome === 'stopped') step.sentence = end.sentence;
    if (end.outcome === 'failed') step.sentence = sentenceOf(end.error);
  }
}

function isOpen({ outcome }: RanStepView): boolean {
  return outcome === 'next';
}

function sentenceOf(error: unknown): string {
  if (error instanceof OperationError) return error.summary;
  return error instanceof Error ? error.message : String(error);
}
