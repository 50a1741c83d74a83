import { randomBytes } from 'node:crypto';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { MakeDatabase } from '../support/database.ts';
import { failedStart, startHarness, type Harness, type Subscribed } from '../support/harness.ts';
import { inboundMessage, post } from '../support/highlevel.ts';
import { answering } from '../support/target.ts';
import { until } from '../support/until.ts';

const KEYS = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64'));
const [OLD = '', NEW = ''] = KEYS;

/** Rows that cannot be read, be it for a lost key or for damage: they alone are given up. */
export function unreadable(makeDatabase: MakeDatabase): void {
  describe('what cannot be read', () => {
    let harness: Harness;
    let locationId: string;
    let tests = 0;
    const start = async (): Promise<void> => {
      harness = await startHarness(makeDatabase, { RELAY_ENCRYPTION_KEY: OLD });
    };
    beforeEach(() => {
      tests += 1;
      locationId = `location-unreadable-${tests}`;
    });

    /** Stops the relay, changes what it stored, and starts it again. */
    async function change(...statements: string[]): Promise<void> {
      await harness.relay.stop();
      const database = await harness.database.open();
      for (const statement of statements) await database.query(statement);
      await database.close();
      await harness.start();
    }

    async function send(count: number): Promise<Buffer[]> {
      const events = Array.from({ length: count }, () => inboundMessage({ locationId }));
      for (const event of events) expect((await post(harness.relay, event)).status).toBe(200);
      return events;
    }

    async function deadLetters(count: number): Promise<Record<string, unknown>[]> {
      return until(`${count} dead letters`, async () => {
        const { json } = await harness.admin('GET', `/admin/dead-letters?locationId=${locationId}`);
        // The route's own answer.
        const { deadLetters: listed } = json as { deadLetters: Record<string, unknown>[] };
        return listed.length === count ? listed : undefined;
      });
    }

    async function emptyQueue(): Promise<void> {
      await until('an empty queue', async () => {
        return (await harness.relay.metric('relay_queue_depth')) === 0;
      });
    }

    describe('for damage', () => {
      beforeEach(start);
      afterEach(() => harness.close());

      test('a payload that is damaged becomes a dead letter by itself', async () => {
        const hook = await harness.subscribe('InboundMessage', locationId);
        harness.target.behave(hook.path, answering(503));
        const damages = [
          'substring(body FROM 1 FOR 5)',
          'set_byte(body, 40, 255 - get_byte(body, 40))',
          "''::bytea",
        ];
        const sent = (await send(5)).map(String);
        await change(
          ...damages.map(
            (damaged, index) =>
              `UPDATE relay.event SET body = ${damaged}
               WHERE id = (SELECT id FROM relay.event ORDER BY id OFFSET ${index + 1} LIMIT 1)`,
          ),
        );
        const attempts = hook.received().length;
        harness.target.behave(hook.path, answering(200));
        for (const { reason } of await deadLetters(3)) {
          expect(reason).toMatch(/^The payload cannot be read: it is damaged/);
        }
        await emptyQueue();
        const delivered = hook.received().slice(attempts);
        expect(delivered.map(({ body }) => String(body)).sort()).toEqual([sent[0], sent[4]].sort());
        expect(harness.relay.log.join('\n')).toMatch('delivery not readable');
        const [after] = await send(1);
        await until('the next event', () => got(hook, after));
      });

      test('a subscription that is damaged takes its deliveries with it, and no others', async () => {
        const [damaged, healthy] = [
          await harness.subscribe('InboundMessage', locationId),
          await harness.subscribe('InboundMessage', locationId),
        ];
        await change(
          `UPDATE relay.subscription SET target = substring(target FROM 1 FOR 20)
           WHERE id = '${damaged.id}'`,
        );
        await send(2);
        const letters = await deadLetters(2);
        for (const { reason, subscriptionId } of letters) {
          expect(reason).toMatch(/^The subscription cannot be read: it is damaged/);
          expect(subscriptionId).toBe(damaged.id);
        }
        await emptyQueue();
        expect(healthy.received()).toHaveLength(2);
        expect(damaged.received()).toEqual([]);
      });

      test('a damaged subscription does not keep the relay from starting with a new key', async () => {
        const [damaged, healthy] = [
          await harness.subscribe('InboundMessage', locationId),
          await harness.subscribe('InboundMessage', locationId),
        ];
        await change(`UPDATE relay.subscription SET target = '' WHERE id = '${damaged.id}'`);
        await harness.relay.stop();
        await harness.start({ RELAY_ENCRYPTION_KEY: `${NEW},${OLD}` });
        expect(harness.relay.log.join('\n')).toMatch('subscription not readable');
        await send(1);
        await until('the delivery', () => healthy.received().length === 1);
      });
    });

    test('the start says which row is damaged that nothing works without', async () => {
      const damage = async ({ relay, database: { open } }: Harness): Promise<void> => {
        await relay.stop();
        const database = await open();
        await database.query("UPDATE relay.setting SET value = ''");
      };
      const settings = { RELAY_ENCRYPTION_KEY: OLD };
      expect(await failedStart(makeDatabase, settings, damage, settings)).toMatchObject({
        code: 1,
        output: expect.stringMatching(/row conversation-key of the table relay.setting .* damaged/),
      });
    });

    describe('for a lost key', () => {
      beforeAll(start);
      afterAll(() => harness.close());

      test('the start names a key that payloads need; they are dead letters until it is back', async () => {
        const hook = await harness.subscribe('InboundMessage', locationId);
        harness.target.behave(hook.path, answering(503));
        const [old] = await send(1);
        // With both keys at hand the subscription moves to the new one.
        await harness.relay.stop();
        await harness.start({ RELAY_ENCRYPTION_KEY: `${NEW},${OLD}` });
        expect(harness.relay.log.join('\n')).not.toMatch('RELAY_ENCRYPTION_KEY');
        await harness.relay.stop();
        harness.target.behave(hook.path, answering(200));

        await harness.start({ RELAY_ENCRYPTION_KEY: NEW });
        const named = /"keys":\["([0-9a-f]{8})"\],"msg":"RELAY_ENCRYPTION_KEY does not contain/;
        const keyId = named.exec(harness.relay.log.join('\n'))?.[1];
        expect(keyId).toBeDefined();
        const [letter] = await deadLetters(1);
        expect(letter?.['reason']).toBe(
          `The payload cannot be read: RELAY_ENCRYPTION_KEY does not contain the key ${keyId}.`,
        );
        const [fresh] = await send(1);
        await until('the others', () => got(hook, fresh));
        await harness.relay.stop();

        await harness.start({ RELAY_ENCRYPTION_KEY: `${NEW},${OLD}` });
        await harness.admin('POST', '/admin/dead-letters/replay');
        await until('the old event', () => got(hook, old));
      });
    });
  });
}

function got(hook: Subscribed, event: Buffer | undefined): boolean {
  return hook.received().some(({ body }) => event !== undefined && body.equals(event));
}
