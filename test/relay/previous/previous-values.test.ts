import { expect, test } from '@jest/globals';

import { Keyring } from '../../../relay/encryption.ts';
import { PreviousValues } from '../../../relay/previous/previous-values.ts';
import type { Queryable } from '../../../relay/store/database.ts';
import { readEvent } from '../support/highlevel.ts';

const NOTES = 'Bring the X-ray of 2019.';

/** What is stored of an appointment with these notes, by a relay that encrypts nothing. */
async function storedOf(id: string, notes: string): Promise<string> {
  const appointment = { id, title: notes, notes };
  const event = { type: 'AppointmentCreate', locationId: 'location1', appointment };
  const { record } = readEvent({ body: Buffer.from(JSON.stringify(event)) });
  if (!record) throw new Error('The event is of no record.');
  const sent: unknown[] = [];
  const database: Queryable = {
    query: <Row>(_sql: string, values: readonly unknown[] = []) => {
      sent.push(...values);
      const [keys] = values;
      const rows = (Array.isArray(keys) ? keys : []).map((key: unknown) => ({
        key,
        value: '',
        key_id: null,
      }));
      // The statement that locks records answers with these columns.
      return Promise.resolve(rows as Row[]);
    },
    get boss(): never {
      throw new Error('Nothing is queued here.');
    },
  };
  const memory = await new PreviousValues(Buffer.alloc(32, 1), new Keyring([])).open(database, [
    { record, companyId: null },
  ]);
  memory.learn(record, Date.parse('2026-06-01T12:00:00Z'));
  await memory.save(database);
  const decoded = sent.flat().map((value) => Buffer.from(String(value), 'base64').toString());
  return decoded.find((text) => text.includes('"notes"')) ?? '';
}

test('of a text only a keyed hash is stored, another one for each record and field', async () => {
  const stored = await storedOf('appointment1', NOTES);
  expect(stored).toContain('"notes"');
  expect(stored).not.toContain('X-ray');
  const hashes = [
    ...`${stored}${await storedOf('appointment2', NOTES)}`.matchAll(/"value":"([^"]+)"/g),
  ];
  expect(new Set(hashes.map(([, hash]) => hash)).size).toBe(4);
  expect(await storedOf('appointment1', NOTES)).toBe(stored);
});
