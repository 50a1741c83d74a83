/** The numbers by which WebAssembly's file system (WASI) says what went wrong; those that an operator can mend. */
const FILE_ERRORS: ReadonlyMap<number, string> = new Map([
  [19, 'the quota is used up'],
  [29, 'input or output error'],
  [51, 'no space left on device'],
  [63, 'not permitted'],
  [69, 'the file system is read-only'],
]);

/** What PGlite threw, as it travels to the relay's thread. */
export interface PGliteFailure {
  message: string;
  /** SQLSTATE, where PostgreSQL said it. */
  code: unknown;
}

/** Reads what PGlite threw. Its file system throws objects that are no errors and have no message. */
export function failureOf(error: unknown): PGliteFailure {
  if (error instanceof Error) {
    return { message: error.message, code: 'code' in error ? error.code : undefined };
  }
  const isOfFile = typeof error === 'object' && error !== null && 'errno' in error;
  if (!isOfFile || typeof error.errno !== 'number') {
    return { message: `PGlite failed: ${JSON.stringify(error)}`, code: undefined };
  }
  const reason = FILE_ERRORS.get(error.errno) ?? `WASI error ${error.errno}`;
  return { message: `A file of PGlite could not be used: ${reason}`, code: undefined };
}
