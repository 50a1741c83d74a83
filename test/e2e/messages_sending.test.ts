import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { LocalZapier } from '../../local/index.ts';
import { toText, type RawRecord } from '../../resources/values.ts';
import { dropdown } from '../support/dropdown.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await sharedZapier();
});

beforeEach(async () => {
  await zapier.reset();
});

const idOf = async (firstName: string) =>
  toText((await zapier.sandbox.record('contacts', { firstName }))['id']) ?? '';

const messageOf = (id: unknown) => zapier.sandbox.record('messages', { id: String(id) });

const emailOf = (id: unknown) => zapier.sandbox.record('emails', { id: String(id) });

/** The id of a conversation provider of the sub-account. */
async function providerOf(type: string): Promise<unknown> {
  const [subAccount] = (await zapier.sandbox.info()).subAccounts;
  return subAccount?.providers.find((provider) => provider.own && provider.type === type)?.id;
}

async function latest(contactId: string, filters: RawRecord = {}): Promise<RawRecord> {
  const [found] = await zapier.search('find_message', { contactId, ...filters });
  return found ?? {};
}

describe('Sending', () => {
  test('an SMS goes out, and its double does not', async () => {
    const inputData = { contactId: await idOf('Anna'), message: 'Your order is ready.' };

    const sent = await zapier.create('send_sms', inputData);

    expect(await messageOf(sent['id'])).toMatchObject({
      messageType: 'TYPE_SMS',
      direction: 'outbound',
      body: 'Your order is ready.',
    });
    await expect(zapier.create('send_sms', inputData)).rejects.toMatchObject({
      name: 'HaltedError',
    });
  });

  test('an email goes out to everyone named', async () => {
    const sent = await zapier.create('send_email', {
      contactId: await idOf('Marcus'),
      subject: 'Your quote',
      message: 'Dear Marcus,\nhere it is.',
      emailCc: ['office@example.org'],
    });

    expect(await emailOf(sent['emailMessageId'])).toMatchObject({
      subject: 'Your quote',
      body: 'Dear Marcus,<br>here it is.',
      cc: ['office@example.org'],
    });
  });

  test('an answer takes the channel of the message', async () => {
    const contactId = await idOf('Sofia');
    const { id } = await latest(contactId, { direction: 'inbound' });

    const sent = await zapier.create('reply_to_message', { messageId: id, message: 'Of course!' });

    expect(await messageOf(sent['id'])).toMatchObject({
      messageType: 'TYPE_WHATSAPP',
      contactId,
      body: 'Of course!',
    });
  });

  test('an answer to an email stays in its thread, to all or to the sender', async () => {
    const message = await latest(await idOf('Marcus'));
    const answered = await emailOf(message['emailMessageId']);

    const sent = await zapier.create('reply_to_message', {
      messageId: message['id'],
      message: 'Gladly.',
      mode: 'reply_all',
    });

    expect(await emailOf(sent['emailMessageId'])).toMatchObject({
      threadId: answered['threadId'],
      replyToMessageId: answered['id'],
      subject: answered['subject'],
      cc: answered['cc'],
    });
  });

  test('an email is forwarded', async () => {
    const message = await latest(await idOf('Marcus'));

    const sent = await zapier.create('reply_to_message', {
      messageId: message['id'],
      mode: 'forward',
      forwardTo: 'lawyer@example.com',
    });

    expect(await emailOf(sent['emailMessageId'])).toMatchObject({
      to: ['lawyer@example.com'],
      subject: expect.stringMatching(/^Fwd: /),
    });
  });

  test('what a custom provider brought is answered through it', async () => {
    const { id } = await latest(await idOf('Kenji'), { direction: 'inbound' });

    const sent = await zapier.create('reply_to_message', { messageId: id, message: 'Hello' });

    expect(await messageOf(sent['id'])).toMatchObject({
      messageType: 'TYPE_CUSTOM_SMS',
      conversationProviderId: await providerOf('SMS'),
    });
  });

  test('a review is answered once', async () => {
    const { id } = await zapier.sandbox.record('conversations', { contactId: await idOf('Grace') });
    const inputData = { conversationId: id, message: 'Thank you, Grace!' };

    const sent = await zapier.create('reply_to_review', inputData);

    expect(await messageOf(sent['id'])).toMatchObject({ messageType: 'TYPE_REVIEW' });
    await expect(zapier.create('reply_to_review', inputData)).rejects.toMatchObject({
      name: 'HaltedError',
    });
  });

  test('a scheduled message is canceled once; then there is nothing to cancel', async () => {
    const choices = await dropdown(zapier, 'creates.cancel_scheduled_message', 'messageId');
    const [id] = Object.keys(choices).filter((key) => choices[key]?.includes('(SMS'));
    const inputData = { messageId: id };

    const canceled = await zapier.create('cancel_scheduled_message', inputData);

    expect(canceled).toMatchObject({
      id,
      channel: 'sms',
      body: expect.any(String),
      link: expect.stringContaining('/conversations/'),
      canceled: true,
    });
    expect(await messageOf(id)).toMatchObject({ cancelled: true });
    await expect(zapier.create('cancel_scheduled_message', inputData)).rejects.toMatchObject({
      name: 'HaltedError',
      summary: expect.stringContaining('There is nothing to cancel'),
    });
  });

  test.each<[string, (sent: RawRecord) => unknown]>([
    ['the ID of its message', (sent) => sent['id']],
    ['its own ID', (sent) => sent['emailMessageId']],
  ])('a scheduled email is canceled by %s', async (_what, idIn) => {
    const sent = await zapier.create('send_email', {
      contactId: await idOf('Marcus'),
      subject: 'Later',
      message: 'Later',
      scheduledTimestamp: new Date(Date.now() + 3_600_000).toISOString(),
    });

    const canceled = await zapier.create('cancel_scheduled_message', { messageId: idIn(sent) });

    expect(canceled).toMatchObject({ channel: 'email', subject: 'Later', canceled: true });
    expect(await emailOf(sent['emailMessageId'])).toMatchObject({ cancelled: true });
  });

  test('the dropdown of scheduled messages offers emails, which are canceled too', async () => {
    const sent = await zapier.create('send_email', {
      contactId: await idOf('Marcus'),
      subject: 'Later',
      message: 'Later',
      scheduledTimestamp: new Date(Date.now() + 3_600_000).toISOString(),
    });
    const choices = await dropdown(zapier, 'creates.cancel_scheduled_message', 'messageId');
    const messageId = toText(sent['emailMessageId']) ?? '';

    await zapier.create('cancel_scheduled_message', { messageId });

    expect(choices[messageId]).toMatch(/^Marcus Okafor \(Email, outbound, created /);
    expect(await emailOf(messageId)).toMatchObject({ cancelled: true });
  });

  test('an email that was sent is not canceled', async () => {
    const { emailMessageId } = await latest(await idOf('Marcus'), { direction: 'inbound' });

    await expect(
      zapier.create('cancel_scheduled_message', { messageId: emailMessageId }),
    ).rejects.toMatchObject({ name: 'HaltedError' });
  });

  test('typing shows in a live chat, and nowhere else', async () => {
    const chat = await zapier.sandbox.record('conversations', { contactId: await idOf('Emily') });
    const sms = await zapier.sandbox.record('conversations', { contactId: await idOf('Anna') });

    await expect(
      zapier.create('show_typing', { conversationId: chat['id'] }),
    ).resolves.toMatchObject({ id: chat['id'], isTyping: true });
    await expect(zapier.create('show_typing', { conversationId: sms['id'] })).rejects.toThrow(
      /never used the live chat/,
    );
  });

  test('the status of an email is for its own provider to set', async () => {
    const { emailMessageId } = await latest(await idOf('Marcus'));

    await expect(
      zapier.create('update_email_status', { emailMessageId, status: 'delivered' }),
    ).rejects.toThrow(/only the app that owns its conversation provider can/);
  });
});

describe('Adding what happened elsewhere', () => {
  test('what a contact wrote on another app stands in the conversation, unread', async () => {
    const contactId = await idOf('Jonas');

    const added = await zapier.create('add_inbound_message', {
      contactId,
      channel: 'custom',
      conversationProviderId: await providerOf('SMS'),
      message: 'Hello from another app',
      altId: 'ref-7',
    });

    expect(await messageOf(added['id'])).toMatchObject({
      direction: 'inbound',
      body: 'Hello from another app',
      altId: 'ref-7',
    });
    expect(await zapier.sandbox.record('conversations', { contactId })).toMatchObject({
      unreadCount: 1,
    });
  });

  test.each([
    ['no provider', undefined],
    ['a provider that is not there', 'provider1ZbR4xVnL0sh'],
  ])('%s is said in so many words', async (_case, conversationProviderId) => {
    await expect(
      zapier.create('add_inbound_message', {
        contactId: await idOf('Jonas'),
        channel: 'custom',
        message: 'Hello',
        conversationProviderId,
      }),
    ).rejects.toThrow(/"Conversation Provider\\?" is empty or not the right one/);
  });

  test('an email joins the thread that it answers', async () => {
    const contactId = await idOf('Marcus');
    const answered = await emailOf((await latest(contactId))['emailMessageId']);

    const added = await zapier.create('add_inbound_message', {
      contactId,
      channel: 'email',
      message: 'One more question.',
      emailMessageId: answered['id'],
    });

    expect(await emailOf(added['emailMessageId'])).toMatchObject({
      threadId: answered['threadId'],
      direction: 'inbound',
      from: 'marcus.okafor@example.org',
    });
  });

  test.each(['inbound', 'outbound'])(
    'an %s call is logged with its recording',
    async (direction) => {
      const contactId = await idOf('Anna');
      const call = {
        contactId,
        direction,
        status: 'completed',
        conversationProviderId: await providerOf('Call'),
        from: '+15550100123',
        to: '+15550100100',
        attachments: ['https://calls.example.com/7.mp3'],
      };

      const logged = await zapier.create('log_call', { ...call, duration: 95 });

      expect(await messageOf(logged['id'])).toMatchObject({
        direction,
        subType: 'EXTERNAL_CALL',
        attachments: ['https://calls.example.com/7.mp3'],
        call: { status: 'completed' },
      });
      expect(await messageOf(logged['commentId'])).toMatchObject({
        messageType: 'TYPE_INTERNAL_COMMENT',
        body: 'The call lasted 1 min 35 s.',
      });
    },
  );

  test('the attachments of a logged call are replaced, those of other messages are not', async () => {
    const contactId = await idOf('Anna');
    const logged = await zapier.create('log_call', {
      contactId,
      direction: 'outbound',
      status: 'completed',
      conversationProviderId: await providerOf('Call'),
      attachments: ['https://calls.example.com/old.mp3'],
    });
    const attachments = ['https://calls.example.com/new.mp3'];

    await zapier.create('add_message_attachments', { messageId: logged['id'], attachments });

    expect(await messageOf(logged['id'])).toMatchObject({ attachments });
    const { id } = await latest(contactId, { channel: 'sms' });
    await expect(
      zapier.create('add_message_attachments', { messageId: id, attachments }),
    ).rejects.toThrow(/does not support attachment updates/);
  });

  test('a file is uploaded, and sent by the address that it got', async () => {
    const contactId = await idOf('Anna');
    const uploaded = await zapier.create('upload_attachment', {
      contactId,
      file: `${zapier.sandbox.url}/files/seed/price-list.pdf`,
    });

    expect(uploaded).toMatchObject({
      id: expect.stringMatching(/price-list\.pdf$/),
      contentType: 'application/pdf',
    });
    const sent = await zapier.create('send_sms', { contactId, attachments: [uploaded['id']] });
    expect(await messageOf(sent['id'])).toMatchObject({ attachments: [uploaded['id']] });
  });
});
