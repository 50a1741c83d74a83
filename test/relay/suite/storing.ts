import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { MakeDatabase } from '../support/database.ts';
import { startHarness, type Harness } from '../support/harness.ts';
import { inboundMessage, post } from '../support/highlevel.ts';
import { call } from '../support/http.ts';
import { until } from '../support/until.ts';

/** SQLSTATEs of PostgreSQL. */
const DISK_FULL = '53100';
const READ_ONLY = '25006';

/** A database that is there, but takes no events. */
export function storing(makeDatabase: MakeDatabase): void {
  describe('a database that stores nothing', () => {
    let harness: Harness;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase);
    });
    afterAll(() => harness.close());

    /** Has the database refuse events while its flag is set. */
    async function refuseWith(code: string): Promise<void> {
      await harness.relay.stop();
      const database = await harness.database.open();
      await database.query(
        `CREATE OR REPLACE FUNCTION public.refuse() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN
           IF ${harness.database.flag.isSet} THEN
             RAISE EXCEPTION 'nothing can be stored' USING ERRCODE = '${code}';
           END IF;
           RETURN NEW;
         END $$;
         CREATE OR REPLACE TRIGGER refuse BEFORE INSERT ON relay.event
           FOR EACH ROW EXECUTE FUNCTION public.refuse()`,
      );
      await database.close();
      await harness.start();
    }

    async function statusOf(path: string): Promise<number> {
      return (await call('GET', `${harness.relay.url}${path}`)).status;
    }

    test.each([
      ['full', DISK_FULL],
      ['read-only', READ_ONLY],
    ])('is %s: 429 and not ready, until it takes events again', async (_what, code) => {
      await refuseWith(code);
      const locationId = `location-${code}`;
      const hook = await harness.subscribe('InboundMessage', locationId);
      await until('ready', async () => (await statusOf('/readyz')) === 200);

      await harness.database.flag.set(true);
      // Also where no event comes that would show it.
      await until('not ready', async () => (await statusOf('/readyz')) === 503);
      const event = inboundMessage({ locationId });
      expect((await post(harness.relay, event)).status).toBe(429);
      expect(await statusOf('/readyz')).toBe(503);
      expect(await statusOf('/healthz')).toBe(200);

      await harness.database.flag.set(false);
      // By itself: a balancer sends nothing to a relay that is not ready.
      await until('ready', async () => (await statusOf('/readyz')) === 200);
      expect((await post(harness.relay, event)).json).toEqual({ result: 'new' });
      await until('the delivery', () => hook.received().length === 1);
    });
  });
}
