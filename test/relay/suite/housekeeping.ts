import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { Backlog, type BacklogLimits } from '../../../relay/backlog.ts';
import { FairLine } from '../../../relay/delivery/fairness.ts';
import { Keyring } from '../../../relay/encryption.ts';
import { Housekeeping } from '../../../relay/housekeeping.ts';
import { createLog } from '../../../relay/log.ts';
import { Metrics } from '../../../relay/metrics.ts';
import { ProofKeeper } from '../../../relay/proof/keeper.ts';
import type { Database } from '../../../relay/store/database.ts';
import { limitDeadLetters } from '../../../relay/store/dead-letters.ts';
import { DeliveryQueue } from '../../../relay/store/deliveries.ts';
import { migrate } from '../../../relay/store/migrations.ts';
import type { MakeDatabase, TestDatabase } from '../support/database.ts';
import { until } from '../support/until.ts';

/** More than a test has. */
const ROOMY: BacklogLimits = { deliveries: 1000, bytes: 1_000_000 };

const DAY_MS = 24 * 3600_000;
/** So often that a test need not wait. */
const OFTEN_MS = 10;

/** A subscription that nobody has proved lately: what is held for it stays held. */
const SUBSCRIPTION = '00000000-0000-4000-8000-000000000001';

/** A table of which rows are forgotten, and how long after a time of theirs. */
interface Forgotten {
  table: string;
  time: string;
  days: number;
  /** SQL of the other columns; `id` is that of an event of its own. */
  others: Record<string, string>;
}

const DELIVERY = {
  id: 'id',
  event_id: 'id',
  subscription_id: `'${SUBSCRIPTION}'`,
  location_id: "'location1'",
  event: "'InboundMessage'",
  shared: 'false',
};

const SUBSCRIBED = {
  location_id: "'location1'",
  event: "'InboundMessage'",
  target_host: "'hooks.example.com'",
  target: "''",
  proved_until: 'now()',
  ask_at: "now() + interval '1 year'",
};

const DELIVERIES: readonly Forgotten[] = [
  {
    table: 'relay.dead_letter',
    time: 'died_at',
    days: 14,
    others: { ...DELIVERY, attempts: '1', reason: "'status 500'", received_at: 'now()' },
  },
  { table: 'relay.held_delivery', time: 'held_at', days: 7, others: DELIVERY },
];

const FORGOTTEN: readonly Forgotten[] = [
  ...DELIVERIES,
  { table: 'relay.seen_event', time: 'seen_at', days: 3, others: { key: 'id' } },
  {
    table: 'relay.remembered',
    time: 'forget_at',
    days: 0,
    others: { key: 'id', location_id: "'location1'", value: "''" },
  },
  {
    table: 'relay.subscription',
    time: 'proved_at',
    days: 30,
    others: { ...SUBSCRIBED, id: 'id', public_id: 'id', target_hash: 'id', asked_days: '21' },
  },
];

