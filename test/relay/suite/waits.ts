import { randomBytes, randomUUID } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import type { MakeDatabase } from '../support/database.ts';
import { startHarness, type Harness } from '../support/harness.ts';
import { inboundMessage, post } from '../support/highlevel.ts';
import { call, type Answer } from '../support/http.ts';
import { answering, type Received } from '../support/target.ts';
import { until } from '../support/until.ts';

/** An hour. */
export const HOUR_SECONDS = 3600;

/** A step that waits, as the relay answered it, with what its address received. */
export interface Wait {
  id: string;
  secret: string;
  path: string;
  received: () => Received[];
}

/** What steps do at the relay of a harness, and contacts. */
export function stepsAt(harness: () => Pick<Harness, 'relay' | 'target'>) {
  let paths = 0;
  const newPath = (): string => `/hooks/callback/${(paths += 1)}`;
  const newContact = (): string => `contact-${randomUUID()}`;

  function ask(body: Record<string, unknown>, token = 'token-of-location1'): Promise<Answer> {
    return call('POST', `${harness().relay.url}/waits`, {
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({
        locationId: 'location1',
        contactId: 'contact1',
        timeoutSeconds: HOUR_SECONDS,
        targetUrl: `${harness().target.url}${newPath()}`,
        ...body,
      }),
    });
  }

  async function wait(body: Record<string, unknown>, path = newPath()): Promise<Wait> {
    const answer = await ask({ ...body, targetUrl: `${harness().target.url}${path}` });
    expect(answer).toMatchObject({ status: 201 });
    // The answer to a 201, as the assertion above made sure.
    const { id, secret } = answer.json as { id: string; secret: string };
    return { id, secret, path, received: () => harness().target.at(path) };
  }

  const end = ({ id, secret }: Wait): Promise<Answer> =>
    call('DELETE', `${harness().relay.url}/waits/${id}`, {
      headers: { authorization: `Bearer ${secret}` },
    });

  const write = (contactId: string, fields: Record<string, unknown> = {}): Promise<Answer> =>
    post(harness().relay, inboundMessage({ contactId, ...fields }));

  const resumed = (step: Wait): Promise<Received> =>
    until('the step is resumed', () => step.received()[0]);

  /** Nothing waits to be delivered: what has not come will not come. */
  const settled = (): Promise<unknown> =>
    until(
      'all is delivered',
      async () => (await harness().relay.metric('relay_queue_depth')) === 0,
    );

  return { newPath, newContact, ask, wait, end, write, resumed, settled };
}

/** What a step was told when it was resumed. */
export const contentOf = ({ body }: Received): unknown => JSON.parse(body.toString());

