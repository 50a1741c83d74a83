import { describe, expect, test } from '@jest/globals';

import { reviewConversationField } from '../../../lib/messages/fields.ts';
import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';

const replyToReview = App.creates.reply_to_review;

describe('reply_to_review', () => {
  test('publishes the answer', async () => {
    highLevel()
      .post('/conversations/messages/review-reply', {
        conversationId: 'c1ZbR4xVnL0shT7gK2mW',
        locationId: LOCATION_ID,
        message: 'Thank you!',
      })
      .reply(200, { conversationId: 'c1ZbR4xVnL0shT7gK2mW', messageIds: ['m1ZbR4xVnL0shT7gK2mW'] });

    await expect(
      run(replyToReview, {
        inputData: { conversationId: 'c1ZbR4xVnL0shT7gK2mW', message: 'Thank you!' },
      }),
    ).resolves.toMatchObject({
      id: 'm1ZbR4xVnL0shT7gK2mW',
      channel: 'review',
      conversationId: 'c1ZbR4xVnL0shT7gK2mW',
      status: 'pending',
    });
  });

  test('says that a review which is gone cannot be answered', async () => {
    highLevel()
      .post('/conversations/messages/review-reply')
      .reply(400, { message: 'Conversation has no review to reply to' });

    await expect(
      run(replyToReview, {
        inputData: {
          conversationId: 'c2ZbR4xVnL0shT7gK2mW',
          message: 'Thank you!',
          skipDuplicates: false,
        },
      }),
    ).rejects.toThrow(/Conversation has no review to reply to/);
  });

  test('offers the reviews by their authors', async () => {
    highLevel()
      .get('/conversations/search')
      .query((query) => query['lastMessageType'] === 'TYPE_REVIEW')
      .reply(200, {
        conversations: [
          {
            id: 'c1ZbR4xVnL0shT7gK2mW',
            contactName: 'Grace Example',
            lastMessageType: 'TYPE_REVIEW',
            lastMessageBody: 'Friendly team, no waiting.',
          },
        ],
      });

    await expect(runMethod(reviewConversationField.choices.perform)).resolves.toEqual({
      results: [{ id: 'c1ZbR4xVnL0shT7gK2mW', label: 'Grace Example: Friendly team, no waiting.' }],
      paging_token: null,
    });
  });
});
