import { afterAll, beforeAll, expect, test } from '@jest/globals';

import type { Database } from '../../../relay/store/database.ts';
import { DeliveryQueue } from '../../../relay/store/deliveries.ts';
import { migrate } from '../../../relay/store/migrations.ts';
import { pgliteTidier } from '../../../relay/store/tidy.ts';
import { makePGlite, type TestDatabase } from '../support/database.ts';

let made: TestDatabase;
let database: Database;
let queue: DeliveryQueue;
beforeAll(async () => {
  made = await makePGlite();
  database = await made.open();
  await migrate(database);
  queue = await DeliveryQueue.open(database, (error) => {
    throw error;
  });
});
afterAll(async () => {
  await queue.close();
  await database.close();
  made.remove();
});

async function bytesOfEvents(): Promise<number> {
  const [row] = await database.query<{ bytes: number }>(
    `SELECT pg_total_relation_size('relay.event')::double precision AS bytes`,
  );
  return row?.bytes ?? 0;
}

test('the space of deleted events is given back', async () => {
  const empty = await bytesOfEvents();
  await database.query(
    `INSERT INTO relay.event (id, content_type, body, deliveries)
     SELECT gen_random_uuid(), 'application/json', decode(repeat('ab', 700), 'hex'), 1
     FROM generate_series(1, $1::integer)`,
    [20_000],
  );
  const full = await bytesOfEvents();
  await database.query('DELETE FROM relay.event WHERE deliveries = $1::integer', [1]);
  const tidy = pgliteTidier(database);
  await tidy();
  const left = await bytesOfEvents();
  expect(full - empty).toBeGreaterThan(14_000_000);
  expect(left - empty).toBeLessThan((full - empty) / 10);
});
