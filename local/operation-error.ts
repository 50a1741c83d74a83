import { isRecord, type RawRecord } from '../resources/values.ts';

/** An error as Zapier's handler reports it: `name` is the class, such as HaltedError. */
export class OperationError extends Error {
  /** What a person reads in Zapier: without the log and the requests that the handler appends. */
  readonly summary: string;
  /** The code given to `z.errors.Error`. */
  readonly code: unknown;
  /** The HTTP status given to `z.errors.Error`. */
  readonly status: unknown;
  /** Seconds until Zapier tries again, given to `z.errors.ThrottledError`. */
  readonly delay: unknown;

  constructor(name: string, message: string, stack: string) {
    super(message);
    this.name = name;
    this.stack = stack;
    const details = DETAILED.includes(name) ? parseDetails(message) : undefined;
    const sentence = details ? details['message'] : message.split(APPENDED)[0];
    this.summary = typeof sentence === 'string' ? sentence : message;
    this.code = details?.['code'];
    this.status = details?.['status'];
    this.delay = details?.['delay'];
  }
}

/** Where the handler begins to append what led to an error. */
const APPENDED = /\nWhat happened:|\n\nConsole logs:/;

/** Errors whose message is JSON that carries the details. */
const DETAILED = ['AppError', 'ThrottledError', 'ResponseError'];

function parseDetails(message: string): RawRecord | undefined {
  const details: unknown = JSON.parse(message);
  return isRecord(details) ? details : undefined;
}
