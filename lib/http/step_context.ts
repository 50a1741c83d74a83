/**
 * What one run of an operation carries besides its bundle: when it must be done, the labels that its
 * fields have for a person, and how long Zapier may be asked to wait before it repeats the step.
 * zapier-platform-core hands middleware and operation the same bundle object, so it is the key.
 */
export interface Step {
  /** Epoch milliseconds. */
  readonly deadline: number;
  /** Field labels by field key. */
  readonly labels: Readonly<Record<string, string>>;
  /** Seconds. A hook's perform may wait 300 at most. */
  readonly longestWait: number;
}

/** Zapier ends a step after 30 seconds, a cold start included; an answer to a person needs the rest. */
export const STEP_TIME_LIMIT_MS = 24_000;

const DAY_SECONDS = 86_400;

const steps = new WeakMap<object, Step>();

/** Starts the clock of a step. */
export function beginStep(bundle: object, details: Partial<Omit<Step, 'deadline'>> = {}): Step {
  const step = {
    deadline: Date.now() + STEP_TIME_LIMIT_MS,
    labels: {},
    longestWait: DAY_SECONDS,
    ...details,
  };
  steps.set(bundle, step);
  return step;
}

/** Adds labels of fields that became known while the step's inputs were read. */
export function addLabels(bundle: object, labels: Readonly<Record<string, string>>): void {
  const step = stepOf(bundle);
  steps.set(bundle, { ...step, labels: { ...step.labels, ...labels } });
}

/** The step that a bundle belongs to; it begins now where nothing began it. */
export function stepOf(bundle: object): Step {
  return steps.get(bundle) ?? beginStep(bundle);
}

/** Milliseconds that the step has left; never under one. */
export function remainingMs(bundle: object): number {
  return Math.max(1, stepOf(bundle).deadline - Date.now());
}
