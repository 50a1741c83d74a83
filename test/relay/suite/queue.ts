import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';

import { Backlog } from '../../../relay/backlog.ts';
import { FairLine } from '../../../relay/delivery/fairness.ts';
import { DeliveryLoop } from '../../../relay/delivery/loop.ts';
import { RecentEvents } from '../../../relay/delivery/recent-events.ts';
import { Keyring } from '../../../relay/encryption.ts';
import type { IncomingEvent } from '../../../relay/events.ts';
import { newId } from '../../../relay/identifiers.ts';
import { Ingest, type Deliverer } from '../../../relay/ingest.ts';
import { createLog } from '../../../relay/log.ts';
import { Metrics } from '../../../relay/metrics.ts';
import { Outbound } from '../../../relay/outbound.ts';
import { PreviousValues } from '../../../relay/previous/previous-values.ts';
import { Storage } from '../../../relay/storage.ts';
import { listAgencyLocations } from '../../../relay/store/agencies.ts';
import { countWaiting } from '../../../relay/store/backlog.ts';
import type { Database, Queryable } from '../../../relay/store/database.ts';
import {
  DeliveryQueue,
  FETCH_SIZE,
  type ClaimedDelivery,
  type QueuedDelivery,
} from '../../../relay/store/deliveries.ts';
import { insertEvents, readEvents } from '../../../relay/store/events.ts';
import { holdDeliveries } from '../../../relay/store/held-deliveries.ts';
import { migrate } from '../../../relay/store/migrations.ts';
import { insertSubscription } from '../../../relay/store/subscriptions.ts';
import { parseAllowedTargets } from '../../../relay/targets.ts';
import { Waits } from '../../../relay/waits/waits.ts';
import type { MakeDatabase, TestDatabase } from '../support/database.ts';
import { inboundMessage, readEvent } from '../support/highlevel.ts';
import { putInLine, subscriptionId } from '../support/in-line.ts';

const LOCATION = 'location-queue';
const LONG = 3000;
const HOUR_MS = 3600_000;
const NO_KEYS = new Keyring([]);