/** What is over is forgotten, by the relay itself. */
export function housekeeping(makeDatabase: MakeDatabase): void {
  describe('housekeeping', () => {
    let made: TestDatabase;
    let database: Database;
    let queue: DeliveryQueue;
    beforeAll(async () => {
      made = await makeDatabase({ here: true });
      database = await made.open();
      await migrate(database);
      queue = await DeliveryQueue.open(database, (error) => {
        throw error;
      });
      const id = `'${SUBSCRIPTION}'`;
      await insert('relay.subscription', { ...SUBSCRIBED, id, public_id: id, target_hash: id });
    });
    afterAll(async () => {
      await queue.close();
      await database.close();
      made.remove();
    });

    /** Works until `isDone`. */
    async function workUntil(isDone: () => Promise<boolean>, limits = ROOMY): Promise<void> {
      const common = { database, queue, metrics: new Metrics(), log: createLog('silent') };
      const everyMs = { measure: OFTEN_MS, clean: OFTEN_MS, tidy: OFTEN_MS };
      const workers = [
        new Housekeeping({ ...common, limits, backlog: new Backlog(limits) }, everyMs),
        new ProofKeeper(
          {
            ...common,
            keyring: new Keyring([]),
            line: new FairLine(),
            lastsMs: DAY_MS,
            onQueued: () => undefined,
          },
          OFTEN_MS,
        ),
      ];
      for (const worker of workers) await worker.start();
      try {
        await until('it is forgotten', isDone);
      } finally {
        await Promise.all(workers.map((worker) => worker.stop()));
      }
    }

    const insert = (table: string, columns: Record<string, string>): Promise<unknown> =>
      database.query(
        `WITH event AS (
           INSERT INTO relay.event (id, content_type, body, deliveries)
           VALUES (gen_random_uuid(), 'application/json', '', 1) RETURNING id
         )
         INSERT INTO ${table} (${Object.keys(columns).join(', ')})
         SELECT ${Object.values(columns).join(', ')} FROM event`,
      );
    /** Stores a row of that age, with its event. */
    const store = ({ table, time, others }: Forgotten, age: string): Promise<unknown> =>
      insert(table, { ...others, [time]: `now() - interval '${age}'` });
    const count = async (table: string): Promise<number> => {
      const rows = await database.query(`SELECT FROM ${table}`);
      return rows.length;
    };

    test.each(FORGOTTEN.map((forgotten) => ({ ...forgotten, forgotten })))(
      'forgets rows of $table $days days after $time, and no sooner',
      async ({ forgotten, table, days }) => {
        await store(forgotten, `${days} days -1 hours`);
        const before = await count(table);
        await store(forgotten, `${days} days 1 minute`);
        await workUntil(async () => (await count(table)) === before);
      },
    );

    test.each(DELIVERIES.map((forgotten) => ({ table: forgotten.table, forgotten })))(
      'forgets the event with the last of its deliveries, in $table',
      async ({ forgotten }) => {
        const before = await count('relay.event');
        await store(forgotten, '30 days');
        await workUntil(async () => (await count('relay.event')) === before);
      },
    );

    /** How many dead letters each location has. */
    async function deadLetters(): Promise<Record<string, number>> {
      const rows = await database.query<{ location_id: string }>(
        'SELECT location_id FROM relay.dead_letter',
      );
      const counts: Record<string, number> = {};
      for (const { location_id: location } of rows) counts[location] = (counts[location] ?? 0) + 1;
      return counts;
    }

    test.each([
      { what: 'are too many', bytes: 1, limits: { ...ROOMY, deliveries: 6 } },
      { what: 'are too large', bytes: 100, limits: { ...ROOMY, bytes: 600 } },
    ])('forgets dead letters of whom has more than its share when they $what', async (given) => {
      const [letters] = DELIVERIES;
      if (!letters) throw new Error('There are no dead letters.');
      await database.query('DELETE FROM relay.dead_letter');
      await database.query('DELETE FROM relay.event');
      const others = { ...letters.others, bytes: String(given.bytes) };
      const kept = { ...letters, others: { ...others, location_id: "'location-few'" } };
      for (let stored = 0; stored < 2; stored += 1) await store(kept, '1 day');
      for (let stored = 0; stored < 8; stored += 1) await store({ ...letters, others }, '0 days');
      await workUntil(async () => (await count('relay.dead_letter')) <= 5, given.limits);
      expect(await deadLetters()).toEqual({ location1: 3, 'location-few': 2 });
      expect(await count('relay.event')).toBe(5);
    });

    test('a dead event of several subscriptions has its bytes once', async () => {
      const [letters] = DELIVERIES;
      if (!letters) throw new Error('There are no dead letters.');
      await database.query('DELETE FROM relay.dead_letter');
      await database.query('DELETE FROM relay.event');
      await store({ ...letters, others: { ...letters.others, bytes: '400' } }, '1 day');
      await database.query(
        `INSERT INTO relay.dead_letter
           (id, event_id, subscription_id, location_id, event, shared, attempts, reason, received_at, bytes)
         SELECT gen_random_uuid(), event_id, gen_random_uuid(), location_id, event, shared, attempts,
                reason, received_at, bytes
         FROM relay.dead_letter CROSS JOIN generate_series(1, 4)`,
      );
      expect(await limitDeadLetters(database, { ...ROOMY, bytes: 500 })).toBe(0);
      expect(await limitDeadLetters(database, { ...ROOMY, bytes: 300 })).toBe(5);
    });

    test('forgets the sub-accounts of an agency without a subscription', async () => {
      await database.query(
        `INSERT INTO relay.agency_location (location_id, company_id, installed, at)
         VALUES ('location1', 'company1', true, now())`,
      );
      await workUntil(async () => (await count('relay.agency_location')) === 0);
    });
  });
}
