import * as z from 'zod';

import { readJson } from '../../scripts/lib/project.ts';

const processor = z.object({
  /** Of a relay, in milliseconds. */
  relay: z.number(),
  /** Of the database, in milliseconds. */
  database: z.number(),
});

/** What the bench measured of a relay on PostgreSQL, as far as the simulation needs it. */
export const serviceTimes = z.object({
  /** Processor time for an event that is stored because somebody asked for it. */
  stored: processor,
  /** For one that nobody asked for. */
  unwanted: processor,
  /** For a delivery. */
  delivered: processor,
  /** Bytes of an event's payload. */
  payload: z.number(),
  /** Bytes on the disk of an event that waits. */
  waiting: z.number(),
  /** Bytes kept to recognise a repeat of it, its conversation's part included. */
  seen: z.number(),
  /** Bytes of write-ahead log for an event that is stored and delivered. */
  log: z.number(),
  /** Resident memory of a relay, in MB. */
  memory: z.number(),
});

export type ServiceTimes = z.infer<typeof serviceTimes>;

/** The file that `npm run bench` writes beside its page. */
const figuresFile = z.object({ date: z.string(), machine: z.string(), serviceTimes });

export type FiguresFile = z.infer<typeof figuresFile>;

/**
 * Reads what `npm run bench` measured.
 *
 * @param path of docs/benchmarks/figures.json
 */
export function readFigures(path: string): FiguresFile {
  return figuresFile.parse(readJson(path));
}
