import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { Deduplicator, findPointers, hydrate, type LocalZapier } from '../../local/index.ts';
import { toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await sharedZapier();
});

beforeEach(async () => {
  await zapier.sandbox.reset();
});

const contactId = async (firstName: string) =>
  toText((await zapier.sandbox.record('contacts', { firstName }))['id']) ?? '';

/** A customer writes. */
async function write(firstName: string, message: RawRecord): Promise<RawRecord> {
  return zapier.sandbox.post('/messages', { contactId: await contactId(firstName), ...message });
}

const EMAIL_READ = /^GET \/conversations\/messages\/email\/[^/]+$/;

/** Fetches whatever a record only points to. */
async function fetched(record: RawRecord | undefined): Promise<RawRecord> {
  return toRecord(await hydrate(zapier.app, record, { bundle: { authData: zapier.authData } }));
}

describe('New Conversation', () => {
  const EXPORTED = 'GET /conversations/search';

  test('is found once, with one request for each hundred that are new', async () => {
    const zap = new Deduplicator();
    zap.populate(await zapier.poll('new_conversation'));
    await zapier.sandbox.post('/bulk', {
      kind: 'conversations',
      count: 150,
      withinMs: 60 * 60_000,
    });
    const [first, requests] = await zapier.sandbox.requestsOf(() =>
      zapier.poll('new_conversation'),
    );
    expect(requests.every((request) => request === EXPORTED)).toBe(true);
    expect(requests.length).toBeLessThanOrEqual(3);
    const dates = first.map(({ dateAdded }) => String(dateAdded));
    expect(dates).toEqual(dates.toSorted().toReversed());
    expect(zap.take(first)).toHaveLength(150);

    await zapier.sandbox.post('/bulk', { kind: 'conversations', count: 1 });
    expect(zap.take(await zapier.poll('new_conversation'))).toHaveLength(1);
    expect(zap.take(await zapier.poll('new_conversation'))).toEqual([]);
  });

  test('leaves out what is older, but for an example', async () => {
    const recent = await zapier.poll('new_conversation');
    const examples = await zapier.app.list({
      method: 'triggers.new_conversation.operation.perform',
      bundle: { authData: zapier.authData, meta: { isLoadingSample: true } },
    });
    const age = ({ dateAdded }: RawRecord) => Date.now() - Date.parse(String(dateAdded));
    expect(recent.every((entry) => age(entry) <= 72 * 3600_000 + 60_000)).toBe(true);
    expect(examples.length).toBeGreaterThan(recent.length);
  });

  test('is for those that match the filters at that moment', async () => {
    const { ids } = await zapier.sandbox.post('/bulk', { kind: 'conversations', count: 2 });
    await zapier.sandbox.post('/bulk', { kind: 'conversations', count: 2, channel: 'Email' });
    const onSms = await zapier.poll('new_conversation', {
      channel: 'sms',
      direction: 'inbound',
      unreadOnly: false,
      assignedTo: 'unassigned',
    });
    expect(onSms.map(({ id }) => id)).toEqual(
      expect.arrayContaining(Array.isArray(ids) ? ids : []),
    );
    expect(onSms.every(({ lastMessageChannel }) => lastMessageChannel === 'sms')).toBe(true);
  });
});

