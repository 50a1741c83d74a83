import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { Keyring } from '../../../relay/encryption.ts';
import { PreviousValues } from '../../../relay/previous/previous-values.ts';
import type { Database } from '../../../relay/store/database.ts';
import { forgetRemembered } from '../../../relay/store/remembered.ts';
import { conversationKey } from '../../../relay/store/settings.ts';
import type { MakeDatabase } from '../support/database.ts';
import { startHarness, type Harness, type Subscribed } from '../support/harness.ts';
import { post, readEvent } from '../support/highlevel.ts';
import { deal, delivered } from '../support/records.ts';
import { until } from '../support/until.ts';

const KEY = '11'.repeat(32);
const NEW_KEY = '22'.repeat(32);

/** What is remembered of records: how long, of how many, and by whom it can be read. */
export function remembered(makeDatabase: MakeDatabase): void {
  describe('the memory of previous values', () => {
    let harness: Harness;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase, { RELAY_ENCRYPTION_KEY: KEY });
    });
    afterEach(async () => {
      await besideIt(async (database) => {
        for (const table of ['remembered', 'subscription', 'setting']) {
          await database.query(`DELETE FROM relay.${table}`);
        }
      });
      await harness.start();
    });
    afterAll(() => harness.close());

    /** Has the relay remember records of a location that somebody subscribed to. */
    const remember = async (locationId: string, ...events: Buffer[]): Promise<Subscribed> => {
      const hook = await harness.subscribe('OpportunityUpdate', locationId);
      for (const event of events) expect((await post(harness.relay, event)).status).toBe(200);
      return hook;
    };
    /** Stops the relay and works on its database. */
    const besideIt = async (work: (database: Database) => Promise<void>): Promise<void> => {
      await harness.relay.stop();
      const database = await harness.database.open();
      try {
        await work(database);
      } finally {
        await database.close();
      }
    };
    const countOf = async (database: Database): Promise<number> => {
      const rows = await database.query('SELECT key FROM relay.remembered');
      return rows.length;
    };

    test('forgets a record 90 days after its last event, and a day after it was deleted', async () => {
      const locationId = 'location-old';
      await remember(
        locationId,
        deal('OpportunityCreate', { locationId, id: 'kept' }),
        deal('OpportunityCreate', { locationId, id: 'deleted' }),
        deal('OpportunityDelete', { locationId, id: 'deleted' }),
      );
      await besideIt(async (database) => {
        const pass = (time: string) =>
          database.query(`UPDATE relay.remembered SET forget_at = forget_at - interval '${time}'`);
        const left: number[] = [];
        for (const time of ['0 hours', '23 hours', '2 hours', '88 days 22 hours', '2 hours']) {
          await pass(time);
          await forgetRemembered(database);
          left.push(await countOf(database));
        }
        expect(left).toEqual([2, 2, 1, 1, 0]);
      });
    });

    test('has 50,000 records of a location at most: those with the oldest events go', async () => {
      const locationId = 'location-crowded';
      await remember(
        locationId,
        deal('OpportunityCreate', { locationId, id: 'newest' }),
        deal('OpportunityCreate', { locationId: 'location-beside' }),
      );
      await besideIt(async (database) => {
        // The agency tells them apart: the higher its number, the older the record.
        const add = (to: string, count: number) =>
          database.query(
            `INSERT INTO relay.remembered (key, location_id, company_id, value, changed_at, forget_at)
             SELECT gen_random_uuid(), '${to}', n::text, '', now() - n * interval '1 second',
                    now() + interval '1 day'
             FROM generate_series(1, ${count}) AS n`,
          );
        await database.query('UPDATE relay.remembered SET company_id = 0');
        await add(locationId, 50_007);
        await add('location-beside', 5000);
        let forgotten = 0;
        for (let some = 1; some > 0; forgotten += some) some = await forgetRemembered(database);
        expect(forgotten).toBe(8);
        const [left] = await database.query(
          `SELECT count(*)::integer AS count, max(company_id::integer) AS oldest
           FROM relay.remembered WHERE location_id = '${locationId}'`,
        );
        expect(left).toEqual({ count: 50_000, oldest: 49_999 });
      });
    });

    test('ends with the app of an agency, in all of its sub-accounts', async () => {
      const companyId = 'company-previous';
      const { companies } = harness.highLevel;
      // HighLevel names the agency when somebody subscribes, or in the event.
      companies.set('location-subscribed', companyId).set('location-event', undefined);
      const locations = ['location-subscribed', 'location-event', 'location-elsewhere'];
      for (const locationId of locations) {
        const named = locationId === 'location-event' ? { companyId } : {};
        await remember(locationId, deal('OpportunityCreate', { locationId, ...named }));
      }
      const timestamp = new Date(Date.now() + 1000).toISOString();
      const uninstall = { type: 'UNINSTALL', companyId, timestamp };
      await post(harness.relay, Buffer.from(JSON.stringify(uninstall)));
      await besideIt(async (database) => {
        const rows = await database.query('SELECT location_id FROM relay.remembered');
        expect(rows).toEqual([{ location_id: 'location-elsewhere' }]);
      });
    });

    test('no longer knows what was encrypted with a key that is gone, and learns anew', async () => {
      const locationId = 'location-key';
      const stage = (id: string, pipelineStageId: string): Buffer =>
        deal('OpportunityUpdate', { locationId, id, pipelineStageId });
      const hook = await remember(
        locationId,
        deal('OpportunityCreate', { locationId, id: 'touched' }),
        deal('OpportunityCreate', { locationId, id: 'untouched' }),
      );
      const send = async (...events: Buffer[]): Promise<void> => {
        const before = hook.received().length;
        for (const event of events) expect((await post(harness.relay, event)).status).toBe(200);
        await until('them', () => hook.received().length === before + events.length);
      };
      await harness.relay.stop();
      await harness.start({ RELAY_ENCRYPTION_KEY: `${NEW_KEY},${KEY}` });
      await send(stage('touched', 'B'));
      await harness.relay.stop();
      await harness.start({ RELAY_ENCRYPTION_KEY: NEW_KEY });
      await send(stage('touched', 'C'), stage('untouched', 'B'), stage('untouched', 'C'));
      const told = delivered(hook).map(({ id, previous }) => [
        id,
        previous?.changed['pipelineStageId'] ?? previous?.unknown.includes('pipelineStageId'),
      ]);
      expect(told.toSorted()).toEqual([
        ['touched', 'A'],
        ['touched', 'B'],
        ['untouched', 'B'],
        ['untouched', true],
      ]);
    });

    test('is one for several relays: a record that two learn of at once is learned once', async () => {
      const locationId = 'location-shared';
      await remember(locationId, deal('OpportunityCreate', { locationId }));
      await besideIt(async (database) => {
        const keyring = new Keyring([Buffer.from(KEY, 'hex')]);
        const hashKey = await conversationKey(database, keyring);
        // As two relays have it: each its own, on the same database.
        const memories = [1, 2].map(() => new PreviousValues(hashKey, keyring));
        const stages = ['B', 'C', 'D', 'E', 'F'];
        const events = stages.map((pipelineStageId) =>
          deal('OpportunityUpdate', { locationId, pipelineStageId }),
        );
        const learned = await Promise.all(
          // Each event reaches both.
          events
            .flatMap((body) => memories.map((memory) => ({ body, memory })))
            .map(({ body, memory }) =>
              database.transaction(async (transaction) => {
                const { record } = readEvent({ body });
                if (!record) throw new Error('An opportunity has a record.');
                const batch = await memory.open(transaction, [{ record, companyId: null }]);
                const previous = batch.learn(record, Date.now());
                await batch.save(transaction);
                return Object.keys(previous?.changed ?? {}).length;
              }),
            ),
        );
        expect(learned.filter((changes) => changes > 0)).toHaveLength(stages.length);
        expect(await countOf(database)).toBe(1);
      });
    });
  });
}
