import { describe, expect, test } from '@jest/globals';
import nock from 'nock';

import { RECEIVABLE_TYPES } from '../../../lib/messages/inbound.ts';
import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { conversationIsFound } from '../../support/conversation.ts';

const addInbound = App.creates.add_inbound_message;

function added(body: object) {
  conversationIsFound();
  highLevel()
    .post('/conversations/messages/inbound', {
      conversationId: 'c1ZbR4xVnL0shT7gK2mW',
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      direction: 'inbound',
      ...body,
    })
    .reply(200, {
      success: true,
      conversationId: 'c1ZbR4xVnL0shT7gK2mW',
      messageId: 'm1ZbR4xVnL0shT7gK2mW',
      message: 'Hello',
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      dateAdded: '2026-11-20T10:02:00.000Z',
    });
}

const add = (inputData: object, meta = {}) =>
  run(addInbound, { inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW', ...inputData }, meta });

describe('add_inbound_message', () => {
  test.each(Object.entries(RECEIVABLE_TYPES).filter(([channel]) => channel !== 'email'))(
    'adds what came on %s',
    async (channel, type) => {
      added({ type, message: 'Hello' });

      await expect(add({ channel, message: 'Hello' })).resolves.toMatchObject({
        id: 'm1ZbR4xVnL0shT7gK2mW',
        channel,
        conversationId: 'c1ZbR4xVnL0shT7gK2mW',
        contactId: 'k1ZbR4xVnL0shT7gK2mW',
        dateAdded: '2026-11-20T10:02:00.000Z',
      });
    },
  );

  test('hands on provider, reference, files and a date in the time zone of the Zap', async () => {
    nock('https://files.example.com').get('/a.txt').reply(200, 'text', {
      'content-type': 'text/plain',
    });
    highLevel()
      .post('/conversations/messages/upload')
      .reply(200, { uploadedFiles: { 'a.txt': 'https://hl.example.com/a.txt' } });
    added({
      type: 'Custom',
      conversationProviderId: 'p1ZbR4xVnL0shT7gK2mW',
      altId: 'ref-7',
      date: '2026-11-20T15:02:00.000Z',
      attachments: ['https://elsewhere.example.com/b.jpg', 'https://hl.example.com/a.txt'],
    });

    const result = await add(
      {
        channel: 'custom',
        conversationProviderId: 'p1ZbR4xVnL0shT7gK2mW',
        altId: 'ref-7',
        date: '2026-11-20 10:02',
        attachments: ['https://elsewhere.example.com/b.jpg'],
        files: ['https://files.example.com/a.txt'],
      },
      { timezone: 'America/New_York' },
    );

    expect(result).toMatchObject({ id: 'm1ZbR4xVnL0shT7gK2mW' });
  });

  test('threads an email to the one that it answers', async () => {
    added({
      type: 'Email',
      message: 'Plain',
      html: '<p>Rich</p>',
      subject: 'Re: Quote',
      emailFrom: 'anna@example.com',
      emailTo: 'hello@example.com',
      emailCc: ['office@example.com'],
      emailBcc: ['archive@example.com'],
      emailMessageId: 'e1ZbR4xVnL0shT7gK2mW',
    });

    const result = await add({
      channel: 'email',
      message: 'Plain',
      html: '<p>Rich</p>',
      subject: 'Re: Quote',
      emailFrom: 'Anna Example <anna@example.com>',
      emailTo: 'hello@example.com',
      emailCc: 'office@example.com',
      emailBcc: 'archive@example.com',
      emailMessageId: 'e1ZbR4xVnL0shT7gK2mW',
    });

    expect(result).toMatchObject({ id: 'm1ZbR4xVnL0shT7gK2mW', channel: 'email' });
  });

  test('takes the contact for the sender of an email where nobody else is named', async () => {
    highLevel()
      .get('/contacts/k1ZbR4xVnL0shT7gK2mW')
      .reply(200, { contact: { id: 'k1ZbR4xVnL0shT7gK2mW', email: 'anna@example.com' } });
    added({ type: 'Email', html: 'Hi', emailFrom: 'anna@example.com' });

    await expect(add({ channel: 'email', html: 'Hi' })).resolves.toMatchObject({
      id: 'm1ZbR4xVnL0shT7gK2mW',
    });
  });

  test('asks for the sender of an email where the contact has no address', async () => {
    highLevel()
      .get('/contacts/k1ZbR4xVnL0shT7gK2mW')
      .reply(200, { contact: { id: 'k1ZbR4xVnL0shT7gK2mW' } });

    await expect(add({ channel: 'email', html: 'Hi' })).rejects.toThrow(/\\"From\\" is empty/);
  });

  test('opens the conversation where there is none', async () => {
    highLevel()
      .get('/conversations/search')
      .query(true)
      .reply(200, { conversations: [], total: 0 })
      .post('/conversations/', { locationId: LOCATION_ID, contactId: 'k1ZbR4xVnL0shT7gK2mW' })
      .reply(201, {
        success: true,
        conversation: { id: 'c9ZbR4xVnL0shT7gK2mW', contactId: 'k1ZbR4xVnL0shT7gK2mW' },
      })
      .post('/conversations/messages/inbound', /"conversationId":"c9ZbR4xVnL0shT7gK2mW"/)
      .reply(200, {
        success: true,
        messageId: 'm1ZbR4xVnL0shT7gK2mW',
        conversationId: 'c9ZbR4xVnL0shT7gK2mW',
      });

    await expect(add({ channel: 'sms', message: 'Hello' })).resolves.toMatchObject({
      conversationId: 'c9ZbR4xVnL0shT7gK2mW',
    });
  });

  test('takes an empty answer for what it is: nothing was stored', async () => {
    conversationIsFound();
    highLevel().post('/conversations/messages/inbound').reply(201);

    await expect(add({ channel: 'custom', message: 'Hello' })).rejects.toThrow(
      /stored nothing.*\\"Conversation Provider\\" is empty or not the right one/,
    );
  });

  test('says what a failure with a provider means', async () => {
    conversationIsFound();
    highLevel()
      .post('/conversations/messages/inbound')
      .reply(500, { message: 'Internal server error' });

    await expect(
      add({ channel: 'custom', message: 'Hello', conversationProviderId: 'pro2ZbR4xVnL0shT7gK2' }),
    ).rejects.toThrow(/Internal server error.*\\"Conversation Provider\\"/);
  });

  test('asks for a text', async () => {
    await expect(add({ channel: 'sms' })).rejects.toThrow(/Fill in \\"Message\\", or add/);
    await expect(add({ channel: 'email' })).rejects.toThrow(
      /\\"Message\\" or \\"HTML Body\\", or add/,
    );
  });

  test('names the channels where the one mapped is none', async () => {
    await expect(add({ channel: 'pigeon', message: 'Hello' })).rejects.toThrow(
      /\\"Channel\\" cannot be \\"pigeon\\"\. Choose one of these/,
    );
  });
});