describe('New Message', () => {
  const EXPORT = 'GET /conversations/messages/export';

  test('starts a Zap once for each, whatever its channel, in two requests a poll', async () => {
    const zap = new Deduplicator();
    zap.populate(await zapier.poll('new_message'));
    await write('Anna', { channel: 'SMS', body: 'One' });
    await write('Marcus', { channel: 'Email', subject: 'Two', html: '<p>Two</p>' });
    await write('Sofia', { channel: 'WhatsApp', body: 'Three' });
    const [items, requests] = await zapier.sandbox.requestsOf(() => zapier.poll('new_message'));
    expect(requests.slice(0, 2)).toEqual([EXPORT, EXPORT]);
    expect(requests.slice(2)).toEqual([expect.stringMatching(EMAIL_READ)]);
    const started = zap.take(items);
    expect(started.map(({ channel }) => channel)).toEqual(['whatsapp', 'email', 'sms']);
    const [again, quiet] = await zapier.sandbox.requestsOf(() => zapier.poll('new_message'));
    expect(zap.take(again)).toEqual([]);
    expect(quiet).toEqual([EXPORT, EXPORT]);
  });

  test('asks once where a channel is chosen and nothing happened', async () => {
    for (const channel of ['sms', 'email', 'live_chat']) {
      await zapier.poll('new_message', { channel });
      const [items, requests] = await zapier.sandbox.requestsOf(() =>
        zapier.poll('new_message', { channel }),
      );
      expect(requests).toEqual([EXPORT]);
      expect(items.length).toBeGreaterThan(0);
      expect(items.every((item) => item['channel'] === channel)).toBe(true);
    }
  });

  test('loses none where more than a hundred arrive between two polls', async () => {
    const zap = new Deduplicator();
    zap.populate(await zapier.poll('new_message', { channel: 'sms', contains: 'Bulk' }));
    await zapier.sandbox.post('/bulk', { kind: 'messages', count: 300, withinMs: 60_000 });
    const items = await zapier.poll('new_message', { channel: 'sms', contains: 'bulk message' });
    expect(zap.take(items)).toHaveLength(300);
  });

  test('is for those that match direction, words, contact and conversation', async () => {
    const { conversationId } = await write('Anna', { body: 'Is PARKING free?' });
    await write('Anna', { body: 'Parking is free.', direction: 'outbound' });
    await write('Marcus', { body: 'Parking?' });
    const bodies = async (filters: RawRecord) =>
      (await zapier.poll('new_message', { contains: 'parking', ...filters })).map(
        ({ body }) => body,
      );
    expect(await bodies({ direction: 'inbound', conversationId })).toEqual(
      expect.arrayContaining(['Is PARKING free?']),
    );
    expect(await bodies({ direction: 'outbound', contactId: await contactId('Anna') })).toEqual([
      'Parking is free.',
    ]);
    expect(await bodies({ contactId: await contactId('Marcus') })).toEqual(['Parking?']);
  });

  test('leaves out what HighLevel writes itself, unless asked', async () => {
    const activity = async (includeActivity: boolean) =>
      (await zapier.poll('new_message', { includeActivity })).filter(
        ({ isActivity }) => isActivity,
      );
    expect(await activity(false)).toEqual([]);
    expect((await activity(true)).length).toBeGreaterThan(0);
  });

  test('carries its contact, its email and its files, each fetched in one request', async () => {
    await write('Marcus', {
      channel: 'Email',
      subject: 'Offer',
      html: '<p>See <b>below</b></p>',
      attachments: [`${zapier.sandbox.url}/files/seed/price-list.pdf`],
    });
    const [item] = await zapier.poll('new_message', { channel: 'email' });
    expect(findPointers(item, zapier.app.hydrationSecret).map(({ method }) => method)).toEqual([
      'hydrators.contact',
      'hydrators.attachment',
    ]);
    const [message, requests] = await zapier.sandbox.requestsOf(() => fetched(item));
    expect(requests.toSorted()).toEqual([
      `GET /contacts/${String(item?.['contactId'])}`,
      'GET /files/seed/price-list.pdf',
    ]);
    expect(message).toMatchObject({
      contact: { name: 'Marcus Okafor', email: expect.stringMatching(/@example\./) },
      subject: 'Offer',
      body: 'See below',
      emailContent: { html: '<p>See <b>below</b></p>' },
    });
    const [address] = toList(message['attachmentFiles']);
    const file = zapier.app.rpc.file(String(address));
    expect(file?.name).toBe('price-list.pdf');
    expect(file?.content.subarray(0, 4).toString()).toBe('%PDF');
  });

  test('goes on where the contact was deleted meanwhile', async () => {
    await write('Anna', { body: 'Bye' });
    const [item] = await zapier.poll('new_message', { contains: 'Bye', channel: 'sms' });
    await zapier.create('delete_contact', { contactId: item?.['contactId'] });
    const { contact } = await fetched(item);
    expect(toRecord(contact)).toMatchObject({ name: null, email: null, tags: [] });
  });
});