/** `POST` and `DELETE /waits`: steps of Zaps that wait for a contact's reply. */
export function waits(makeDatabase: MakeDatabase): void {
  describe('a step that waits for a reply', () => {
    let harness: Harness;
    beforeAll(async () => {
      harness = await startHarness(makeDatabase, {
        RELAY_ENCRYPTION_KEY: randomBytes(32).toString('base64'),
      });
    });
    afterAll(() => harness.close());

    const { newPath, newContact, ask, wait, end, write, resumed, settled } = stepsAt(() => harness);

    test("is resumed by the contact's next message, which is named and not told", async () => {
      const contactId = newContact();
      const step = await wait({ contactId });
      await write(newContact());
      await write(contactId, { body: 'secret words', messageId: 'message-1' });
      expect(contentOf(await resumed(step))).toMatchObject({
        type: 'StepResumed',
        waitId: step.id,
        result: 'replied',
        locationId: 'location1',
        contactId,
        messageId: 'message-1',
        repliedAt: expect.stringMatching(/Z$/),
      });
      expect(step.received()[0]?.body.toString()).not.toContain('secret words');
    });

    test('is resumed once, by the first of several messages', async () => {
      const contactId = newContact();
      const step = await wait({ contactId });
      await Promise.all([1, 2, 3].map(() => write(contactId)));
      await resumed(step);
      await write(contactId);
      await settled();
      expect(step.received()).toHaveLength(1);
    });

    test('two that wait for one contact are both resumed', async () => {
      const contactId = newContact();
      const steps = [await wait({ contactId }), await wait({ contactId })];
      await write(contactId);
      for (const step of steps) expect(contentOf(await resumed(step))).toMatchObject({ contactId });
    });

    test('only by a message on the channels it asked for, however HighLevel spells them', async () => {
      const contactId = newContact();
      const step = await wait({ contactId, messageTypes: ['Live_Chat'] });
      await write(contactId, { messageType: 'SMS', messageId: 'other' });
      await write(contactId, { messageType: 'Live Chat', messageId: 'chat' });
      expect(contentOf(await resumed(step))).toMatchObject({ messageId: 'chat' });
    });

    test('not by a call, nor by a message that was sent before it waited', async () => {
      const contactId = newContact();
      const before = new Date(Date.now() - 60_000).toISOString();
      const step = await wait({ contactId });
      await write(contactId, { messageType: 'CALL', messageId: 'call' });
      await write(contactId, { dateAdded: before, messageId: 'late' });
      await write(contactId, { messageId: 'reply' });
      expect(contentOf(await resumed(step))).toMatchObject({ messageId: 'reply' });
    });

    test('not again by an event that HighLevel repeats', async () => {
      const contactId = newContact();
      const step = await wait({ contactId });
      const message = inboundMessage({ contactId });
      await post(harness.relay, message);
      await resumed(step);
      const next = await wait({ contactId });
      expect(await post(harness.relay, message)).toMatchObject({ json: { result: 'repeated' } });
      await settled();
      expect([step.received().length, next.received().length]).toEqual([1, 0]);
      await end(next);
    });

    test('is tried again until Zapier takes it, with the same words', async () => {
      const contactId = newContact();
      const path = newPath();
      harness.target.behave(path, answering(503));
      const step = await wait({ contactId }, path);
      await write(contactId);
      await until('a second attempt', () => step.received().length > 1);
      harness.target.behave(path, answering(200));
      await settled();
      const bodies = new Set(step.received().map(({ body }) => body.toString()));
      expect(bodies.size).toBe(1);
    });

    test('no more once it has ended its wait', async () => {
      const contactId = newContact();
      const step = await wait({ contactId });
      expect(await end({ ...step, secret: 'whsec_wrong' })).toMatchObject({ status: 403 });
      expect(await end(step)).toMatchObject({ status: 204 });
      expect(await end(step)).toMatchObject({ status: 404 });
      await write(contactId);
      await settled();
      expect(step.received()).toEqual([]);
    });

    test('asked for again by the same address it waits once', async () => {
      const contactId = newContact();
      const path = newPath();
      await wait({ contactId }, path);
      const step = await wait({ contactId }, path);
      await write(contactId);
      await resumed(step);
      await settled();
      expect(step.received()).toHaveLength(1);
    });

    test('of a location where the app is uninstalled ends', async () => {
      const contactId = newContact();
      const locationId = 'location-left';
      const targetUrl = `${harness.target.url}${newPath()}`;
      await ask({ contactId, locationId, targetUrl }, `token-of-${locationId}`);
      await post(
        harness.relay,
        Buffer.from(JSON.stringify({ type: 'UNINSTALL', locationId, appId: 'app1' })),
      );
      await write(contactId, { locationId });
      await settled();
      expect(harness.target.at(new URL(targetUrl).pathname)).toEqual([]);
    });

    test.each([
      ['without access', { locationId: 'location2' }, 403, 'other_location'],
      [
        'an address of somebody else',
        { targetUrl: 'https://example.com/x' },
        422,
        'target_refused',
      ],
      ['no contact', { contactId: undefined }, 422, 'invalid'],
      ['too long', { timeoutSeconds: 30 * 24 * HOUR_SECONDS + 1 }, 422, 'invalid'],
      ['no time at all', { timeoutSeconds: 0 }, 422, 'invalid'],
      ['a channel with a NUL', { messageTypes: ['SMS\0'] }, 400, 'malformed'],
    ])('is refused: %s', async (_what, body, status, error) => {
      expect(await ask(body)).toMatchObject({ status, json: { error } });
    });

    test('is stored without its address, secret or contact', async () => {
      const contactId = newContact();
      const step = await wait({ contactId });
      await harness.relay.stop();
      const database = await harness.database.open();
      const [row] = await database.query<{ contact: string; target: string }>(
        "SELECT contact, encode(target, 'base64') AS target FROM relay.wait WHERE id = $1::uuid",
        [step.id],
      );
      const stored = `${row?.contact ?? ''} ${Buffer.from(row?.target ?? '', 'base64').toString('latin1')}`;
      expect(stored.length).toBeGreaterThan(100);
      for (const text of [step.path, step.secret, contactId]) expect(stored).not.toContain(text);
      await database.close();
      await harness.start();
      await end(step);
    });
  });
}