/** The queue and what puts deliveries there, on the database itself. */
export function queueAndIngest(makeDatabase: MakeDatabase): void {
  describe('the queue', () => {
    let made: TestDatabase;
    let database: Database;
    let queue: DeliveryQueue;
    const subscription = newId();
    beforeAll(async () => {
      made = await makeDatabase({ here: true });
      database = await made.open();
      await migrate(database);
      queue = await DeliveryQueue.open(database, (error) => {
        throw error;
      });
      await subscribe(subscription, { locationId: LOCATION });
    });
    afterAll(async () => {
      await queue.close();
      await database.close();
      made.remove();
    });

    async function subscribe(
      publicId: string,
      owner: { locationId: string } | { companyId: string },
      event = 'InboundMessage',
    ): Promise<void> {
      const now = Date.now();
      await insertSubscription(
        database,
        NO_KEYS,
        {
          publicId,
          owner,
          companyId: 'companyId' in owner ? owner.companyId : undefined,
          event,
          targetUrl: 'https://hooks.example.com/1',
          secret: 'whsec_c2VjcmV0',
          proof: { at: now, until: now + HOUR_MS, askAt: now + HOUR_MS },
        },
        10,
      );
    }

    function deliveries(count: number): QueuedDelivery[] {
      return Array.from({ length: count }, (_, index) => ({
        event: newId(),
        shared: false,
        subscription,
        location: LOCATION,
        type: 'InboundMessage',
        bytes: 2,
        attempts: 0,
        since: Date.now(),
        place: count - index,
      }));
    }

    const removeAll = async (): Promise<void> => {
      for (let claimed = await queue.fetch([], undefined); claimed.length > 0;) {
        await queue.remove(database, claimed);
        claimed = await queue.fetch([], undefined);
      }
    };
    afterEach(removeAll);

    test('is claimed from its front', async () => {
      await queue.insert(database, deliveries(LONG));
      const claimed = await queue.fetch([], undefined);
      expect(claimed.map(({ place }) => LONG - place)).toEqual([...Array(FETCH_SIZE).keys()]);
      await queue.remove(database, claimed);
    });

    test.each<[string, () => Promise<unknown>]>([
      ['nothing waits', () => Promise.resolve()],
      ['much waits', () => queue.insert(database, deliveries(LONG))],
      [
        'much waits and the statistics say that nothing does',
        async () => {
          await queue.insert(database, deliveries(LONG));
          await removeAll();
          await database.query('ANALYZE pgboss.job_common');
          await queue.insert(database, deliveries(LONG));
        },
      ],
    ])('is claimed by reading nothing but its front when %s', async (_what, prepare) => {
      await prepare();
      const plan = await database.transaction(async (transaction) => {
        await queue.remove(transaction, await queue.fetch([], undefined, transaction));
        const [claim] = await transaction.query<{ name: string }>(
          'SELECT name FROM pg_prepared_statements WHERE statement LIKE $1',
          [`%LIMIT ${FETCH_SIZE}%SKIP LOCKED%`],
        );
        return transaction.query<Record<string, string>>(`EXPLAIN EXECUTE ${claim?.name}('{}', 0)`);
      });
      const lines = plan.flatMap((row) => Object.values(row)).join('\n');
      expect(lines).toContain('Index Scan');
      expect(lines).toContain('ANY (');
      expect(lines).toContain('hashed SubPlan');
      expect(lines).not.toMatch(/Join|Sort|Bitmap|Seq Scan/);
    });

    test('what is put there can be claimed with it, and is undone with it', async () => {
      const both = async (transaction: Queryable): Promise<ClaimedDelivery[]> => {
        await queue.insert(transaction, deliveries(2));
        return queue.fetch([], undefined, transaction);
      };
      await expect(
        database.transaction(async (transaction) => {
          expect(await both(transaction)).toHaveLength(2);
          throw new Error('It is undone.');
        }),
      ).rejects.toThrow('It is undone.');
      expect(await queue.fetch([], undefined)).toEqual([]);
      const claimed = await database.transaction(both);
      expect(claimed).toHaveLength(2);
      expect((await queue.remove(database, claimed)).size).toBe(2);
    });

    /** Ingest with somebody who claims and delivers nothing more. */
    function ingest(deliverer: Partial<Deliverer> = {}, on: Database = database, limit = 1000) {
      const queued: { deliveries: number; unclaimed: string[] }[] = [];
      const delivered: ClaimedDelivery[] = [];
      const cut: { event: string; deliveries: number }[] = [];
      const made = new Ingest({
        database: on,
        queue,
        keyring: NO_KEYS,
        line: new FairLine(),
        backlog: new Backlog({ deliveries: limit, bytes: 1e9 }),
        recent: new RecentEvents(),
        conversationKey: Buffer.alloc(32),
        storage: new Storage(() => Promise.resolve()),
        deliverer: {
          claimWithin: (transaction) => queue.fetch([], undefined, transaction),
          deliver: (claimed) => delivered.push(...claimed),
          ...deliverer,
        },
        onQueued: (deliveries, unclaimed) => queued.push({ deliveries, unclaimed: [...unclaimed] }),
        onHeld: () => undefined,
        waits: new Waits(Buffer.alloc(32)),
        previousValues: new PreviousValues(Buffer.alloc(32), NO_KEYS),
        onResumed: () => undefined,
        onCut: (event, deliveries) => cut.push({ event, deliveries }),
      });
      return { ingest: made, queued, delivered, cut };
    }

    function anEvent(body: Buffer = inboundMessage({ locationId: LOCATION })): IncomingEvent {
      return readEvent({ body });
    }

    test('what waits is counted by owner: deliveries one by one, a payload once, for one of its owners', async () => {
      const [event, other] = [newId(), newId()];
      const [delivery] = deliveries(1);
      if (!delivery) throw new Error('There is no delivery.');
      const shared = { ...delivery, event, shared: true, bytes: 100 };
      await queue.insert(database, [
        { ...shared, location: 'owner-b' },
        { ...shared, location: 'owner-a' },
        { ...shared, location: 'owner-a' },
        { ...delivery, event: other, location: 'owner-b', bytes: 7 },
      ]);
      const held = { ...shared, id: newId(), location: 'owner-c' };
      await holdDeliveries(database, [held, { ...held, id: newId(), event: newId(), bytes: 40 }]);
      expect(await countWaiting(database)).toMatchObject({
        queued: 4,
        deliveries: {
          total: 6,
          owners: 3,
          byOwner: new Map([
            ['owner-a', 2],
            ['owner-b', 2],
            ['owner-c', 2],
          ]),
        },
        bytes: {
          total: 147,
          owners: 3,
          byOwner: new Map([
            ['owner-a', 100],
            ['owner-b', 7],
            ['owner-c', 40],
          ]),
        },
      });
      await database.query('DELETE FROM relay.held_delivery');
    });

    test('what waits for a target that is left alone is put off, the first in line, so many at once', async () => {
      const HOUR = new Map([[subscription, HOUR_MS]]);
      const MOST = 2000;
      await queue.insert(database, deliveries(MOST + 500));
      const due = async (): Promise<number[]> => {
        const rows = await database.query<{ priority: number }>(
          `SELECT priority FROM pgboss.job WHERE name = 'delivery' AND start_after <= now()`,
        );
        return rows.map(({ priority }) => priority);
      };
      await queue.putOff(new Map([[newId(), HOUR_MS]]));
      expect(await due()).toHaveLength(MOST + 500);
      await queue.putOff(HOUR);
      const left = await due();
      expect(left).toHaveLength(500);
      expect(Math.max(...left)).toBe(500);
      await queue.putOff(HOUR);
      expect(await due()).toEqual([]);
      await database.query(`DELETE FROM pgboss.job WHERE name = 'delivery'`);
    });

    test('an event is handed over with its claim, and nobody need look for it', async () => {
      const { ingest: accepting, queued, delivered } = ingest();
      await expect(accepting.accept(anEvent())).resolves.toBe('new');
      expect(delivered).toMatchObject([{ subscription, location: LOCATION }]);
      expect(queued).toEqual([{ deliveries: 1, unclaimed: [] }]);
      expect((await queue.remove(database, delivered)).size).toBe(1);
    });

    test('an event that is not claimed has to be looked for', async () => {
      const { ingest: accepting, queued } = ingest({ claimWithin: () => Promise.resolve([]) });
      await accepting.accept(anEvent());
      expect(queued).toEqual([{ deliveries: 1, unclaimed: [subscription] }]);
    });

    test('an event is not stored when it could not be claimed', async () => {
      const event = anEvent();
      const { ingest: refused } = ingest({
        claimWithin: () => Promise.reject(new Error('The database is gone.')),
      });
      await expect(refused.accept(event)).rejects.toThrow('The database is gone.');
      expect(await queue.fetch([], undefined)).toEqual([]);
      await expect(ingest().ingest.accept(event)).resolves.toBe('new');
    });

    test('each location moves on alone in the line', async () => {
      await database.query(
        `INSERT INTO relay.subscription
           (id, public_id, location_id, event, target_hash, target_host, target, proved_until)
         SELECT id, id, 'location-calm', 'InboundMessage', id, 'hooks.example.com', '', now() + interval '1 hour'
         FROM (SELECT gen_random_uuid() AS id) AS made`,
      );
      const { ingest: accepting } = ingest({ claimWithin: () => Promise.resolve([]) });
      const events = [LOCATION, LOCATION, LOCATION, 'location-calm', 'location-calm', LOCATION];
      for (const locationId of events)
        await accepting.accept(anEvent(inboundMessage({ locationId })));
      const places = await queue.places();
      const [calm, busy] = places.toSorted((a, b) => b.last - a.last);
      expect(calm).toMatchObject({ location: 'location-calm', last: (calm?.first ?? 0) - 1 });
      expect(busy).toMatchObject({ location: LOCATION, last: (busy?.first ?? 0) - 3 });
      expect(calm?.first).toBe(busy?.first);
      await database.query("DELETE FROM relay.subscription WHERE location_id = 'location-calm'");
    });

    test('an event that is refused leaves nothing behind: it is new when it comes again', async () => {
      const conversationId = 'conversation-refused';
      const refusedTwice = anEvent(inboundMessage({ locationId: LOCATION, conversationId }));
      const full = ingest({}, database, 1);
      const fits = anEvent();
      const answers = [fits, refusedTwice, refusedTwice, fits].map((event) =>
        full.ingest.accept(event),
      );
      await expect(Promise.all(answers)).resolves.toEqual([
        'new',
        'over_share',
        'over_share',
        'repeated',
      ]);
      expect(full.queued).toEqual([{ deliveries: 1, unclaimed: [] }]);
      const seen = () => database.query('SELECT FROM relay.conversation');
      const before = await seen();
      const { ingest: accepting } = ingest();
      await expect(accepting.accept(refusedTwice)).resolves.toBe('new');
      expect(await seen()).toHaveLength(before.length + 1);
      await queue.remove(database, full.delivered);
    });

    test('what could not be stored does not count as waiting', async () => {
      let fails = true;
      const claimWithin = (): Promise<ClaimedDelivery[]> =>
        fails ? Promise.reject(new Error('The database is gone.')) : Promise.resolve([]);
      const { ingest: accepting } = ingest({ claimWithin }, database, 1);
      await expect(accepting.accept(anEvent())).rejects.toThrow('The database is gone.');
      fails = false;
      await expect(accepting.accept(anEvent())).resolves.toBe('new');
      await expect(accepting.accept(anEvent())).resolves.toBe('over_share');
    });

    test('an uninstall, which may wait for the claims of others, is alone in its transaction', async () => {
      const claims: Queryable[] = [];
      const { ingest: accepting, queued } = ingest({
        claimWithin: (transaction) => {
          claims.push(transaction);
          return Promise.resolve([]);
        },
      });
      const uninstall = Buffer.from('{"type":"UNINSTALL","locationId":"location-elsewhere"}');
      const events = [uninstall, undefined, uninstall].map((body) => anEvent(body));
      const transaction = jest.spyOn(database, 'transaction');
      const answers = await Promise.all(events.map((event) => accepting.accept(event)));
      expect(answers).toEqual(['new', 'new', 'repeated']);
      expect(transaction).toHaveBeenCalledTimes(3);
      transaction.mockRestore();
      expect(claims).toHaveLength(1);
      expect(queued).toEqual([{ deliveries: 1, unclaimed: [subscription] }]);
    });

    test('a batch takes along what is being checked when it begins', async () => {
      let transactions = 0;
      const counted: Database = {
        ...database,
        transaction: (work) => {
          transactions += 1;
          return database.transaction(work);
        },
      };
      const { ingest: accepting } = ingest({}, counted);
      let endCheck: (valid: boolean) => void = () => undefined;
      const check = new Promise<boolean>((resolve) => {
        endCheck = resolve;
      });
      const late = accepting.checked(check).then(() => accepting.accept(anEvent()));
      const early = accepting.accept(anEvent());
      setImmediate(() => setImmediate(endCheck, true));
      await expect(Promise.all([early, late])).resolves.toEqual(['new', 'new']);
      expect(transactions).toBe(1);
    });

    test('events with many deliveries each take turns, and one with few goes with the first of them', async () => {
      const SUBSCRIPTIONS = 1100;
      const locationId = 'location-wide';
      await database.query(
        `INSERT INTO relay.subscription
           (id, public_id, location_id, event, target_hash, target_host, target, proved_until)
         SELECT id, id, $1::text, 'InboundMessage', id, 'hooks.example.com', '', now() + interval '1 hour'
         FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, $2::integer)) AS made`,
        [locationId, SUBSCRIPTIONS],
      );
      const claimWithin = (): Promise<ClaimedDelivery[]> => Promise.resolve([]);
      const { ingest: accepting, queued } = ingest({ claimWithin }, database, 1_000_000);
      const wide = Array.from({ length: 3 }, () => anEvent(inboundMessage({ locationId })));
      const events = [...wide, anEvent()];
      const answered: number[] = [];
      const answers = events.map(async (event, index) => {
        const acceptance = await accepting.accept(event);
        answered.push(index);
        return acceptance;
      });
      expect(await Promise.all(answers)).toEqual(['new', 'new', 'new', 'new']);
      expect(answered).toEqual([0, 3, 1, 2]);
      expect(queued.map(({ deliveries }) => deliveries)).toEqual([
        SUBSCRIPTIONS + 1,
        SUBSCRIPTIONS,
        SUBSCRIPTIONS,
      ]);
      await database.query('DELETE FROM relay.subscription WHERE location_id = $1::text', [
        locationId,
      ]);
      await database.query(`DELETE FROM pgboss.job WHERE name = 'delivery'`);
    });

    test('an event of very many locations is alone, and is delivered to so many subscriptions', async () => {
      const MOST = 10_000;
      const LOCATIONS = 12;
      const locations = Array.from({ length: LOCATIONS }, (_, index) => `location-${index}`);
      await database.query(
        `INSERT INTO relay.subscription
           (id, public_id, location_id, event, target_hash, target_host, target, proved_until)
         SELECT id, id, location_id, 'UserUpdate', id, 'hooks.example.com', '', now() + interval '1 hour'
         FROM (SELECT gen_random_uuid() AS id, location_id
               FROM unnest($1::text[]) AS location_id, generate_series(1, 1000)) AS made`,
        [locations],
      );
      const claimWithin = (): Promise<ClaimedDelivery[]> => Promise.resolve([]);
      const { ingest: accepting, queued, cut } = ingest({ claimWithin }, database, 1_000_000);
      const update = (id: string): IncomingEvent =>
        anEvent(Buffer.from(JSON.stringify({ type: 'UserUpdate', id, locations })));
      const calm = anEvent();
      const answered: IncomingEvent[] = [];
      const answers = [update('user1'), update('user3'), calm].map(async (event) => {
        const acceptance = await accepting.accept(event);
        answered.push(event);
        return acceptance;
      });
      expect(await Promise.all(answers)).toEqual(['new', 'new', 'new']);
      expect(queued.map(({ deliveries }) => deliveries).sort()).toEqual([1, MOST, MOST]);
      expect(cut).toEqual([MOST, MOST].map((deliveries) => ({ event: 'UserUpdate', deliveries })));
      // Those that are alone do not keep it waiting one after the other.
      expect(answered.indexOf(calm)).toBeLessThan(2);
      await database.query("DELETE FROM relay.subscription WHERE event = 'UserUpdate'");
      await database.query("DELETE FROM pgboss.job WHERE name = 'delivery'");
    });

    test('an event of very many locations of an agency goes to its subscription once', async () => {
      const locations = Array.from({ length: 12 }, (_, index) => `location-${index}`);
      await subscribe(newId(), { companyId: 'company1' }, 'UserUpdate');
      await listAgencyLocations(database, { companyId: 'company1', locations, at: Date.now() });
      const { ingest: accepting, delivered, cut } = ingest();
      const user = { type: 'UserUpdate', id: 'user2', locations };
      await accepting.accept(anEvent(Buffer.from(JSON.stringify(user))));
      expect(delivered).toHaveLength(1);
      expect(cut).toEqual([]);
      await queue.remove(database, delivered);
    });

    test('events of a calm location pass a flood that was claimed and is still being read', async () => {
      const line = new FairLine();
      const isIn = async (location: string) => {
        const publicId = newId();
        await subscribe(publicId, { locationId: location });
        return { subscription: await subscriptionId(database, publicId), location };
      };
      const [flood, calm] = [await isIn('flood'), await isIn('calm')];
      await putInLine(database, { queue, line }, flood, 1000);

      let reads = 0;
      let read: () => void = () => undefined;
      const mayRead = new Promise<void>((resolve) => {
        read = resolve;
      });
      const outbound = new Outbound(1);
      const loop = new DeliveryLoop({
        database: {
          ...database,
          query: async (text, values) => {
            reads += 1;
            await mayRead;
            return database.query(text, values);
          },
        },
        queue,
        keyring: NO_KEYS,
        line,
        recent: new RecentEvents(),
        outbound,
        allowed: parseAllowedTargets('hooks.zapier.com'),
        times: {
          attemptLimit: HOUR_MS,
          firstRetry: HOUR_MS,
          longestRetry: HOUR_MS,
          giveUpAfter: HOUR_MS,
        },
        metrics: new Metrics(),
        log: createLog('silent'),
        onHeld: () => undefined,
      });
      const claims: ClaimedDelivery[] = [];
      const claimedOf = ({ location }: { location: string }): number =>
        claims.filter((claimed) => claimed.location === location).length;
      for (let index = 0; index < 10; index += 1) {
        const claimed = await database.transaction(async (transaction) => {
          await putInLine(transaction, { queue, line }, calm, 1);
          return loop.claimWithin(transaction, new Set([calm.subscription]));
        });
        loop.deliver(claimed, new Map());
        claims.push(...claimed);
      }
      read();
      await loop.stop();
      await outbound.close();
      await database.query(
        "DELETE FROM relay.subscription WHERE location_id = ANY('{flood,calm}'::text[])",
      );
      await database.query("DELETE FROM pgboss.job WHERE name = 'delivery'");
      expect(claimedOf(calm)).toBe(10);
      expect(claimedOf(flood)).toBeLessThan(2 * FETCH_SIZE);
      // Events and targets of the first claim, and then those of all others together.
      expect(reads).toBe(4);
    });

    test('payloads are read as far as there is room, and one in any case', async () => {
      const events = [700, 700, 700, 10].map((length, index) => ({
        id: newId(index),
        contentType: 'application/json',
        body: Buffer.alloc(length, 'x'),
        deliveries: 1,
      }));
      await insertEvents(database, NO_KEYS, events);
      const ids = events.map(({ id }) => id);
      const read = async (room: number): Promise<number[]> => {
        const found = await readEvents(database, NO_KEYS, [...ids, newId()], room);
        expect(found.events.size + found.unread.size).toBe(ids.length);
        return ids.map((id) => found.events.get(id)?.body.length ?? 0);
      };
      expect(await read(1_000_000)).toEqual([700, 700, 700, 10]);
      expect(await read(1000)).toEqual([700, 700, 0, 0]);
      expect(await read(0)).toEqual([700, 0, 0, 0]);
    });

    test('a check that fails holds nobody up', async () => {
      const { ingest: accepting } = ingest();
      const failed = accepting.checked(Promise.reject(new Error('It is not signed.')));
      const other = accepting.accept(anEvent());
      await expect(failed).rejects.toThrow('It is not signed.');
      await expect(other).resolves.toBe('new');
    });
  });
}
