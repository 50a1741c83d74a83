import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { startHarness, type Harness } from './support/harness.ts';
import { inboundMessage, post } from './support/highlevel.ts';
import { makeLanePostgres } from './support/lane-postgres.ts';
import { answering } from './support/target.ts';
import { until } from './support/until.ts';

let harness: Harness;
beforeAll(async () => {
  harness = await startHarness(makeLanePostgres, {
    RELAY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
  });
});
afterAll(() => harness.close());

/** Everything in the database, of every table that is not PostgreSQL's own, as text. */
async function everything(): Promise<string> {
  const database = await harness.database.open();
  const tables = await database.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')`,
  );
  const rows: { text: string }[] = [];
  for (const { name } of tables) {
    const fields = `(SELECT string_agg(coalesce(value, ''), ' ') FROM jsonb_each_text(to_jsonb(entry)))`;
    rows.push(
      ...(await database.query<{ text: string }>(`SELECT ${fields} AS text FROM ${name} entry`)),
    );
  }
  await database.close();
  const text = rows.map((row) => row.text).join('\n');
  // Bytes come as hexadecimal digits.
  const bytes = [...text.matchAll(/\\x([0-9a-f]+)/g)].map(([, hex]) =>
    Buffer.from(hex ?? '', 'hex').toString('latin1'),
  );
  return [text, ...bytes].join('\n');
}

test('no table of the database has a HighLevel token, and with a key no payload, target or secret', async () => {
  const locationId = 'location-stored';
  const hook = await harness.subscribe('InboundMessage', locationId, '/hook/stored-path');
  harness.target.behave(hook.path, answering(503));
  await post(harness.relay, inboundMessage({ locationId, body: 'stored words' }));
  await until('an attempt, after which it waits', () => hook.received().length > 0);
  const text = await everything();
  expect(text).toContain(locationId);
  for (const secret of [`token-of-${locationId}`, 'stored words', 'stored-path', hook.secret]) {
    expect(text).not.toContain(secret);
    expect(text).not.toContain(Buffer.from(secret).toString('base64').replace(/=+$/, ''));
  }
});
