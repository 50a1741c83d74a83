import { isRecord } from '../../resources/values.ts';

/** An error as Zapier shows it: its class, its sentence, and what it was given besides. */
export interface Failure {
  /** The class: AppError, HaltedError, ThrottledError, RefreshAuthError, ExpiredAuthError. */
  name: string;
  message: string;
  code?: unknown;
  status?: unknown;
  /** Seconds. */
  delay?: unknown;
}

/** Reads an error; Zapier's classes hold their details as JSON in the message. */
export function readFailure({ name, message }: Error): Failure {
  if (!message.startsWith('{')) return { name, message };
  const details: unknown = JSON.parse(message);
  return { name, message, ...(isRecord(details) && details) };
}

/** The error that a step ends in. @throws Error when it ends well */
export async function failing(step: Promise<unknown>): Promise<Failure> {
  const outcome = await step.then(
    (result) => ({ result }),
    (error: unknown) => ({ error }),
  );
  if ('result' in outcome) {
    throw new Error(`It ended well, with ${JSON.stringify(outcome.result)}.`);
  }
  if (outcome.error instanceof Error) return readFailure(outcome.error);
  throw new Error('It ended in something that is no error.');
}

/** The error that a function throws. @throws Error when it throws none */
export function thrownBy(act: () => unknown): Failure {
  try {
    act();
  } catch (error) {
    if (error instanceof Error) return readFailure(error);
  }
  throw new Error('It threw no error.');
}
