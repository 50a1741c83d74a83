import { writeSync } from 'node:fs';

import { pino, type Logger } from 'pino';

const STANDARD_OUTPUT = 1;

/**
 * The log: JSON lines on standard output. A line that cannot be written, because the disk behind it
 * is full or its reader is gone, is dropped: the relay goes on. (pino's own stream ends the process
 * then, or waits for ever.)
 *
 * @param write takes a line, with its end, in the place of standard output.
 */
export function createLog(level: string, write = writeLine): Logger {
  return pino({ level }, { write });
}

function writeLine(line: string): void {
  const bytes = Buffer.from(line);
  try {
    for (let written = 0; written < bytes.length;) {
      written += writeSync(STANDARD_OUTPUT, bytes, written);
    }
  } catch {
    // There is nowhere to say so.
  }
}
