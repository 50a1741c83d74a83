import * as z from 'zod';

import { isText, type FieldValue, type SeenRecord } from './record.ts';

/** How many earlier values of a field are kept, so that late events find their place. */
const MOST_VALUES = 8;

const Value = z.object({
  /** Since when, in milliseconds since 1970. */
  at: z.number(),
  value: z.union([z.string(), z.number(), z.null()]),
  /** Names of the events that have told of it. */
  told: z.array(z.string()),
  /** Whether the record was created with it, so that nothing was before. */
  first: z.boolean().optional(),
});
type Value = z.output<typeof Value>;

const History = z.object({
  /** The latest values of each field, oldest first. */
  values: z.record(z.string(), z.array(Value)).default({}),
  /** When the record was created, in milliseconds since 1970, where its creation was seen. */
  createdAt: z.number().optional(),
  /** Whether an update was taken for the one beside the creation. */
  hasCreationUpdate: z.boolean().optional(),
  isDeleted: z.boolean().optional(),
  /** When the last update happened that counts as a change, in milliseconds since 1970. */
  updatedAt: z.number().optional(),
});

/** What is remembered of a record. */
export type History = z.output<typeof History>;

/** The history of a record that was never seen. */
export function newHistory(): History {
  return { values: {} };
}

/** What an OpportunityUpdate belongs to that is no change of its own. */
export type Beside = 'creation' | 'deletion' | 'update';

/** What is delivered with an event, see docs/relay.md, "Previous values". */
export interface Previous {
  changed: Record<string, FieldValue>;
  /** Texts that were changed; there is nothing to say of them before. Left out where there are none. */
  edited?: string[];
  unknown: string[];
  beside?: Beside;
}

/** Reads a history as it is stored. @throws Error when it is none */
export function parseHistory(json: string): History {
  return History.parse(JSON.parse(json));
}

/**
 * Adds what an event says to the history of its record, at the place of its date.
 *
 * @param record with hashes in place of its texts
 * @param now the event cannot have happened later, in milliseconds since 1970
 * @returns which fields the event changed, of those that it speaks of and that no event of the same name
 *   has told before
 */
export function learn(history: History, record: SeenRecord, now: number): Previous {
  const at = Math.min(record.at ?? now, now);
  const previous = changesIn(history, record, at);
  if (record.isCreated) history.createdAt ??= at;
  if (record.isDeleted) history.isDeleted = true;
  if (!record.isUpdate) return previous;
  const hasChanged = Object.keys(previous.changed).length > 0;
  const beside = hasChanged ? undefined : besideWhat(history, record, at);
  if (beside === undefined) history.updatedAt = Math.max(history.updatedAt ?? at, at);
  if (beside === 'creation') history.hasCreationUpdate = true;
  return beside === undefined ? previous : { ...previous, beside };
}

/** HighLevel sends the update beside a creation at the same time; deliveries may be repeated for minutes. */
const AFTER_CREATION_MS = 5 * 60_000;
/** The same where the creation itself was not seen: only the date of the record says so. */
const AFTER_UNSEEN_CREATION_MS = 10_000;
/** Updates that are this close, and of which the later shows no change, are of one change. */
const TOGETHER_MS = 2000;

/** What an update that shows no change stands beside; undefined where it is a change of its own. */
function besideWhat(history: History, record: SeenRecord, at: number): Beside | undefined {
  if (history.isDeleted) return 'deletion';
  if (!history.hasCreationUpdate && isJustCreated(history, record, at)) return 'creation';
  const { updatedAt = -Infinity } = history;
  return Math.abs(at - updatedAt) <= TOGETHER_MS ? 'update' : undefined;
}

function isJustCreated({ createdAt }: History, record: SeenRecord, at: number): boolean {
  if (createdAt !== undefined) return at - createdAt <= AFTER_CREATION_MS;
  return record.createdAt !== undefined && at - record.createdAt <= AFTER_UNSEEN_CREATION_MS;
}

/** Adds an event's values to a history. @returns the fields that it changed */
function changesIn(history: History, record: SeenRecord, at: number): Previous {
  const previous: Previous = { changed: {}, unknown: [] };
  for (const [field, value] of record.values) {
    const values = (history.values[field] ??= []);
    if (!record.tells.includes(field)) {
      // Enough to start from. A change of it has an event of its own.
      if (values.length === 0) values.push({ at, value, told: [] });
      continue;
    }
    const place = placeOf(values, { at, value, told: [] }, field);
    const found = values[place];
    if (!found) continue;
    if (record.isCreated && place === 0) found.first = true;
    if (found.first !== true && !found.told.includes(record.event)) {
      found.told.push(record.event);
      const before = values[place - 1];
      if (!before) previous.unknown.push(field);
      else if (isText(field)) (previous.edited ??= []).push(field);
      else previous.changed[field] = before.value;
    }
    values.splice(0, values.length - MOST_VALUES);
  }
  return previous;
}

/** Where a value stands among the others; it is put there unless it is there. */
function placeOf(values: Value[], added: Value, field: string): number {
  const after = values.findLastIndex(({ at }) => at <= added.at);
  if (isSame(field, values[after]?.value, added.value)) return after;
  const next = values[after + 1];
  if (next && isSame(field, next.value, added.value)) next.at = added.at;
  else values.splice(after + 1, 0, added);
  return after + 1;
}

const TIMES: readonly string[] = ['startTime', 'endTime'];

/** Whether two values mean the same: a time may be written in another zone, an amount as text. */
function isSame(field: string, one: FieldValue | undefined, other: FieldValue): boolean {
  if (one === undefined) return false;
  return meaningOf(field, one) === meaningOf(field, other);
}

function meaningOf(field: string, value: FieldValue): FieldValue {
  if (field === 'monetaryValue') {
    const amount = Number(value);
    return Number.isNaN(amount) ? value : amount;
  }
  if (!TIMES.includes(field) || typeof value !== 'string') return value;
  const time = Date.parse(value);
  return Number.isNaN(time) ? value : time;
}
