import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const updateConversation = App.creates.update_conversation;

describe('update_conversation', () => {
  test('marks a conversation as read and stars it', async () => {
    highLevel()
      .put('/conversations/c1', { locationId: LOCATION_ID, unreadCount: 0, starred: true })
      .matchHeader('version', '2021-04-15')
      .reply(200, {
        success: true,
        conversation: {
          id: 'c1',
          unreadCount: 0,
          starred: true,
          dateAdded: '2026-01-02T03:04:05Z',
        },
        traceId: 't',
      });

    const result = await run(updateConversation, {
      inputData: { conversationId: ' c1 ', markAs: 'read', starred: 'yes' },
    });

    expect(result).toMatchObject({
      id: 'c1',
      isUnread: false,
      starred: true,
      dateAdded: '2026-01-02T03:04:05.000Z',
      contactId: null,
    });
  });

  test('asks for something to change', async () => {
    await expect(run(updateConversation, { inputData: { conversationId: 'c1' } })).rejects.toThrow(
      /Nothing to change. Fill in \\"Mark As\\" or \\"Starred\\"/,
    );
  });
});
