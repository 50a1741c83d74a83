import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const deleteConversation = App.creates.delete_conversation;

describe('delete_conversation', () => {
  test('deletes the conversation', async () => {
    highLevel().delete('/conversations/c1ZbR4xVnL0shT7gK2mW').reply(200, { success: true });

    await expect(
      run(deleteConversation, { inputData: { conversationId: 'c1ZbR4xVnL0shT7gK2mW' } }),
    ).resolves.toEqual({ id: 'c1ZbR4xVnL0shT7gK2mW', deleted: true });
  });

  test('says that one which is gone cannot be deleted', async () => {
    highLevel()
      .delete('/conversations/c1ZbR4xVnL0shT7gK2mW')
      .reply(404, { message: 'Conversation not found' });

    await expect(
      run(deleteConversation, { inputData: { conversationId: 'c1ZbR4xVnL0shT7gK2mW' } }),
    ).rejects.toThrow(/HighLevel cannot find the record: Conversation not found/);
  });

  test('warns before a person switches the Zap on', () => {
    expect(deleteConversation.operation.inputFields).toContainEqual(
      expect.objectContaining({
        type: 'copy',
        helpText: expect.stringContaining('cannot be undone'),
      }),
    );
  });
});
