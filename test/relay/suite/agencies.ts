import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { forgetAgencies, listAgencyLocations } from '../../../relay/store/agencies.ts';
import type { MakeDatabase } from '../support/database.ts';
import {
  prove,
  startHarness,
  subscribe,
  unsubscribe,
  type Harness,
  type Subscribed,
} from '../support/harness.ts';
import { APP_ID, inboundMessage, post } from '../support/highlevel.ts';
import type { Received } from '../support/target.ts';
import { until } from '../support/until.ts';

/** Subscriptions for all sub-accounts of an agency. */
export function agencies(makeDatabase: MakeDatabase): void {
  describe('a subscription for all sub-accounts of an agency', () => {
    let harness: Harness;
    let count = 0;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase, { HIGHLEVEL_APP_ID: APP_ID });
    });
    afterAll(() => harness.close());

    interface Agency {
      companyId: string;
      token: string;
      locations: string[];
      hook: Subscribed;
    }

    /** An agency of its own for a test, with two sub-accounts unless some are given. */
    const newAgency = (given?: string[]): Omit<Agency, 'hook'> => {
      count += 1;
      const companyId = `company-of-test-${count}`;
      const locations = given ?? ['a', 'b'].map((name) => `${name}-of-${count}`);
      const token = `agency-token-${count}`;
      harness.highLevel.agencies.set(token, companyId);
      harness.highLevel.installed.set(companyId, locations);
      return { companyId, token, locations };
    };
    const open = async (event = 'InboundMessage', agency = newAgency()): Promise<Agency> => {
      const path = `/agency/${agency.companyId}`;
      const targetUrl = `${harness.target.url}${path}`;
      const { companyId, token } = agency;
      const answer = await subscribe(harness.relay, { event, companyId, targetUrl }, token);
      expect(answer).toMatchObject({ status: 201 });
      // The answer to a 201, as the assertion above made sure.
      const { id, secret } = answer.json as { id: string; secret: string };
      const received = (): Received[] => harness.target.at(path);
      return { ...agency, hook: { id, secret, path, received } };
    };
    /** Sends a message, which arrives. */
    const gets = async ({ hook }: Agency, fields: Record<string, unknown>): Promise<void> => {
      const body = inboundMessage(fields);
      await post(harness.relay, body);
      await until('the message', () => hook.received().some((one) => one.body.equals(body)));
    };
    /** Sends a message, and one of a sub-account that is in it: that one alone arrives. */
    const getsNothing = async (
      agency: Agency,
      fields: Record<string, unknown>,
      [inside] = agency.locations,
    ): Promise<void> => {
      const before = agency.hook.received().length;
      await post(harness.relay, inboundMessage(fields));
      await gets(agency, { locationId: inside });
      expect(agency.hook.received()).toHaveLength(before + 1);
    };
    const installed = (what: 'INSTALL' | 'UNINSTALL', fields: Record<string, unknown>) =>
      post(
        harness.relay,
        inboundMessage({
          type: what,
          appId: APP_ID,
          // By a clock a little ahead, so that it is later than a proof of this moment.
          timestamp: new Date(Date.now() + 50).toISOString(),
          ...fields,
        }),
      );

    test('gets the events of each of them, as HighLevel sent them, and no others', async () => {
      const { hook, locations } = await open();
      const other = await open();
      const bodies = locations.map((locationId) => inboundMessage({ locationId }));
      for (const body of bodies) await post(harness.relay, body);
      for (const locationId of other.locations) {
        await post(harness.relay, inboundMessage({ locationId }));
      }
      await until('all', () => hook.received().length + other.hook.received().length === 4);
      expect(
        hook
          .received()
          .map(({ body }) => body.toString())
          .toSorted(),
      ).toEqual(bodies.map((body) => body.toString()).toSorted());
    });

    test('is found in a list of several pages', async () => {
      const many = Array.from({ length: 250 }, (_, index) => `many-${count}-${index}`);
      const agency = await open('InboundMessage', newAgency(many));
      await gets(agency, { locationId: many[249] });
    });

    test('gets an event of several of them once', async () => {
      const agency = await open('UserCreate');
      const { hook, locations, companyId } = agency;
      const user = { type: 'UserCreate', locationId: undefined, companyId, locations };
      await post(harness.relay, inboundMessage(user));
      await post(harness.relay, inboundMessage({ ...user, webhookId: 'second' }));
      await until('both', () => hook.received().length >= 2);
      expect(new Set(hook.received().map(({ headers }) => headers['webhook-id'])).size).toBe(2);
      expect(hook.received()).toHaveLength(2);
    });

    test('stands beside those of single sub-accounts', async () => {
      const { hook, locations } = await open();
      const single = await harness.subscribe('InboundMessage', locations[0]);
      await post(harness.relay, inboundMessage({ locationId: locations[0] }));
      await until('both', () => hook.received().length === 1 && single.received().length === 1);
    });

    test('gets no event that names another agency', async () => {
      const agency = await open();
      const [locationId] = agency.locations;
      await getsNothing(agency, { locationId, companyId: 'company-elsewhere' });
      await gets(agency, { locationId, companyId: agency.companyId });
    });

    test('takes in what is installed later, and lets go what is uninstalled', async () => {
      const agency = await open();
      const { companyId } = agency;
      const locationId = `new-of-${companyId}`;
      await getsNothing(agency, { locationId });
      await installed('INSTALL', { companyId, locationId });
      await gets(agency, { locationId });
      await installed('UNINSTALL', { locationId });
      await getsNothing(agency, { locationId });
      // The others stay.
      await gets(agency, { locationId: agency.locations[1] });
    });

    test.each<[string, (companyId: string) => Record<string, unknown>]>([
      [
        'is older than the proof',
        () => ({ timestamp: new Date(Date.now() - 60_000).toISOString() }),
      ],
      ['says no time', () => ({ timestamp: undefined })],
      ['is of another app', () => ({ appId: 'appOfSomeoneElse' })],
      ['names no agency', () => ({ companyId: undefined })],
      ['names another agency', () => ({ companyId: 'company-elsewhere' })],
    ])('takes in nothing by an INSTALL that %s', async (_what, fields) => {
      const agency = await open();
      const { companyId } = agency;
      const locationId = `late-of-${companyId}`;
      await installed('INSTALL', { companyId, locationId, ...fields(companyId) });
      await getsNothing(agency, { locationId });
    });

    test('an old INSTALL does not bring back what was uninstalled since', async () => {
      const agency = await open();
      const { companyId } = agency;
      const [locationId] = agency.locations;
      const at = Date.now() + 50;
      await installed('UNINSTALL', { locationId, timestamp: new Date(at + 1000).toISOString() });
      await installed('INSTALL', { companyId, locationId, timestamp: new Date(at).toISOString() });
      await getsNothing(agency, { locationId }, agency.locations.slice(1));
    });

    test('is proved again by the list as it is then', async () => {
      const agency = await open();
      const [gone, stays] = agency.locations;
      harness.highLevel.installed.set(agency.companyId, [String(stays), `more-${count}`]);
      const token = `${agency.token}-fresh`;
      harness.highLevel.agencies.set(token, agency.companyId);
      expect((await prove(harness.relay, agency.hook, token)).status).toBe(200);
      await getsNothing(agency, { locationId: gone }, [String(stays)]);
      await gets(agency, { locationId: `more-${count}` });
    });

    test('ends with an UNINSTALL of the agency, as those of its sub-accounts do', async () => {
      const agency = await open();
      const { hook, companyId } = agency;
      await installed('UNINSTALL', { locationId: undefined, companyId: 'company-elsewhere' });
      await gets(agency, { locationId: agency.locations[0] });
      await installed('UNINSTALL', { locationId: undefined, companyId });
      expect((await unsubscribe(harness.relay, hook.id, hook.secret)).status).toBe(404);
    });

    test('outlives the UNINSTALL of a sub-account', async () => {
      const { hook, locations } = await open();
      for (const locationId of locations) await installed('UNINSTALL', { locationId });
      expect((await unsubscribe(harness.relay, hook.id, hook.secret)).status).toBe(204);
    });

    describe('is refused', () => {
      const tryWith = async (
        how: (agency: Omit<Agency, 'hook'>) => {
          token?: string;
          body?: Record<string, unknown>;
        },
      ) => {
        const agency = newAgency();
        const { token = agency.token, body = {} } = how(agency);
        return subscribe(
          harness.relay,
          {
            event: 'InboundMessage',
            companyId: agency.companyId,
            targetUrl: `${harness.target.url}/refused`,
            ...body,
          },
          token,
        );
      };
      const cases: [string, Parameters<typeof tryWith>[0], number, string][] = [
        ["another agency's token", () => ({ token: newAgency().token }), 403, 'other_agency'],
        [
          'the token of one of its sub-accounts',
          ({ locations }) => ({ token: `token-of-${String(locations[0])}` }),
          403,
          'other_token',
        ],
        ['a token that is not accepted', () => ({ token: 'made-up' }), 401, 'token_refused'],
        [
          'both an agency and a sub-account',
          ({ locations }) => ({ body: { locationId: locations[0] } }),
          422,
          'invalid',
        ],
        ['an id that is none', () => ({ body: { companyId: '@x' } }), 422, 'invalid'],
        ['neither', () => ({ body: { companyId: undefined } }), 422, 'invalid'],
        [
          'no sub-account that has the app',
          ({ companyId }) => {
            harness.highLevel.installed.set(companyId, []);
            return {};
          },
          403,
          'installed_nowhere',
        ],
        [
          'no sub-account that it gets a token for',
          ({ locations }) => {
            for (const location of locations) harness.highLevel.outdated.add(location);
            return {};
          },
          403,
          'other_agency',
        ],
        ...['oauth.readonly', 'oauth.write', 'conversations/message.readonly'].map(
          (scope): (typeof cases)[number] => [
            `a token without ${scope}`,
            ({ token }) => {
              harness.highLevel.lacking.set(token, [scope]);
              return {};
            },
            403,
            'scope_missing',
          ],
        ),
      ];
      test.each(cases)('with %s', async (_what, how, status, error) => {
        const answer = await tryWith(how);
        expect(answer).toMatchObject({
          status,
          json: { error, message: expect.stringMatching(/^[A-Za-z].*\.$/) },
        });
      });

      test('not because of one sub-account that has another version of the app', async () => {
        const answer = await tryWith(({ locations }) => {
          harness.highLevel.outdated.add(String(locations[0]));
          return {};
        });
        expect(answer.status).toBe(201);
      });
    });

    test('leaves no token and, when it is over, no list in the database', async () => {
      const { hook, companyId, token, locations } = await open();
      await unsubscribe(harness.relay, hook.id, hook.secret);
      await harness.relay.stop();
      const database = await harness.database.open();
      const rowsOf = () =>
        database.query('SELECT * FROM relay.agency_location WHERE company_id = $1::text', [
          companyId,
        ]);
      expect(await rowsOf()).toHaveLength(locations.length);
      while ((await forgetAgencies(database)) > 0);
      expect(await rowsOf()).toEqual([]);
      const tables = await database.query<{ rows: string }>(
        'SELECT string_agg(entry::text, chr(10)) AS rows FROM relay.subscription AS entry',
      );
      expect(JSON.stringify(tables)).not.toContain(token);
      await database.close();
      await harness.start();
    });

    test('two proofs of large lists at once do not stop each other', async () => {
      await harness.relay.stop();
      const database = await harness.database.open();
      const locations = Array.from({ length: 2000 }, (_, index) => `large-${index}`);
      const list = (order: readonly string[], at: number) =>
        database.transaction((transaction) =>
          listAgencyLocations(transaction, { companyId: 'company-large', locations: order, at }),
        );
      await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          list(
            index % 2 === 0 ? locations.slice(500) : locations.slice(0, 1500),
            1_000_000 + index,
          ),
        ),
      );
      await list(locations.slice(0, 10), 2_000_000);
      const [left] = await database.query(
        `SELECT count(*)::integer AS count FROM relay.agency_location
         WHERE company_id = 'company-large' AND installed`,
      );
      await database.close();
      await harness.start();
      expect(left).toEqual({ count: 10 });
    });
  });
}
