import { existsSync, readFileSync } from 'node:fs';

import type { Database } from '../../relay/store/database.ts';

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const TICK_MS = 10;

/**
 * Processor time that a PostgreSQL server on this machine has used, in milliseconds: of all its
 * processes that run now.
 *
 * @returns undefined where the system does not tell (it is read from /proc).
 */
export async function postgresProcessorTime(database: Database): Promise<number | undefined> {
  if (!existsSync('/proc/self/stat')) return undefined;
  const rows = await database.query<{ pid: number }>('SELECT pid FROM pg_stat_activity');
  return rows.reduce((sum, { pid }) => sum + processorTimeOf(pid), 0);
}

function processorTimeOf(pid: number): number {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return 0; // It has ended meanwhile.
  }
  // After the program's name, which stands in brackets, user and system time are fields 12 and 13.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}
