import { describe, expect, test } from '@jest/globals';

import { PROVIDERS } from '../../sandbox/seed/lists.ts';
import { at, contactId, dto, HARBOUR, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();

const add = (body: Record<string, unknown>): Promise<unknown> =>
  sandbox.sdk().conversations.addAnInboundMessage(dto(body));

const raw = (body: Record<string, unknown>, path = 'inbound') =>
  sandbox.call(`/conversations/messages/${path}`, { body });

const stored = async (answer: unknown): Promise<unknown> =>
  at(await sandbox.control(`/state/messages?id=${text(answer, 'messageId')}`), 0);

const conversationOf = async (index: number): Promise<string> =>
  text(await sandbox.control(`/state/conversations?contactId=${contactId(index)}`), 0, 'id');

describe('inbound', () => {
  test('needs a contact or a conversation, not both', async () => {
    const byContact = await add({
      type: 'SMS',
      contactId: contactId(0),
      message: 'From elsewhere',
    });
    expect(byContact).toMatchObject({ success: true, message: 'From elsewhere' });
    const conversationId = await conversationOf(0);
    const byConversation = await add({ type: 'SMS', conversationId, message: 'Again' });
    expect(at(byConversation, 'conversationId')).toBe(conversationId);
    expect(await stored(byConversation)).toMatchObject({ direction: 'inbound', body: 'Again' });
    expect((await raw({ type: 'SMS', message: 'x' })).status).toBe(400);
    expect(
      (await raw({ type: 'SMS', conversationId, contactId: contactId(1), message: 'x' })).status,
    ).toBe(400);
  });

  test('counts as unread and keeps its own date', async () => {
    const date = '2025-01-02T03:04:05.000Z';
    const old = await add({ type: 'SMS', contactId: contactId(0), message: 'Old', date });
    expect(at(old, 'dateAdded')).toBe(date);
    const conversation = at(
      await sandbox.control(`/state/conversations?contactId=${contactId(0)}`),
      0,
    );
    expect(conversation).toMatchObject({
      unreadCount: 2,
      lastMessageBody: 'Is there parking nearby?',
    });
  });

  test('custom messages need their provider', async () => {
    const custom = { type: 'Custom', contactId: contactId(11), message: 'x' };
    const empty = await raw(custom);
    expect(empty).toMatchObject({ status: 201, text: '' });
    const unknown = await raw({ ...custom, conversationProviderId: 'x' });
    expect(unknown.status).toBe(500);
    const unfit = await raw({ ...custom, conversationProviderId: PROVIDERS.ownEmail });
    expect(unfit).toMatchObject({
      status: 400,
      body: { message: 'Incorrect conversationProviderId/type' },
    });
    const right = await add({ ...custom, conversationProviderId: PROVIDERS.ownSms });
    expect(await stored(right)).toMatchObject({ conversationProviderId: PROVIDERS.ownSms });
  });

  test('emails thread by the email they answer', async () => {
    const first = at(await sandbox.control(`/state/emails?contactId=${contactId(1)}`), 0);
    const answer = await add({
      type: 'Email',
      contactId: contactId(1),
      html: '<p>One more question</p>',
      emailFrom: 'marcus.okafor@example.org',
      emailMessageId: text(first, 'id'),
    });
    const email = at(
      await sandbox.control(`/state/emails?id=${text(answer, 'emailMessageId')}`),
      0,
    );
    expect(email).toMatchObject({
      threadId: at(first, 'threadId'),
      direction: 'inbound',
      from: 'marcus.okafor@example.org',
    });
  });
});

describe('calls from outside', () => {
  const call = { to: '+16175550100', from: '+16175550129', status: 'completed' };

  test('are logged in both directions, and take attachments', async () => {
    const conversationId = await conversationOf(9);
    const provider = { conversationProviderId: PROVIDERS.ownCall };
    const inbound = await add({ type: 'Call', conversationId, call, ...provider });
    expect(await stored(inbound)).toMatchObject({
      direction: 'inbound',
      subType: 'EXTERNAL_CALL',
      call: { status: 'completed' },
    });
    const { conversations } = sandbox.sdk();
    const outbound: unknown = await conversations.addAnOutboundMessage(
      dto({ type: 'Call', conversationId, call, ...provider }),
    );
    expect(await stored(outbound)).toMatchObject({
      direction: 'outbound',
      messageType: 'TYPE_CUSTOM_CALL',
    });
    const attachments = ['https://example.com/recording.wav'];
    const messageId = text(outbound, 'messageId');
    await conversations.addMessageAttachments({ messageId }, { attachments });
    expect(await stored(outbound)).toMatchObject({ attachments });
  });

  test('attachments: at most five, on external calls only', async () => {
    const put = (id: string, attachments: string[]) =>
      sandbox.call(`/conversations/messages/${id}/attachments`, {
        method: 'PUT',
        body: { attachments },
      });
    const sms = text(await sandbox.control(`/state/messages?contactId=${contactId(0)}`), 0, 'id');
    expect((await put(sms, ['https://example.com/a.wav'])).status).toBe(403);
    expect((await put('nope', [])).status).toBe(404);
    expect(
      (
        await put(
          sms,
          Array.from({ length: 6 }, () => 'https://example.com/a'),
        )
      ).status,
    ).toBe(422);
  });

  test('outbound ones need the location’s own provider', async () => {
    const conversationId = await conversationOf(9);
    const body = { type: 'Call', conversationId, conversationProviderId: PROVIDERS.ownSms };
    expect((await raw(body, 'outbound')).status).toBe(400);
    expect((await raw({ ...body, type: 'SMS' }, 'outbound')).status).toBe(422);
  });
});

test('typing in live chat needs the visitor', async () => {
  const conversationId = await conversationOf(8);
  const contact = await sandbox.call(`/contacts/${contactId(8)}`);
  const visitorId = text(contact.body, 'contact', 'visitorId');
  const body = { locationId: HARBOUR, isTyping: true, visitorId, conversationId };
  expect(await sandbox.sdk().conversations.liveChatAgentTyping(dto(body))).toMatchObject({
    success: true,
  });
  const other = await sandbox.call('/conversations/providers/live-chat/typing', {
    body: { ...body, visitorId: 'x' },
  });
  expect(other.status).toBe(400);
});
