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

/**
 * The text of anything thrown, for a log line. An object that has a message counts as an error, since
 * pg-boss reports copies of errors. Where all addresses of a host name refuse, Node's error has a code
 * and no message.
 */
export function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return String(error);
  const parts = ['message', 'code', 'name'].map((key): unknown => Reflect.get(error, key));
  const text = parts.find((part) => typeof part === 'string' && part !== '');
  return typeof text === 'string' ? text : JSON.stringify(error);
}
