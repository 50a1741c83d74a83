import { describe, expect, test } from '@jest/globals';
import nock from 'nock';

import { App, highLevel, run } from '../../support/app.ts';

const addAttachments = App.creates.add_message_attachments;

const address = (index: number) => `https://calls.example.com/${index}.mp3`;

describe('add_message_attachments', () => {
  test('replaces the attachments by these', async () => {
    highLevel()
      .put('/conversations/messages/m1ZbR4xVnL0shT7gK2mW/attachments', {
        attachments: [address(1), address(2)],
      })
      .reply(200);

    await expect(
      run(addAttachments, {
        inputData: { messageId: 'm1ZbR4xVnL0shT7gK2mW', attachments: [address(1), address(2)] },
      }),
    ).resolves.toEqual({
      id: 'm1ZbR4xVnL0shT7gK2mW',
      attachments: [address(1), address(2)],
      count: 2,
    });
  });

  test('uploads files to the conversation of the call first', async () => {
    nock('https://files.example.com')
      .get('/call.mp3')
      .reply(200, 'sound', { 'content-type': 'audio/mpeg' });
    highLevel()
      .get('/conversations/messages/m1ZbR4xVnL0shT7gK2mW')
      .reply(200, {
        message: {
          id: 'm1ZbR4xVnL0shT7gK2mW',
          messageType: 'TYPE_CUSTOM_CALL',
          contactId: 'k1ZbR4xVnL0shT7gK2mW',
          conversationId: 'c1ZbR4xVnL0shT7gK2mW',
        },
      })
      .post('/conversations/messages/upload', /name="conversationId"\r\n\r\nc1ZbR4xVnL0shT7gK2mW/)
      .reply(200, { uploadedFiles: { 'call.mp3': 'https://hl.example.com/call.mp3' } })
      .put('/conversations/messages/m1ZbR4xVnL0shT7gK2mW/attachments', {
        attachments: [address(1), 'https://hl.example.com/call.mp3'],
      })
      .reply(200, { success: true });

    const result = await run(addAttachments, {
      inputData: {
        messageId: 'm1ZbR4xVnL0shT7gK2mW',
        attachments: [address(1)],
        files: ['https://files.example.com/call.mp3'],
      },
    });

    expect(result).toMatchObject({ count: 2 });
  });

  test.each([
    [0, /There is no attachment/],
    [6, /at most 5 attachments, and these are 6/],
  ])('refuses %i before it uploads any', async (count, sentence) => {
    const attachments = Array.from({ length: count }, (_, index) => address(index));

    await expect(
      run(addAttachments, { inputData: { messageId: 'm1ZbR4xVnL0shT7gK2mW', attachments } }),
    ).rejects.toThrow(sentence);
  });

  test('hands on why HighLevel refuses another message', async () => {
    highLevel()
      .put('/conversations/messages/m1ZbR4xVnL0shT7gK2mW/attachments')
      .reply(403, { message: 'Message type does not support attachment updates' });

    await expect(
      run(addAttachments, {
        inputData: { messageId: 'm1ZbR4xVnL0shT7gK2mW', attachments: [address(1)] },
      }),
    ).rejects.toThrow(/Message type does not support attachment updates/);
  });

  test('says that the call is gone', async () => {
    highLevel()
      .get('/conversations/messages/m1ZbR4xVnL0shT7gK2mW')
      .reply(404, { message: 'Not found' });

    await expect(
      run(addAttachments, {
        inputData: {
          messageId: 'm1ZbR4xVnL0shT7gK2mW',
          files: ['https://files.example.com/call.mp3'],
        },
      }),
    ).rejects.toThrow(/No message has the ID/);
  });
});
