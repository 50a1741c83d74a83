/** A refusal that the page shows as it stands. */
export class Problem extends Error {
  readonly status: number;
  /** A word for programs. */
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}
