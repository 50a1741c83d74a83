/**
 * A refusal that the caller can act on. It becomes an answer `{ error, message }`, the error a
 * stable word for programs, the message a sentence for a person.
 */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  /** Seconds for the Retry-After header, where waiting helps. */
  readonly retryAfter: number | undefined;

  constructor(status: number, code: string, message: string, retryAfter?: number) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** The text of anything thrown, for a log line. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
