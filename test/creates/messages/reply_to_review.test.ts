import { describe, expect, test } from '@jest/globals';

import { reviewConversationField } from '../../../lib/messages/fields.ts';
import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';

const replyToReview = App.creates.reply_to_review;

describe('reply_to_review', () => {
  test('publishes the answer', async () => {
    highLevel()
      .post('/conversations/messages/review-reply', {
        conversationId: 'c1',
        locationId: LOCATION_ID,
        message: 'Thank you!',
      })
      .reply(200, { conversationId: 'c1', messageIds: ['m1'] });

    await expect(
      run(replyToReview, { inputData: { conversationId: 'c1', message: 'Thank you!' } }),
    ).resolves.toMatchObject({
      id: 'm1',
      channel: 'review',
      conversationId: 'c1',
      status: 'pending',
    });
  });

  test('says that a review which is gone cannot be answered', async () => {
    highLevel()
      .post('/conversations/messages/review-reply')
      .reply(400, { message: 'Conversation has no review to reply to' });

    await expect(
      run(replyToReview, {
        inputData: { conversationId: 'c2', message: 'Thank you!', skipDuplicates: false },
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
            id: 'c1',
            contactName: 'Grace Example',
            lastMessageType: 'TYPE_REVIEW',
            lastMessageBody: 'Friendly team, no waiting.',
          },
        ],
      });

    await expect(runMethod(reviewConversationField.choices.perform)).resolves.toEqual({
      results: [{ id: 'c1', label: 'Grace Example: Friendly team, no waiting.' }],
      paging_token: null,
    });
  });
});
