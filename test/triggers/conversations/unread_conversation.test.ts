import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const unreadConversation = App.triggers.unread_conversation;

describe('unread_conversation', () => {
  test('asks once, for what is unread, and gives a new id with each new message', async () => {
    highLevel()
      .get('/conversations/search')
      .query({
        locationId: LOCATION_ID,
        assignedTo: 'u1ZbR4xVnL0shT7gK2mW',
        lastMessageType: 'TYPE_WHATSAPP',
        status: 'unread',
        sortBy: 'last_message_date',
        sort: 'desc',
        limit: 100,
      })
      .reply(200, {
        conversations: [
          {
            id: 'c1ZbR4xVnL0shT7gK2mW',
            contactId: 'k1ZbR4xVnL0shT7gK2mW',
            unreadCount: 1,
            lastMessageType: 'TYPE_WHATSAPP',
            lastMessageDate: 1795168920000,
          },
        ],
        total: 1,
      });

    const result = await run(unreadConversation, {
      inputData: { assignedTo: 'u1ZbR4xVnL0shT7gK2mW', channel: 'whatsapp' },
    });

    expect(result).toMatchObject([
      {
        id: 'c1ZbR4xVnL0shT7gK2mW',
        isUnread: true,
        lastMessageChannel: 'whatsapp',
        lastMessageDate: '2026-11-20T10:02:00.000Z',
      },
    ]);
  });

  test('gives nothing where all is read', async () => {
    highLevel().get('/conversations/search').query(true).reply(200, { conversations: [] });

    await expect(run(unreadConversation)).resolves.toEqual([]);
  });
});
