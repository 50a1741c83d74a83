import { createHmac } from 'node:crypto';

import type { Keyring } from '../encryption.ts';
import { digestAsUuid } from '../identifiers.ts';
import type { Queryable } from '../store/database.ts';
import { lockRemembered, saveRemembered, type Remembered } from '../store/remembered.ts';
import { learn, newHistory, parseHistory, type History, type Previous } from './history.ts';
import { isText, type SeenRecord } from './record.ts';

/** Letters of 6 bits each: 132 bits, of which two texts of one record do not have the same by chance. */
const HASH_LENGTH = 22;

/** A record of a batch of events, and whose it is. */
export interface RecordOfBatch {
  record: SeenRecord;
  /** The agency of its sub-account, where that is known. */
  companyId: string | null;
}

/** What is remembered of the records of one batch, locked until its transaction ends. */
export interface BatchMemory {
  /** Adds what an event says. @returns undefined for a record that is not of the batch */
  learn: (record: SeenRecord, now: number) => Previous | undefined;
  /** Stores what was learned; by one statement, or none. */
  save: (queryable: Queryable) => Promise<void>;
}

/**
 * Remembers the values of opportunities and appointments, so that an event can be delivered with those
 * before it. A record is known by a keyed hash, as are its texts; its values are encrypted as payloads
 * are.
 */
export class PreviousValues {
  readonly #hashKey: Buffer;
  readonly #keyring: Keyring;

  /** @param hashKey the same for all relays on a database */
  constructor(hashKey: Buffer, keyring: Keyring) {
    this.#hashKey = hashKey;
    this.#keyring = keyring;
  }

  /** Locks these records until the transaction ends: events of one record are read one after the other. */
  async open(transaction: Queryable, records: readonly RecordOfBatch[]): Promise<BatchMemory> {
    const byKey = new Map<string, Remembered>();
    for (const { record, companyId } of records) {
      const { locationId } = record;
      byKey.set(this.#keyOf(record), {
        locationId,
        companyId,
        isDeleted: false,
        sealed: undefined,
      });
    }
    const locked = byKey.size === 0 ? [] : await lockRemembered(transaction, byKey);
    const histories = new Map(locked.map(({ key, sealed }) => [key, this.#read(key, sealed)]));
    const learned = new Set<string>();
    return {
      learn: (record, now) => {
        const key = this.#keyOf(record);
        const history = histories.get(key);
        const remembered = byKey.get(key);
        if (!history || !remembered) return undefined;
        if (record.isDeleted) remembered.isDeleted = true;
        learned.add(key);
        return learn(history, this.#withHashes(record, key), now);
      },
      save: async (queryable) => {
        for (const [key, remembered] of byKey) {
          if (!learned.has(key)) continue;
          const history = Buffer.from(JSON.stringify(histories.get(key)));
          remembered.sealed = this.#keyring.seal(history, key);
        }
        if (byKey.size > 0) await saveRemembered(queryable, byKey, this.#keyring.currentKeyId);
      },
    };
  }

  #keyOf({ kind, locationId, id }: SeenRecord): string {
    const hmac = createHmac('sha256', this.#hashKey).update(`${kind} ${locationId} ${id}`);
    return digestAsUuid(hmac.digest('hex'));
  }

  /** The same text of another record, or in another field, has another hash. */
  #withHashes(record: SeenRecord, key: string): SeenRecord {
    const values = new Map(record.values);
    for (const [field, value] of values) {
      if (!isText(field) || value === null) continue;
      const hmac = createHmac('sha256', this.#hashKey).update(`${key} ${field} ${value}`);
      values.set(field, hmac.digest('base64url').slice(0, HASH_LENGTH));
    }
    return { ...record, values };
  }

  /** What cannot be opened any longer is forgotten: its key was removed. */
  #read(key: string, sealed: Remembered['sealed']): History {
    if (sealed === undefined) return newHistory();
    try {
      return parseHistory(this.#keyring.open(sealed, key).toString());
    } catch {
      return newHistory();
    }
  }
}

/** An event with the values before it, as its last member. @param body a JSON object */
export function withPrevious(body: Buffer, previous: Previous): Buffer {
  const end = body.lastIndexOf('}');
  const added = Buffer.from(`,"previous":${JSON.stringify(previous)}}`);
  return Buffer.concat([body.subarray(0, end), added]);
}
