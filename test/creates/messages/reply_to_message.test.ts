import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const reply = App.creates.reply_to_message;

function messageIs(message: object) {
  highLevel()
    .get('/conversations/messages/m1')
    .reply(200, {
      message: {
        id: 'm1',
        contactId: 'k1',
        conversationId: 'c1',
        locationId: LOCATION_ID,
        direction: 'inbound',
        ...message,
      },
    });
}

function sent(body: object) {
  highLevel()
    .post('/conversations/messages', { contactId: 'k1', ...body })
    .reply(200, { conversationId: 'c1', messageId: 'm2' });
}

const answer = (inputData: object) =>
  run(reply, { inputData: { messageId: 'm1', skipDuplicates: false, ...inputData } });

const EMAIL = {
  messageType: 'TYPE_EMAIL',
  meta: { email: { messageIds: ['e1', 'e2'] } },
};

describe('reply_to_message', () => {
  test('answers an SMS from the number that it came to, to the one that it came from', async () => {
    messageIs({ messageType: 'TYPE_SMS', from: '+15550100123', to: '+15550100100' });
    sent({
      type: 'SMS',
      message: 'Yes.',
      fromNumber: '+15550100100',
      toNumber: '+15550100123',
    });

    await expect(answer({ message: 'Yes.' })).resolves.toMatchObject({
      id: 'm2',
      conversationId: 'c1',
      channel: 'sms',
      contactId: 'k1',
    });
  });

  test('follows up on an outbound SMS with the same two numbers', async () => {
    messageIs({
      messageType: 'TYPE_CAMPAIGN_SMS',
      direction: 'outbound',
      from: '+15550100100',
      to: '+15550100123',
    });
    sent({
      type: 'SMS',
      message: 'Still there?',
      fromNumber: '+15550100100',
      toNumber: '+15550100123',
    });

    await expect(answer({ message: 'Still there?' })).resolves.toMatchObject({ id: 'm2' });
  });

  test.each([
    ['TYPE_WHATSAPP', 'WhatsApp'],
    ['TYPE_INSTAGRAM', 'IG'],
    ['TYPE_FACEBOOK', 'FB'],
    ['TYPE_TIKTOK', 'TIKTOK'],
    ['TYPE_LIVE_CHAT', 'Live_Chat'],
    ['TYPE_RCS', 'RCS'],
    ['TYPE_INTERNAL_COMMENT', 'InternalComment'],
  ])('answers %s on its own channel', async (messageType, type) => {
    messageIs({ messageType });
    sent({ type, message: 'Hello' });

    await expect(answer({ message: 'Hello' })).resolves.toMatchObject({ id: 'm2' });
  });

  test('answers what a custom provider brought through that provider', async () => {
    messageIs({ messageType: 'TYPE_CUSTOM_SMS', conversationProviderId: 'p1' });
    sent({ type: 'Custom', message: 'Hello', conversationProviderId: 'p1' });

    await expect(answer({ message: 'Hello' })).resolves.toMatchObject({ channel: 'custom' });
  });

  test.each([
    [undefined, 'reply'],
    ['reply_all', 'reply_all'],
  ])('answers the latest e-mail of a thread (%s)', async (mode, emailReplyMode) => {
    messageIs(EMAIL);
    sent({
      type: 'Email',
      html: 'First line<br>second',
      threadId: 'm1',
      replyMessageId: 'e2',
      emailReplyMode,
    });

    await expect(answer({ message: 'First line\nsecond', mode })).resolves.toMatchObject({
      channel: 'email',
    });
  });

  test('forwards an e-mail without a text of its own', async () => {
    messageIs(EMAIL);
    sent({
      type: 'Email',
      forward: {
        isForwarded: true,
        forwardWholeThread: true,
        messageId: 'm1',
        emailMessageId: 'e2',
        sourceContactId: 'k1',
        sourceConversationId: 'c1',
        toEmail: 'office@example.com',
      },
    });

    const result = await answer({
      mode: 'forward',
      forwardTo: 'Office <office@example.com>',
      forwardWholeThread: 'yes',
    });

    expect(result).toMatchObject({ id: 'm2' });
  });

  test.each([
    [
      'a call',
      { messageType: 'TYPE_CALL' },
      { message: 'Hi' },
      /the channel of this message: Phone Call/,
    ],
    [
      'no e-mail',
      { messageType: 'TYPE_SMS' },
      { mode: 'forward' },
      /Only an email can be forwarded/,
    ],
    ['nobody', EMAIL, { mode: 'forward' }, /\\"Forward To\\" is empty/],
    ['no contact', { ...EMAIL, contactId: null }, { message: 'Hi' }, /belongs to no contact/],
  ])('says why it cannot: %s', async (_case, message, inputData, sentence) => {
    messageIs(message);

    await expect(answer(inputData)).rejects.toThrow(sentence);
  });

  test('says that the message is gone', async () => {
    highLevel().get('/conversations/messages/m1').reply(404, { message: 'Not found' });
    highLevel().get('/conversations/messages/email/m1').reply(404, { message: 'Not found' });

    await expect(answer({ message: 'Hi' })).rejects.toThrow(/No message has the ID/);
  });
});
