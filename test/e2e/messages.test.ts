import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { Deduplicator, hydrate, type LocalZapier } from '../../local/index.ts';
import { toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { dropdown } from '../support/dropdown.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await sharedZapier();
});

beforeEach(async () => {
  await zapier.sandbox.reset();
});

const contact = (firstName: string) => zapier.sandbox.record('contacts', { firstName });

async function conversationOf(firstName: string): Promise<RawRecord> {
  return zapier.sandbox.record('conversations', {
    contactId: String((await contact(firstName))['id']),
  });
}

/** Those of the sub-account that is signed in. */
async function conversationIds(filter = ''): Promise<string[]> {
  const query = `locationId=${zapier.authData['locationId'] ?? ''}&${filter}`;
  const conversations = await zapier.sandbox.list(`/state/conversations?${query}`);
  return conversations.map((entry) => text(entry['id']));
}

const text = (value: unknown) => toText(value) ?? '';

describe('Conversations', () => {
  test('a conversation comes with the names of its contact and its user', async () => {
    const { id, contactId } = await conversationOf('Anna');
    const [user] = await zapier.sandbox.list('/state/users');
    await zapier.create('assign_contact', { contactId, userId: user?.['id'] });

    const [found] = await zapier.search('find_conversation', { conversationId: id });

    expect(found).toMatchObject({
      id,
      contactName: 'Anna Lindqvist',
      type: 'phone',
      isUnread: true,
      starred: true,
      assignedTo: user?.['id'],
      assignedUserName: expect.stringMatching(/\w+ \w+/),
    });
  });

  test('many are marked at once, and one that is gone is named', async () => {
    const ids = (await conversationIds('starred=false')).slice(0, 20);

    const result = await zapier.create('update_conversations', {
      conversationIds: [...ids, 'gone1ZbR4xVnL0shT7gK'],
      starred: true,
      markAs: 'read',
    });

    expect(result).toMatchObject({
      updatedCount: 20,
      failedIds: ['gone1ZbR4xVnL0shT7gK'],
      notStartedCount: 0,
    });
    expect(await conversationIds('starred=true')).toEqual(expect.arrayContaining(ids));
  });

  test('many wait for the limit of requests and are all done', async () => {
    const ids = await conversationIds();
    await zapier.sandbox.post('/limits', { max: 10, intervalMs: 100 });

    const result = await zapier.create('update_conversations', {
      conversationIds: ids,
      markAs: 'unread',
    });

    expect(result).toMatchObject({
      updatedCount: ids.length,
      failedCount: 0,
      notStartedCount: 0,
    });
    expect(ids.length).toBeGreaterThan(20);
  });

  test('one is deleted', async () => {
    const { id } = await conversationOf('Anna');

    await zapier.create('delete_conversation', { conversationId: id });

    await expect(zapier.search('find_conversation', { conversationId: id })).resolves.toEqual([]);
  });

  test('one that becomes unread starts a Zap once, and again with the next message', async () => {
    const { id, contactId } = await conversationOf('Marcus');
    const zap = new Deduplicator(['id', 'lastMessageDate']);
    zap.populate(await zapier.poll('unread_conversation'));
    const customerWrites = () =>
      zapier.sandbox.post('/messages', { contactId, channel: 'SMS', body: 'Hello?' });

    await customerWrites();
    const first = zap.take(await zapier.poll('unread_conversation'));
    const again = zap.take(await zapier.poll('unread_conversation'));
    await customerWrites();
    const second = zap.take(await zapier.poll('unread_conversation'));

    expect(first).toMatchObject([{ id, contactName: 'Marcus Okafor' }]);
    expect(again).toEqual([]);
    expect(second).toMatchObject([{ id }]);
  });
});

