import { existsSync, readFileSync } from 'node:fs';

import type { Database } from '../../relay/store/database.ts';

/** Linux counts processor time in hundredths of a second, whatever the machine. */
const TICK_MS = 10;

/**
 * Processor time that a PostgreSQL server on this machine has used, in milliseconds: of its
 * processes that run now and of those that have ended.
 *
 * @returns undefined where the system does not tell (it is read from /proc).
 */
export async function postgresProcessorTime(database: Database): Promise<number | undefined> {
  if (!existsSync('/proc/self/stat')) return undefined;
  const rows = await database.query<{ pid: number; isThis: boolean }>(
    'SELECT pid, pid = pg_backend_pid() AS "isThis" FROM pg_stat_activity',
  );
  const processes = rows.map(({ pid, isThis }) => ({ isThis, ...readProcess(pid) }));
  const parent = processes.find(({ isThis }) => isThis)?.parent;
  const server = parent === undefined ? undefined : readProcess(parent);
  const ofServer = server ? server.used + server.ended : 0;
  return processes.reduce((sum, { used }) => sum + used, ofServer);
}

/** A process as /proc tells of it, times in milliseconds; all zero when it has ended meanwhile. */
interface Process {
  parent: number | undefined;
  used: number;
  /** What its children used that have ended. */
  ended: number;
}

function readProcess(pid: number): Process {
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/stat`, 'latin1');
  } catch {
    return { parent: undefined, used: 0, ended: 0 };
  }
  // After the program's name, which stands in brackets: proc(5) counts these fields from 3.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const field = (number: number): number => Number(fields[number - 3]);
  return {
    parent: field(4),
    used: (field(14) + field(15)) * TICK_MS,
    ended: (field(16) + field(17)) * TICK_MS,
  };
}
