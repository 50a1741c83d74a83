import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { LocalZapier } from '../../local/index.ts';
import { toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

const COUNT = 1_000;

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await sharedZapier({ relay: true });
});

beforeEach(() => zapier.reset());

/** What happens between two polls, by trigger: `bulk` makes that many records of a kind. */
const BURSTS: [string, RawRecord, RawRecord][] = [
  ['new_contact', {}, { kind: 'contacts' }],
  ['new_conversation', {}, { kind: 'conversations' }],
  ['new_message', {}, { kind: 'messages' }],
  ['unread_conversation', {}, { kind: 'conversations' }],
  ['message_status_changed', { status: 'delivered' }, { kind: 'messages' }],
];

describe.each(BURSTS)('%s', (trigger, inputData, bulk) => {
  test.each([
    ['in a minute', 60_000],
    ['ten at each moment', COUNT / 10],
    ['in an hour', 3_600_000],
  ])('loses nothing of a burst %s', async (_when, withinMs) => {
    const zap = zapier.pollingZap(trigger, inputData);
    await zap.switchOn();
    await zapier.sandbox.post('/bulk', { ...bulk, count: COUNT, withinMs });
    const { started } = await zap.poll();
    expect(new Set(started.map(({ id }) => id)).size).toBe(started.length);
    process.stdout.write(`${trigger}: ${started.length} of ${COUNT}\n`);
    expect(started).toHaveLength(COUNT);
    expect((await zap.poll()).started).toEqual([]);
  });

  test('asks as little as before when nothing happened', async () => {
    const zap = zapier.pollingZap(trigger, inputData);
    await zap.switchOn();
    await zap.poll();
    const [, requests] = await zapier.sandbox.requestsOf(() => zap.poll());
    // Emails come by name only: a request of their own.
    expect(requests).toHaveLength(trigger.includes('message') ? 2 : 1);
  });
});

/** What else happens in numbers between two polls. Companies are read as a whole, 1,000 of them. */
const OTHER_BURSTS: [string, RawRecord, number, (count: number) => Promise<unknown>][] = [
  ['new_form_submission', {}, COUNT, (count) => submissions('form', count)],
  ['new_survey_submission', {}, COUNT, (count) => submissions('survey', count)],
  ['contact_matched', { query: 'Bulk' }, COUNT, (count) => bulkOf('contacts', count)],
  ['new_company', {}, 900, (count) => bulkOf('companies', count)],
];

const bulkOf = (kind: string, count: number) => zapier.sandbox.post('/bulk', { kind, count });

async function submissions(kind: string, count: number) {
  const form = (await zapier.sandbox.list('/state/forms')).find((one) => one['kind'] === kind);
  const formId = toText(form?.['id']);
  return zapier.sandbox.post('/submissions', { formId, email: 'anna@example.com', count });
}

test.each(OTHER_BURSTS)(
  '%s loses nothing of a burst',
  async (trigger, inputData, count, happens) => {
    const zap = zapier.pollingZap(trigger, inputData);
    await zap.switchOn();
    await happens(count);
    const { started } = await zap.poll();
    expect(new Set(started.map(({ id }) => id)).size).toBe(started.length);
    process.stdout.write(`${trigger}: ${started.length} of ${count}\n`);
    expect(started).toHaveLength(count);
    expect((await zap.poll()).started).toEqual([]);
  },
);

test('200 emails of one minute start 200 Zaps', async () => {
  const zap = zapier.pollingZap('new_message', { channel: 'email' });
  await zap.switchOn();
  await zapier.sandbox.post('/bulk', {
    kind: 'conversations',
    channel: 'Email',
    count: 200,
    withinMs: 60_000,
  });
  const { started } = await zap.poll();
  expect(started).toHaveLength(200);
});

describe('A thread of emails', () => {
  const write = async (message: RawRecord) => {
    const contact = await zapier.sandbox.record('contacts', { firstName: 'Anna' });
    return zapier.sandbox.post('/messages', {
      channel: 'Email',
      contactId: contact['id'],
      ...message,
    });
  };

  /** What people read of an email. */
  const wordsOf = async (record: RawRecord | undefined) => {
    const { id, body, subject, from, to, direction } = toRecord(await zapier.hydrate(record));
    return { id, body, subject, from, to, direction };
  };

  test('starts the Zap for each email, with its own words, whoever wrote before', async () => {
    const zap = zapier.pollingZap('new_message', { channel: 'email' });
    const status = zapier.pollingZap('message_status_changed', { channel: 'email' });
    const first = await write({ subject: 'Boiler', html: '<p>It leaks.</p>' });
    await zap.switchOn();
    await status.switchOn();
    const { threadId } = first;
    const answer = await write({ threadId, direction: 'outbound', html: '<p>We come.</p>' });
    const reply = await write({ threadId, subject: 'Re: Boiler', html: '<p>Thank you!</p>' });

    const { started } = await zap.poll();
    expect(started.map(({ id }) => id)).toEqual(
      [reply, answer].map((mail) => mail['emailMessageId']),
    );
    expect(await Promise.all(started.map(wordsOf))).toMatchObject([
      { body: 'Thank you!', direction: 'inbound' },
      { body: 'We come.', direction: 'outbound' },
    ]);
    expect((await zap.poll()).started).toEqual([]);

    const [change] = (await status.poll()).started;
    expect(change).toMatchObject({ id: reply['emailMessageId'] });
    expect(toRecord(await zapier.hydrate(change))).toMatchObject({
      body: 'Thank you!',
      subject: 'Re: Boiler',
    });
  });

  test('is filtered by the words of each email', async () => {
    const { threadId } = await write({
      subject: 'Boiler',
      html: '<p>Please <b>refund</b> me.</p>',
    });
    const answer = await write({ threadId, direction: 'outbound', html: '<p>We look at it.</p>' });
    const found = await zapier.search('find_message', {
      conversationId: answer['conversationId'],
      contains: 'REFUND me',
    });
    expect(found).toMatchObject([{ body: 'Please refund me.', direction: 'inbound' }]);
    const polled = await zapier.poll('new_message', { channel: 'email', contains: 'we look' });
    expect(polled.map(({ id }) => id)).toEqual([answer['emailMessageId']]);
  });

  test('gives one record by the hook, by the poll and by the search, by either ID', async () => {
    const hook = zapier.instantZap('new_inbound_message', { channel: 'email' });
    await hook.switchOn();
    const zap = zapier.pollingZap('new_message', { channel: 'email' });
    await zap.switchOn();
    const mail = await write({ subject: 'Garden', html: '<p>In spring?</p>' });
    const [polled] = (await zap.poll()).started;
    const words = await wordsOf(polled);
    expect(await wordsOf((await hook.next())[0])).toEqual(words);
    await hook.switchOff();
    expect(words).toMatchObject({
      id: mail['emailMessageId'],
      subject: 'Garden',
      body: 'In spring?',
    });
    for (const key of ['emailMessageId', 'messageId']) {
      const [found] = await zapier.search('find_message', { messageId: toText(mail[key]) });
      expect(await wordsOf(found)).toEqual(words);
    }
  });
});