describe('Messages', () => {
  test('the latest message of a contact is found, and its own reading agrees', async () => {
    const { contactId } = await conversationOf('Anna');

    const [latest] = await zapier.search('find_message', {
      contactId,
      direction: 'inbound',
      channel: 'sms',
    });
    const [same] = await zapier.search('find_message', { messageId: latest?.['id'] });

    expect(latest).toMatchObject({ body: 'Is there parking nearby?', direction: 'inbound' });
    expect(same).toMatchObject({ id: latest?.['id'], body: latest?.['body'] });
  });

  test('an email has every address, both texts and its files', async () => {
    const { id } = await conversationOf('Marcus');
    const sent = await zapier.sandbox.record('emails', {
      conversationId: text(id),
      direction: 'outbound',
    });

    const [email] = await zapier.search('find_email', { emailMessageId: sent['id'] });

    expect(email).toMatchObject({
      subject: 'Re: Quote for whitening',
      cc: ['office@example.org'],
      bcc: ['archive@harbourdental.example.com'],
      text: 'Dear Marcus,\nour price list is attached.\nHarbour Dental',
    });
    const { attachments } = toRecord(
      await hydrate(zapier.app, email, { bundle: { authData: zapier.authData } }),
    );
    const [file] = toList(attachments);
    expect(zapier.app.rpc.file(text(file))).toMatchObject({ name: 'price-list.pdf' });
  });

  test('a conversation becomes one transcript, emails with their text', async () => {
    const { id } = await conversationOf('Marcus');
    await zapier.create('send_sms', {
      contactId: (await contact('Marcus'))['id'],
      message: 'See you on Thursday.',
    });

    const [list] = await zapier.search('find_messages', { conversationId: id });

    expect(list).toMatchObject({ id, count: 4, hasMore: false, contactName: 'Marcus Okafor' });
    const lines = text(list?.['transcript']).split(/\n(?=\d{4}-)/);
    expect(lines).toEqual([
      expect.stringMatching(
        /^\d{4}-\d\d-\d\d \d\d:\d\d Marcus Okafor: \[Email: Quote for whitening\] Hello,\ncould you/,
      ),
      expect.stringMatching(/\[Email: Re: Quote for whitening\] Dear Marcus,.*\[File: http/s),
      expect.stringMatching(/Marcus Okafor: .* Thank you, that works for me\.$/s),
      expect.stringMatching(/: See you on Thursday\.$/),
    ]);
  });

  test('messages are looked for on further pages, with the same filters', async () => {
    const { id } = await conversationOf('Anna');
    await zapier.sandbox.post('/bulk', {
      kind: 'messages',
      count: 700,
      conversationId: id,
      channel: 'SMS',
      direction: 'inbound',
    });
    await zapier.sandbox.delete('/requests');

    const [all] = await zapier.search('find_messages', {
      conversationId: id,
      channel: 'sms',
      limit: 500,
    });
    const [ours] = await zapier.search('find_messages', {
      conversationId: id,
      channel: 'sms',
      direction: 'outbound',
      limit: 500,
    });

    expect(all).toMatchObject({ count: 500, hasMore: true });
    expect(ours).toMatchObject({
      count: 1,
      hasMore: false,
      messages: [{ text: 'Hello Anna! Yes, 9:30 is free. Shall I book it?' }],
    });
    const requests = await zapier.sandbox.list('/requests?path=/conversations/messages/export');
    expect(requests).toHaveLength(3);
    for (const { query } of requests) {
      expect(query).toMatchObject({ conversationId: id, channel: 'SMS', limit: '500' });
    }
  });

  test('a status that changes starts a Zap once for each', async () => {
    const { contactId } = await conversationOf('Anna');
    const [subAccount] = (await zapier.sandbox.info()).subAccounts;
    const provider = subAccount?.providers.find(({ own, type }) => own && type === 'SMS');
    const sent = await zapier.create('send_message', {
      contactId,
      channel: 'custom',
      conversationProviderId: provider?.id,
      message: 'On its way',
    });
    const zap = new Deduplicator(['id', 'status']);
    zap.populate(await zapier.poll('message_status_changed'));

    await zapier.create('update_message_status', { messageId: sent['id'], status: 'delivered' });
    const first = zap.take(await zapier.poll('message_status_changed'));
    const again = zap.take(await zapier.poll('message_status_changed'));
    await zapier.create('update_message_status', { messageId: sent['id'], status: 'read' });
    const second = zap.take(await zapier.poll('message_status_changed', { status: 'read' }));

    const event = { id: sent['id'], body: 'On its way' };
    expect(first).toMatchObject([{ ...event, status: 'delivered' }]);
    expect(again).toEqual([]);
    expect(second).toEqual(
      expect.arrayContaining([expect.objectContaining({ ...event, status: 'read' })]),
    );
  });

  test('dropdowns name messages, emails and reviews by their contacts', async () => {
    const messages = await dropdown(zapier, 'creates.reply_to_message', 'messageId');
    const emails = await dropdown(zapier, 'creates.update_email_status', 'emailMessageId');
    const reviews = await dropdown(zapier, 'creates.reply_to_review', 'conversationId');

    expect(Object.values(messages)).toContainEqual(
      expect.stringMatching(/^Anna Lindqvist \(SMS, inbound, .*\): Is there parking nearby\?$/),
    );
    expect(Object.values(emails)).toContainEqual(
      expect.stringMatching(/^Marcus Okafor \(Email, inbound, /),
    );
    expect(Object.values(reviews)).toEqual(['Grace Achebe: Friendly team, no waiting. 5 stars.']);
  });
});
