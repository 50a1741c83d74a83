import { describe, expect, test } from '@jest/globals';

import { at, contactId, HARBOUR, list, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();

const write = (body: Record<string, unknown>) =>
  sandbox.control('/messages', { contactId: contactId(21), channel: 'Email', ...body });

const exported = async (more: Record<string, unknown> = {}): Promise<unknown[]> =>
  list(
    await sandbox.sdk().conversations.exportMessagesByLocation({
      locationId: HARBOUR,
      contactId: contactId(21),
      channel: 'Email',
      ...more,
    }),
    'messages',
  );

const emailIds = (row: unknown): unknown[] => list(row, 'meta', 'email', 'messageIds');

/** A thread of two mails: ours of 2026-01-01, the contact's answer of 2026-01-02. */
async function thread(): Promise<{ first: unknown; reply: unknown }> {
  const first = await write({
    direction: 'outbound',
    status: 'opened',
    subject: 'Offer',
    html: '<p>Our <b>offer</b></p>',
    dateAdded: '2026-01-01T10:00:00Z',
  });
  const reply = await write({
    threadId: text(first, 'threadId'),
    subject: 'Re: Offer',
    html: '<p>Too dear</p>',
    dateAdded: '2026-01-02T10:00:00Z',
  });
  return { first, reply };
}

describe('a thread', () => {
  test('is one row, whose id and date stay and whose state is the latest mail’s', async () => {
    const { first, reply } = await thread();
    expect(text(reply, 'messageId')).toBe(text(first, 'messageId'));
    const [row, ...others] = await exported();
    expect(others).toEqual([]);
    expect(row).toMatchObject({
      id: text(first, 'messageId'),
      messageType: 'TYPE_EMAIL',
      dateAdded: '2026-01-01T10:00:00.000Z',
      dateUpdated: '2026-01-02T10:00:00.000Z',
      direction: 'inbound',
      status: 'delivered',
    });
    expect(emailIds(row)).toEqual([text(first, 'emailMessageId'), text(reply, 'emailMessageId')]);
  });

  test('has no words of its latest mail in the row: none, or those that it quotes', async () => {
    const first = await write({ subject: 'Offer', html: '<p>Our <b>offer</b></p>' });
    expect(at((await exported())[0], 'body')).toBeUndefined();
    await write({ threadId: text(first, 'threadId'), html: '<p>Too dear</p>' });
    expect(at((await exported())[0], 'body')).toBe('Our offer');
  });

  test('is read mail by mail', async () => {
    const { reply } = await thread();
    const { conversations } = sandbox.sdk();
    const email: unknown = await conversations.getEmailById({ id: text(reply, 'emailMessageId') });
    expect(email).toMatchObject({
      emailMessage: {
        subject: 'Re: Offer',
        body: '<p>Too dear</p>',
        direction: 'inbound',
        dateAdded: '2026-01-02T10:00:00.000Z',
        threadId: text(reply, 'threadId'),
      },
    });
  });

  test('stays back by creation and comes first by update', async () => {
    const { first, reply } = await thread();
    const other = await write({ subject: 'Other', dateAdded: '2026-01-01T12:00:00Z' });
    const ids = async (sortBy: string) =>
      (await exported({ sortBy })).map((row) => text(row, 'id'));
    expect(await ids('createdAt')).toEqual([text(other, 'messageId'), text(first, 'messageId')]);
    expect(await ids('updatedAt')).toEqual([text(reply, 'messageId'), text(other, 'messageId')]);
  });

  test('a mail that came late does not become its latest', async () => {
    const { first } = await thread();
    await write({
      threadId: text(first, 'threadId'),
      direction: 'outbound',
      html: '<p>Found again</p>',
      dateAdded: '2026-01-01T11:00:00Z',
    });
    const [row] = await exported();
    expect(row).toMatchObject({ direction: 'inbound', dateUpdated: '2026-01-02T10:00:00.000Z' });
    expect(emailIds(row)).toHaveLength(3);
  });

  test('grows by a reply over the API, in both directions', async () => {
    const { reply } = await thread();
    const messageId = text(reply, 'messageId');
    const sent = await sandbox.call('/conversations/messages', {
      body: {
        type: 'Email',
        contactId: contactId(21),
        html: '<p>Half of it</p>',
        replyMessageId: text(reply, 'emailMessageId'),
      },
    });
    expect(sent.body).toMatchObject({ messageId, emailMessageId: expect.any(String) });
    expect((await exported())[0]).toMatchObject({
      direction: 'outbound',
      status: 'sent',
      body: 'Too dear',
    });
    const received = await sandbox.call('/conversations/messages/inbound', {
      body: {
        type: 'Email',
        contactId: contactId(21),
        html: '<p>Agreed</p>',
        emailFrom: 'someone@example.org',
        emailMessageId: text(sent.body, 'emailMessageId'),
      },
    });
    expect(received.body).toMatchObject({ messageId });
    const [row] = await exported();
    expect(row).toMatchObject({ direction: 'inbound', body: 'Half of it' });
    expect(emailIds(row)).toHaveLength(4);
  });

  test('a scheduled mail leaves, and only that one is canceled', async () => {
    const { reply } = await thread();
    const schedule = async (): Promise<string> =>
      text(
        await sandbox
          .call('/conversations/messages', {
            body: {
              type: 'Email',
              contactId: contactId(21),
              html: '<p>Later</p>',
              threadId: text(reply, 'messageId'),
              subject: 'Offer',
              scheduledTimestamp: Math.floor(Date.now() / 1000) + 3600,
            },
          })
          .then(({ body }) => body),
        'emailMessageId',
      );
    const id = await schedule();
    expect((await exported())[0]).toMatchObject({ status: 'scheduled', direction: 'outbound' });
    const path = `/conversations/messages/email/${id}/schedule`;
    expect((await sandbox.call(path, { method: 'DELETE' })).status).toBe(200);
    expect((await exported())[0]).toMatchObject({ status: 'failed' });
    const kept = await sandbox.control(`/state/emails?id=${text(reply, 'emailMessageId')}`);
    expect(at(kept, 0)).toMatchObject({ status: 'delivered' });
  });

  test('is deleted with its conversation, and is another one afterwards', async () => {
    const { first, reply } = await thread();
    await sandbox.call(`/conversations/${text(reply, 'conversationId')}`, { method: 'DELETE' });
    expect(await sandbox.control(`/state/emails?contactId=${contactId(21)}`)).toEqual([]);
    const next = await write({ threadId: text(first, 'threadId'), subject: 'Again' });
    expect(text(next, 'messageId')).not.toBe(text(first, 'messageId'));
  });
});

test('some rows have the ids one level deeper', async () => {
  await write({ subject: 'Deep', emailMeta: 'nested' });
  const [row] = await exported();
  expect(list(row, 'meta', 'email', 'email', 'messageIds')).toHaveLength(1);
  const rows = list(
    await sandbox.sdk().conversations.exportMessagesByLocation({
      locationId: HARBOUR,
      channel: 'Email',
    }),
    'messages',
  );
  expect(rows.some((one) => at(one, 'meta', 'email', 'messageIds') !== undefined)).toBe(true);
});

test('the conversation shows the words of the latest mail', async () => {
  await thread();
  const found = await sandbox.call(
    `/conversations/search?locationId=${HARBOUR}&contactId=${contactId(21)}`,
  );
  expect(at(found.body, 'conversations', 0)).toMatchObject({
    lastMessageBody: 'Too dear',
    lastMessageDirection: 'inbound',
    lastMessageType: 'TYPE_EMAIL',
    unreadCount: 1,
  });
});
