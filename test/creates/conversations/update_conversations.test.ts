import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { numberedId } from '../../support/ids.ts';

const updateConversations = App.creates.update_conversations;

function answers(id: string, change: { unreadCount?: number; starred?: boolean }) {
  highLevel()
    .put(`/conversations/${id}`, { locationId: LOCATION_ID, ...change })
    .reply(200, { success: true, conversation: { id, unreadCount: 0, starred: false, ...change } });
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => numberedId('c', index));

describe('update_conversations', () => {
  test('changes each conversation once, from lists and from lines with several', async () => {
    for (const id of ['con1ZbR4xVnL0shT7gK2', 'con2ZbR4xVnL0shT7gK2', 'con3ZbR4xVnL0shT7gK2'])
      answers(id, { unreadCount: 0, starred: true });

    const result = await run(updateConversations, {
      inputData: {
        conversationIds: [
          'con1ZbR4xVnL0shT7gK2, con2ZbR4xVnL0shT7gK2',
          'con3ZbR4xVnL0shT7gK2',
          'con1ZbR4xVnL0shT7gK2',
        ],
        markAs: 'read',
        starred: true,
      },
    });

    expect(result).toMatchObject({
      id: expect.stringMatching(/^[\da-f]{16}$/),
      summary: '3 of 3 conversations updated.',
      updatedCount: 3,
      failedCount: 0,
      notStartedCount: 0,
      results: [
        {
          conversationId: 'con1ZbR4xVnL0shT7gK2',
          outcome: 'updated',
          isUnread: false,
          starred: true,
          problem: null,
        },
        { conversationId: 'con2ZbR4xVnL0shT7gK2', outcome: 'updated' },
        { conversationId: 'con3ZbR4xVnL0shT7gK2', outcome: 'updated' },
      ],
    });
  });

  test('names what HighLevel refused and does the rest', async () => {
    answers('con1ZbR4xVnL0shT7gK2', { unreadCount: 1 });
    highLevel()
      .put('/conversations/gone1ZbR4xVnL0shT7gK')
      .reply(404, { message: 'Conversation not found' });

    const result = await run(updateConversations, {
      inputData: {
        conversationIds: ['gone1ZbR4xVnL0shT7gK', 'con1ZbR4xVnL0shT7gK2'],
        markAs: 'unread',
      },
    });

    expect(result).toMatchObject({
      summary: '1 of 2 conversations updated; 1 failed.',
      failedIds: ['gone1ZbR4xVnL0shT7gK'],
      results: [
        {
          conversationId: 'gone1ZbR4xVnL0shT7gK',
          outcome: 'failed',
          problem: expect.stringMatching(
            /^HighLevel cannot find the record: Conversation not found/,
          ),
        },
        { conversationId: 'con1ZbR4xVnL0shT7gK2', outcome: 'updated', isUnread: true },
      ],
    });
  });

  test('fails where nothing at all worked', async () => {
    highLevel()
      .put('/conversations/con1ZbR4xVnL0shT7gK2')
      .reply(403, { message: 'The token does not have access to this location.' });

    await expect(
      run(updateConversations, {
        inputData: { conversationIds: ['con1ZbR4xVnL0shT7gK2'], starred: false },
      }),
    ).rejects.toThrow(/belongs to another HighLevel sub-account/);
  });

  test("waits for HighLevel's limit and goes on", async () => {
    highLevel()
      .put('/conversations/con1ZbR4xVnL0shT7gK2')
      .reply(429, {}, { 'x-ratelimit-interval-milliseconds': '30' });
    answers('con1ZbR4xVnL0shT7gK2', { starred: true });

    const result = await run(updateConversations, {
      inputData: { conversationIds: ['con1ZbR4xVnL0shT7gK2'], starred: true },
    });

    expect(result).toMatchObject({ updatedCount: 1 });
  });

  test('starts nothing more once the answer says that the limit is reached', async () => {
    const many = ids(30);
    for (const id of many) {
      highLevel().put(`/conversations/${id}`).optionally().reply(
        200,
        { conversation: { id } },
        {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-interval-milliseconds': '60000',
        },
      );
    }

    const result = await run(updateConversations, {
      inputData: { conversationIds: many, starred: true },
    });

    // Eight were under way when the first answer came.
    expect(result).toMatchObject({
      updatedCount: 8,
      notStartedCount: 22,
      notStartedIds: many.slice(8),
      summary: '8 of 30 conversations updated; 22 not started.',
    });
  });

  test('leaves the whole to Zapier to repeat when the limit lets nothing through', async () => {
    highLevel().put('/conversations/con1ZbR4xVnL0shT7gK2').reply(
      429,
      {},
      {
        'x-ratelimit-interval-milliseconds': '10000',
        'x-ratelimit-daily-remaining': '0',
        'x-ratelimit-daily-reset': '60000',
      },
    );

    await expect(
      run(updateConversations, {
        inputData: { conversationIds: ['con1ZbR4xVnL0shT7gK2'], starred: true },
      }),
    ).rejects.toMatchObject({ name: 'ThrottledError' });
  });

  test('lets Zapier refresh the token and repeat', async () => {
    highLevel().put('/conversations/con1ZbR4xVnL0shT7gK2').reply(401, { message: 'Invalid JWT' });

    await expect(
      run(updateConversations, {
        inputData: { conversationIds: ['con1ZbR4xVnL0shT7gK2'], starred: true },
      }),
    ).rejects.toMatchObject({ name: 'RefreshAuthError' });
  });

  test('names those above one hundred', async () => {
    const many = ids(102);
    for (const id of many.slice(0, 100)) answers(id, { starred: true });

    const result = await run(updateConversations, {
      inputData: { conversationIds: many, starred: true },
    });

    expect(result).toMatchObject({
      updatedCount: 100,
      notStartedIds: ['c100ZbR4xVnL0shT7gK2', 'c101ZbR4xVnL0shT7gK2'],
    });
  });

  test('asks for something to change', async () => {
    await expect(
      run(updateConversations, { inputData: { conversationIds: ['con1ZbR4xVnL0shT7gK2'] } }),
    ).rejects.toThrow(/Nothing to change. Fill in \\"Mark As\\" or \\"Starred\\"/);
  });
});
