import { describe, expect, test } from '@jest/globals';

import { PROVIDERS } from '../../sandbox/seed/lists.ts';
import { at, contactId, dto, HARBOUR, list, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();

const send = (body: Record<string, unknown>): Promise<unknown> =>
  sandbox.sdk().conversations.sendANewMessage(dto({ contactId: contactId(0), ...body }));

const refused = async (body: Record<string, unknown>): Promise<unknown> => {
  const answer = await sandbox.call('/conversations/messages', {
    body: { contactId: contactId(0), ...body },
  });
  expect(answer.status).toBe(400);
  return at(answer.body, 'message');
};

const stored = async (sent: unknown): Promise<unknown> =>
  at(await sandbox.control(`/state/messages?id=${text(sent, 'messageId')}`), 0);

const email = async (id: string): Promise<unknown> =>
  at(await sandbox.control(`/state/emails?id=${id}`), 0);

const inSeconds = (minutes: number): number => Math.floor(Date.now() / 1000) + minutes * 60;

describe('text', () => {
  test('needs type, contact and message, and becomes the last message', async () => {
    const sent = await send({ type: 'SMS', message: 'Yes, behind the house.' });
    expect(sent).toEqual({
      conversationId: expect.any(String),
      messageId: expect.any(String),
      traceId: expect.any(String),
    });
    expect(await stored(sent)).toMatchObject({
      direction: 'outbound',
      body: 'Yes, behind the house.',
      from: '+16175550100',
      to: '+16175550120',
      status: 'sent',
    });
    const search = await sandbox.call(`/conversations/search?locationId=${HARBOUR}&limit=1`);
    expect(at(search.body, 'conversations', 0)).toMatchObject({
      id: at(sent, 'conversationId'),
      lastMessageBody: 'Yes, behind the house.',
      lastMessageDirection: 'outbound',
      lastOutboundMessageAction: 'manual',
    });
  });

  test('takes a subType in text, and a status', async () => {
    const sent = await send({ type: 'SMS', message: 'Hi', subType: 'SMS', status: 'pending' });
    expect(sent).toMatchObject({ messageId: expect.any(String) });
  });

  test('makes the conversation of a contact that has none', async () => {
    const sent = await send({ type: 'SMS', contactId: contactId(21), message: 'Hello' });
    expect(await sandbox.control(`/state/conversations?contactId=${contactId(21)}`)).toHaveLength(
      1,
    );
    expect(text(sent, 'conversationId')).toMatch(/^\w{20}$/);
  });

  test.each([
    ['an unknown contact', { type: 'SMS', contactId: 'nope', message: 'x' }, /not found/],
    ['no content', { type: 'SMS', message: ' ' }, /no message or attachments/],
    ['a contact without phone', { type: 'SMS', contactId: contactId(4), message: 'x' }, /phone/],
    [
      'a foreign sender number',
      { type: 'SMS', message: 'x', fromNumber: '+15005550006' },
      /fromNumber/,
    ],
    ['a foreign recipient', { type: 'SMS', message: 'x', toNumber: '+16175550199' }, /toNumber/],
    [
      'a contact who wants no texts',
      { type: 'SMS', contactId: contactId(12), message: 'x' },
      /DND/,
    ],
    [
      'a contact who wants nothing',
      { type: 'Email', contactId: contactId(30), html: 'x', subject: 'x' },
      /DND/,
    ],
    ['Instagram without a thread', { type: 'IG', message: 'x' }, /no IG conversation/],
    ['Custom without provider', { type: 'Custom', message: 'x' }, /conversationProviderId/],
    [
      'an unknown provider',
      { type: 'Custom', message: 'x', conversationProviderId: 'x' },
      /provider/,
    ],
    [
      'a provider of another kind',
      { type: 'SMS', message: 'x', conversationProviderId: PROVIDERS.ownEmail },
      /Incorrect/,
    ],
    [
      'milliseconds',
      { type: 'SMS', message: 'x', scheduledTimestamp: Date.now() + 60_000 },
      /seconds/,
    ],
    ['the past', { type: 'SMS', message: 'x', scheduledTimestamp: 1_600_000_000 }, /future/],
  ])('refuses %s', async (_, body, message) => {
    expect(await refused(body)).toMatch(message);
  });

  test.each([
    ['WhatsApp', 2, {}],
    ['IG', 3, {}],
    ['FB', 5, {}],
    ['Live_Chat', 8, {}],
    ['TIKTOK', 18, {}],
    ['RCS', 0, {}],
    ['InternalComment', 0, {}],
    ['Custom', 11, { conversationProviderId: PROVIDERS.ownSms }],
    ['SMS', 0, { message: undefined, attachments: ['https://example.com/a.png'] }],
  ])('%s is accepted', async (type, index, more) => {
    const sent = await send({ type, contactId: contactId(index), message: 'Hello', ...more });
    expect(await stored(sent)).toMatchObject({ direction: 'outbound' });
  });
});

describe('email', () => {
  test('keeps subject, body and every address', async () => {
    const sent = await send({
      type: 'Email',
      contactId: contactId(1),
      subject: 'Plan',
      html: '<p>Your <b>plan</b></p>',
      emailTo: 'marcus.private@example.com',
      emailCc: ['a@example.com'],
      emailBcc: ['b@example.com'],
      attachments: ['https://example.com/plan.pdf'],
    });
    expect(await email(text(sent, 'emailMessageId'))).toMatchObject({
      subject: 'Plan',
      body: '<p>Your <b>plan</b></p>',
      to: ['marcus.private@example.com'],
      cc: ['a@example.com'],
      bcc: ['b@example.com'],
      attachments: ['https://example.com/plan.pdf'],
      direction: 'outbound',
    });
  });

  test('replies stay in the thread, to all with their cc; forwards go elsewhere', async () => {
    const first = at(await sandbox.control(`/state/emails?contactId=${contactId(1)}`), 0);
    const reply = await send({
      type: 'Email',
      contactId: contactId(1),
      html: '<p>Fine</p>',
      replyMessageId: text(first, 'id'),
      emailReplyMode: 'reply_all',
    });
    expect(await email(text(reply, 'emailMessageId'))).toMatchObject({
      threadId: at(first, 'threadId'),
      subject: 'Re: Quote for whitening',
      cc: ['office@example.org'],
      replyToMessageId: at(first, 'id'),
    });
    const forward = await send({
      type: 'Email',
      contactId: contactId(1),
      forward: {
        isForwarded: true,
        emailMessageId: text(first, 'id'),
        toEmail: 'lab@example.org',
      },
    });
    expect(forward).toMatchObject({ forwardData: { forwardToEmail: 'lab@example.org' } });
    expect(await email(text(forward, 'emailMessageId'))).toMatchObject({
      to: ['lab@example.org'],
      subject: 'Fwd: Quote for whitening',
    });
  });

  test.each([
    ['no body', { subject: 'x' }, /html or message/],
    ['no subject', { html: 'x' }, /subject/],
    ['a foreign recipient', { html: 'x', subject: 'x', emailTo: 'else@example.com' }, /emailTo/],
    ['a broken cc', { html: 'x', subject: 'x', emailCc: ['nobody'] }, /Invalid email/],
    ['a contact without address', { html: 'x', subject: 'x', contactId: contactId(7) }, /email/],
    ['an unknown message to reply to', { html: 'x', replyMessageId: 'x' }, /not found/],
  ])('refuses %s', async (_, body, message) => {
    expect(await refused({ type: 'Email', ...body })).toMatch(message);
  });
});

describe('schedule', () => {
  test('a message waits and is cancelled once', async () => {
    const { conversations } = sandbox.sdk();
    const sent = await send({ type: 'SMS', message: 'Later', scheduledTimestamp: inSeconds(60) });
    const messageId = text(sent, 'messageId');
    expect(await conversations.getMessage({ id: messageId })).toMatchObject({
      message: { status: 'scheduled' },
    });
    expect(await conversations.cancelScheduledMessage({ messageId })).toMatchObject({
      status: 200,
    });
    const path = `/conversations/messages/${messageId}/schedule`;
    expect(await sandbox.call(path, { method: 'DELETE' })).toMatchObject({
      status: 400,
      body: { message: 'Message is already cancelled' },
    });
  });

  test('an email is cancelled by its own id', async () => {
    const sent = await send({
      type: 'Email',
      subject: 'Later',
      html: 'x',
      scheduledTimestamp: inSeconds(60),
    });
    const emailMessageId = text(sent, 'emailMessageId');
    const { conversations } = sandbox.sdk();
    expect(await conversations.cancelScheduledEmailMessage({ emailMessageId })).toMatchObject({
      status: 200,
    });
    expect(await email(emailMessageId)).toMatchObject({ cancelled: true });
  });

  test('what has been sent cannot be cancelled', async () => {
    const sent = await send({ type: 'SMS', message: 'Now' });
    const path = `/conversations/messages/${text(sent, 'messageId')}/schedule`;
    expect((await sandbox.call(path, { method: 'DELETE' })).status).toBe(400);
  });
});

describe('status', () => {
  const own = (): Promise<unknown> =>
    send({
      type: 'Custom',
      contactId: contactId(11),
      message: 'x',
      conversationProviderId: PROVIDERS.ownSms,
    });
  const update = (id: string, body: Record<string, unknown>) =>
    sandbox.call(`/conversations/messages/${id}/status`, { method: 'PUT', body });

  test('is set by the app that owns the provider', async () => {
    const sent = await own();
    expect(await stored(sent)).toMatchObject({ status: 'pending' });
    const { conversations } = sandbox.sdk();
    const messageId = text(sent, 'messageId');
    const answer: unknown = await conversations.updateMessageStatus(
      { messageId },
      { status: 'failed', error: { code: '1', type: 'saas', message: 'No signal' } },
    );
    expect(answer).toMatchObject({ messageId, status: 'failed' });
    expect(await stored(sent)).toMatchObject({ status: 'failed', error: { message: 'No signal' } });
  });

  test('is refused for messages of others', async () => {
    const sms = await send({ type: 'SMS', message: 'x' });
    expect((await update(text(sms, 'messageId'), { status: 'delivered' })).status).toBe(403);
    const other = await send({
      type: 'Custom',
      contactId: contactId(11),
      message: 'x',
      conversationProviderId: PROVIDERS.otherSms,
    });
    expect((await update(text(other, 'messageId'), { status: 'delivered' })).status).toBe(403);
  });

  test.each([401, 403])('is refused with %i for a while after sending', async (code) => {
    await sandbox.control('/settings', { statusRefusals: 2, statusRefusalCode: code });
    const id = text(await own(), 'messageId');
    for (let refusal = 0; refusal < 2; refusal += 1) {
      expect(await update(id, { status: 'delivered' })).toMatchObject({
        status: code,
        body: { message: 'No conversation provider found for this message' },
      });
    }
    expect((await update(id, { status: 'delivered' })).status).toBe(200);
  });

  test('of an email of the own provider is set over v3', async () => {
    const sent = await send({
      type: 'Email',
      subject: 'x',
      html: 'x',
      conversationProviderId: PROVIDERS.ownEmail,
    });
    const id = text(sent, 'emailMessageId');
    const answer = await sandbox.call(`/conversations/messages/email/${id}/status`, {
      method: 'PUT',
      version: 'v3',
      body: { status: 'opened', events: { opened: 1 } },
    });
    expect(answer).toMatchObject({ status: 200, body: { success: true } });
    expect(await email(id)).toMatchObject({ status: 'opened' });
  });
});

describe('reviews', () => {
  test('are replied to, other conversations are not', async () => {
    const conversations = list(await sandbox.control('/state/conversations'));
    const of = (index: number): string =>
      text(
        conversations.find((one) => at(one, 'contactId') === contactId(index)),
        'id',
      );
    const reply = { locationId: HARBOUR, message: 'Thank you!' };
    expect(
      await sandbox.sdk().conversations.sendReviewReply({ ...reply, conversationId: of(6) }),
    ).toMatchObject({ messageIds: [expect.any(String)] });
    const refusal = await sandbox.call('/conversations/messages/review-reply', {
      body: { ...reply, conversationId: of(0) },
    });
    expect(refusal.status).toBe(400);
  });
});
