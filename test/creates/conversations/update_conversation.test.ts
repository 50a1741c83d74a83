import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const updateConversation = App.creates.update_conversation;

describe('update_conversation', () => {
  test('marks a conversation as read and stars it', async () => {
    highLevel()
      .put('/conversations/c1ZbR4xVnL0shT7gK2mW', {
        locationId: LOCATION_ID,
        unreadCount: 0,
        starred: true,
      })
      .matchHeader('version', '2021-04-15')
      .reply(200, {
        success: true,
        conversation: {
          id: 'c1ZbR4xVnL0shT7gK2mW',
          unreadCount: 0,
          starred: true,
          dateAdded: '2026-01-02T03:04:05Z',
        },
        traceId: 't',
      });

    const result = await run(updateConversation, {
      inputData: { conversationId: ' c1ZbR4xVnL0shT7gK2mW ', markAs: 'read', starred: 'yes' },
    });

    expect(result).toMatchObject({
      id: 'c1ZbR4xVnL0shT7gK2mW',
      isUnread: false,
      starred: true,
      dateAdded: '2026-01-02T03:04:05.000Z',
      contactId: null,
    });
  });

  test('asks for something to change', async () => {
    await expect(
      run(updateConversation, { inputData: { conversationId: 'c1ZbR4xVnL0shT7gK2mW' } }),
    ).rejects.toThrow(/Nothing to change. Fill in \\"Mark As\\" or \\"Starred\\"/);
  });
});
