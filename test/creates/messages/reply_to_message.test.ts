import { describe, expect, test } from '@jest/globals';

import { App, highLevel, inCountry, LOCATION_ID, run } from '../../support/app.ts';

const reply = App.creates.reply_to_message;

function messageIs(message: object) {
  highLevel()
    .get('/conversations/messages/m1ZbR4xVnL0shT7gK2mW')
    .reply(200, {
      message: {
        id: 'm1ZbR4xVnL0shT7gK2mW',
        contactId: 'k1ZbR4xVnL0shT7gK2mW',
        conversationId: 'c1ZbR4xVnL0shT7gK2mW',
        locationId: LOCATION_ID,
        direction: 'inbound',
        ...message,
      },
    });
}

function sent(body: object) {
  highLevel()
    .post('/conversations/messages', { contactId: 'k1ZbR4xVnL0shT7gK2mW', ...body })
    .reply(200, { conversationId: 'c1ZbR4xVnL0shT7gK2mW', messageId: 'm2ZbR4xVnL0shT7gK2mW' });
}

const answer = (inputData: object) =>
  run(reply, {
    inputData: { messageId: 'm1ZbR4xVnL0shT7gK2mW', skipDuplicates: false, ...inputData },
  });

const EMAIL = {
  messageType: 'TYPE_EMAIL',
  meta: { email: { messageIds: ['e1ZbR4xVnL0shT7gK2mW', 'e2ZbR4xVnL0shT7gK2mW'] } },
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
      id: 'm2ZbR4xVnL0shT7gK2mW',
      conversationId: 'c1ZbR4xVnL0shT7gK2mW',
      channel: 'sms',
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
    });
  });

  test('answers an SMS whose numbers were stored without plus or country code', async () => {
    inCountry('US');
    for (const [from, to] of [
      ['5550100123', '5550100100'],
      ['15550100123', '15550100100'],
      ['(555) 010-0123', '1-555-010-0100'],
      ['00 1 555 010 0123', '+1 555 010 0100'],
    ]) {
      messageIs({ messageType: 'TYPE_SMS', from, to });
      sent({
        type: 'SMS',
        message: 'Yes.',
        fromNumber: '+15550100100',
        toNumber: '+15550100123',
      });
      await expect(answer({ message: 'Yes.' })).resolves.toMatchObject({ channel: 'sms' });
    }
  });

  test.each([['83512'], ['Example Studio'], [''], [null]])(
    'leaves the number to HighLevel where the message came from %s',
    async (from) => {
      messageIs({ messageType: 'TYPE_SMS', from, to: '+15550100100' });
      sent({ type: 'SMS', message: 'Yes.', fromNumber: '+15550100100' });
      await expect(answer({ message: 'Yes.' })).resolves.toMatchObject({ channel: 'sms' });
    },
  );

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

    await expect(answer({ message: 'Still there?' })).resolves.toMatchObject({
      id: 'm2ZbR4xVnL0shT7gK2mW',
    });
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

    await expect(answer({ message: 'Hello' })).resolves.toMatchObject({
      id: 'm2ZbR4xVnL0shT7gK2mW',
    });
  });

  test('answers what a custom provider brought through that provider', async () => {
    messageIs({ messageType: 'TYPE_CUSTOM_SMS', conversationProviderId: 'p1ZbR4xVnL0shT7gK2mW' });
    sent({ type: 'Custom', message: 'Hello', conversationProviderId: 'p1ZbR4xVnL0shT7gK2mW' });

    await expect(answer({ message: 'Hello' })).resolves.toMatchObject({ channel: 'custom' });
  });

  test.each([
    [undefined, 'reply'],
    ['reply_all', 'reply_all'],
  ])('answers the latest email of a thread (%s)', async (mode, emailReplyMode) => {
    messageIs(EMAIL);
    sent({
      type: 'Email',
      html: 'First line<br>second',
      threadId: 'm1ZbR4xVnL0shT7gK2mW',
      replyMessageId: 'e2ZbR4xVnL0shT7gK2mW',
      emailReplyMode,
    });

    await expect(answer({ message: 'First line\nsecond', mode })).resolves.toMatchObject({
      channel: 'email',
    });
  });

  test('forwards an email without a text of its own', async () => {
    messageIs(EMAIL);
    sent({
      type: 'Email',
      forward: {
        isForwarded: true,
        forwardWholeThread: true,
        messageId: 'm1ZbR4xVnL0shT7gK2mW',
        emailMessageId: 'e2ZbR4xVnL0shT7gK2mW',
        sourceContactId: 'k1ZbR4xVnL0shT7gK2mW',
        sourceConversationId: 'c1ZbR4xVnL0shT7gK2mW',
        toEmail: 'office@example.com',
      },
    });

    const result = await answer({
      mode: 'forward',
      forwardTo: 'Office <office@example.com>',
      forwardWholeThread: 'yes',
    });

    expect(result).toMatchObject({ id: 'm2ZbR4xVnL0shT7gK2mW' });
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
    highLevel()
      .get('/conversations/messages/m1ZbR4xVnL0shT7gK2mW')
      .reply(404, { message: 'Not found' });
    highLevel()
      .get('/conversations/messages/email/m1ZbR4xVnL0shT7gK2mW')
      .reply(404, { message: 'Not found' });

    await expect(answer({ message: 'Hi' })).rejects.toThrow(/No message has the ID/);
  });
});
