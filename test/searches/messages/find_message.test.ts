import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { numberedId } from '../../support/ids.ts';

const findMessage = App.searches.find_message;

const SMS = {
  id: 'm1ZbR4xVnL0shT7gK2mW',
  type: 2,
  messageType: 'TYPE_SMS',
  locationId: LOCATION_ID,
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  conversationId: 'c1ZbR4xVnL0shT7gK2mW',
  dateAdded: '2026-11-20T10:02:00.000Z',
  body: 'Is Thursday still free?',
  direction: 'inbound',
  attachments: ['https://files.example.com/photo.jpg'],
};
const ANSWER = {
  ...SMS,
  id: 'm2ZbR4xVnL0shT7gK2mW',
  direction: 'outbound',
  body: 'Yes, at ten.',
  attachments: [],
};
const CALL = {
  ...SMS,
  id: 'm3ZbR4xVnL0shT7gK2mW',
  messageType: 'TYPE_CALL',
  body: '',
  attachments: [],
};

describe('find_message', () => {
  test('reads one message by its id, its contact and files as pointers', async () => {
    highLevel()
      .get('/conversations/messages/m1ZbR4xVnL0shT7gK2mW')
      .matchHeader('version', '2021-04-15')
      .reply(200, { message: SMS, traceId: 't' });

    const result = await run(findMessage, { inputData: { messageId: ' m1ZbR4xVnL0shT7gK2mW ' } });

    expect(result).toMatchObject([
      {
        id: 'm1ZbR4xVnL0shT7gK2mW',
        channel: 'sms',
        direction: 'inbound',
        body: 'Is Thursday still free?',
        attachments: ['https://files.example.com/photo.jpg'],
        contact: expect.stringMatching(/^hydrate\|\|\|/),
        attachmentFiles: [expect.stringMatching(/^hydrate\|\|\|/)],
        emailContent: null,
      },
    ]);
  });

  test.each([400, 404])('finds nothing where HighLevel answers %i', async (status) => {
    highLevel()
      .get('/conversations/messages/msg0ZbR4xVnL0shT7gK2')
      .reply(status, { message: 'Not found' });
    highLevel()
      .get('/conversations/messages/email/msg0ZbR4xVnL0shT7gK2')
      .reply(status, { message: 'Not found' });

    await expect(
      run(findMessage, { inputData: { messageId: 'msg0ZbR4xVnL0shT7gK2' } }),
    ).resolves.toEqual([]);
  });

  describe('by the id of an email, which is all that an instant trigger knows of one', () => {
    const isEmail = (more: object = {}) => {
      highLevel()
        .get('/conversations/messages/e2ZbR4xVnL0shT7gK2mW')
        .reply(404, { message: 'Not found' });
      highLevel()
        .get('/conversations/messages/email/e2ZbR4xVnL0shT7gK2mW')
        .reply(200, {
          emailMessage: {
            id: 'e2ZbR4xVnL0shT7gK2mW',
            subject: 'Hi',
            body: '<p>Hello</p>',
            contactId: 'k1ZbR4xVnL0shT7gK2mW',
            ...more,
          },
        });
    };
    test('finds the email itself, with its own words', async () => {
      isEmail({ conversationId: 'c1ZbR4xVnL0shT7gK2mW' });
      const found = await run(findMessage, { inputData: { messageId: 'e2ZbR4xVnL0shT7gK2mW' } });
      expect(found).toMatchObject([
        {
          id: 'e2ZbR4xVnL0shT7gK2mW',
          emailMessageId: 'e2ZbR4xVnL0shT7gK2mW',
          channel: 'email',
          body: 'Hello',
          contactId: 'k1ZbR4xVnL0shT7gK2mW',
        },
      ]);
    });
  });

  test('finds the latest email of the thread whose message has the ID', async () => {
    highLevel()
      .get('/conversations/messages/m2ZbR4xVnL0shT7gK2mW')
      .reply(200, {
        message: {
          id: 'm2ZbR4xVnL0shT7gK2mW',
          messageType: 'TYPE_EMAIL',
          body: 'The text of the email before',
          meta: {
            email: { email: { messageIds: ['e1ZbR4xVnL0shT7gK2mW', 'e2ZbR4xVnL0shT7gK2mW'] } },
          },
        },
      })
      .get('/conversations/messages/email/e2ZbR4xVnL0shT7gK2mW')
      .reply(200, {
        emailMessage: { id: 'e2ZbR4xVnL0shT7gK2mW', subject: 'Re: Hi', body: '<p>The answer</p>' },
      });
    const found = await run(findMessage, { inputData: { messageId: 'm2ZbR4xVnL0shT7gK2mW' } });
    expect(found).toMatchObject([
      {
        id: 'e2ZbR4xVnL0shT7gK2mW',
        body: 'The answer',
        subject: 'Re: Hi',
        threadEmailIds: ['e1ZbR4xVnL0shT7gK2mW', 'e2ZbR4xVnL0shT7gK2mW'],
      },
    ]);
  });

  test('finds the latest email that contains the phrase, in its own text', async () => {
    const thread = (id: string, dateUpdated: string, messageIds: string[]) => ({
      id,
      messageType: 'TYPE_EMAIL',
      dateAdded: '2026-11-01T10:00:00Z',
      dateUpdated,
      body: 'refund',
      meta: { email: { messageIds } },
    });
    highLevel()
      .get('/conversations/c1ZbR4xVnL0shT7gK2mW/messages')
      .query({ limit: 100 })
      .reply(200, {
        messages: {
          messages: [
            thread('old', '2026-11-02T10:00:00Z', ['e1ZbR4xVnL0shT7gK2mW']),
            thread('going', '2026-11-20T10:00:00Z', [
              'e2ZbR4xVnL0shT7gK2mW',
              'e3ZbR4xVnL0shT7gK2mW',
            ]),
          ],
        },
      });
    const mails = {
      e3ZbR4xVnL0shT7gK2mW: 'Thanks, see you',
      e2ZbR4xVnL0shT7gK2mW: 'I want a <b>Refund</b>',
    };
    for (const [id, body] of Object.entries(mails)) {
      highLevel().get(`/conversations/messages/email/${id}`).reply(200, { id, body });
    }
    const inputData = { conversationId: 'c1ZbR4xVnL0shT7gK2mW', contains: 'refund' };
    expect(await run(findMessage, { inputData })).toMatchObject([
      { id: 'e2ZbR4xVnL0shT7gK2mW', body: 'I want a Refund' },
    ]);
  });

  test('finds the latest message of a conversation that fits', async () => {
    highLevel()
      .get('/conversations/c1ZbR4xVnL0shT7gK2mW/messages')
      .query({ limit: 100 })
      .reply(200, {
        messages: {
          lastMessageId: 'm1ZbR4xVnL0shT7gK2mW',
          nextPage: false,
          messages: [CALL, ANSWER, SMS],
        },
      });

    const result = await run(findMessage, {
      inputData: { conversationId: 'c1ZbR4xVnL0shT7gK2mW', channel: 'sms', direction: 'inbound' },
    });

    expect(result).toMatchObject([{ id: 'm1ZbR4xVnL0shT7gK2mW' }]);
  });

  test('turns the page until a message fits, and keeps the conversation', async () => {
    const calls = Array.from({ length: 100 }, (_, index) => ({
      ...CALL,
      id: numberedId('call', index),
    }));
    highLevel()
      .get('/conversations/c1ZbR4xVnL0shT7gK2mW/messages')
      .query({ limit: 100 })
      .reply(200, { messages: { messages: calls } })
      .get('/conversations/c1ZbR4xVnL0shT7gK2mW/messages')
      .query({ limit: 100, lastMessageId: 'call99ZbR4xVnL0shT7g' })
      .reply(200, { messages: [SMS] });

    const result = await run(findMessage, {
      inputData: { conversationId: 'c1ZbR4xVnL0shT7gK2mW', channel: 'sms' },
    });

    expect(result).toMatchObject([{ id: 'm1ZbR4xVnL0shT7gK2mW' }]);
  });

  test("finds the latest message of a contact's conversation", async () => {
    highLevel()
      .get('/conversations/search')
      .query((query) => query['contactId'] === 'k1ZbR4xVnL0shT7gK2mW' && query['limit'] === '1')
      .reply(200, {
        conversations: [{ id: 'c1ZbR4xVnL0shT7gK2mW', contactId: 'k1ZbR4xVnL0shT7gK2mW' }],
        total: 1,
      })
      .get('/conversations/c1ZbR4xVnL0shT7gK2mW/messages')
      .query({ limit: 100 })
      .reply(200, { messages: { messages: [ANSWER, SMS] } });

    const result = await run(findMessage, {
      inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW', contains: 'THURSDAY' },
    });

    expect(result).toMatchObject([{ id: 'm1ZbR4xVnL0shT7gK2mW' }]);
  });

  test('finds nothing for a contact without a conversation', async () => {
    highLevel()
      .get('/conversations/search')
      .query(true)
      .reply(200, { conversations: [], total: 0 });

    await expect(
      run(findMessage, { inputData: { contactId: 'k2ZbR4xVnL0shT7gK2mW' } }),
    ).resolves.toEqual([]);
  });

  test('asks which message is meant', async () => {
    await expect(run(findMessage, { inputData: { channel: 'sms' } })).rejects.toThrow(
      /Fill in \\"Message\\", \\"Contact\\" or \\"Conversation\\"/,
    );
  });

  test('keeps to messages sent in a period', async () => {
    const found = async (period: { sentAfter?: string; sentBefore?: string }) => {
      highLevel()
        .get('/conversations/c1ZbR4xVnL0shT7gK2mW/messages')
        .query(true)
        .reply(200, { messages: { messages: [ANSWER, SMS] } });
      return run(findMessage, { inputData: { conversationId: 'c1ZbR4xVnL0shT7gK2mW', ...period } });
    };
    const time = '2026-11-20T10:02:00Z';
    expect(await found({ sentAfter: time })).toHaveLength(1);
    expect(await found({ sentAfter: '2026-11-20T10:02:01Z' })).toEqual([]);
    expect(await found({ sentBefore: '2026-11-20T09:00:00Z' })).toEqual([]);
    expect(await found({ sentAfter: time, sentBefore: time })).toMatchObject([
      { dateAdded: '2026-11-20T10:02:00.000Z' },
    ]);
  });
});
