import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const showTyping = App.creates.show_typing;

function chatIs(contact: object) {
  highLevel()
    .get('/conversations/c1ZbR4xVnL0shT7gK2mW')
    .reply(200, {
      id: 'c1ZbR4xVnL0shT7gK2mW',
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      locationId: LOCATION_ID,
    })
    .get('/contacts/k1ZbR4xVnL0shT7gK2mW')
    .reply(200, { contact: { id: 'k1ZbR4xVnL0shT7gK2mW', ...contact } });
}

describe('show_typing', () => {
  test.each([
    [undefined, 'true'],
    ['no', 'false'],
  ])('tells the visitor of the chat (%s)', async (isTyping, sent) => {
    chatIs({ visitorId: 'v1' });
    highLevel()
      .post('/conversations/providers/live-chat/typing', {
        locationId: LOCATION_ID,
        conversationId: 'c1ZbR4xVnL0shT7gK2mW',
        visitorId: 'v1',
        isTyping: sent,
      })
      .reply(201, { success: true });

    await expect(
      run(showTyping, { inputData: { conversationId: 'c1ZbR4xVnL0shT7gK2mW', isTyping } }),
    ).resolves.toEqual({
      id: 'c1ZbR4xVnL0shT7gK2mW',
      isTyping: sent === 'true',
      visitorId: 'v1',
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      link: expect.stringMatching(/\/conversations\/c1ZbR4xVnL0shT7gK2mW$/),
    });
  });

  test('says that the contact never chatted', async () => {
    chatIs({});

    await expect(
      run(showTyping, { inputData: { conversationId: 'c1ZbR4xVnL0shT7gK2mW' } }),
    ).rejects.toThrow(/never used the live chat/);
  });

  test('says that the conversation is gone', async () => {
    highLevel().get('/conversations/c1ZbR4xVnL0shT7gK2mW').reply(404, { message: 'Not found' });

    await expect(
      run(showTyping, { inputData: { conversationId: 'c1ZbR4xVnL0shT7gK2mW' } }),
    ).rejects.toThrow(/No conversation has the ID/);
  });
});
