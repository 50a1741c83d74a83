import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const findRecording = App.searches.find_recording;

describe('find_recording', () => {
  test('gives the call with its recording as a file, which is fetched when used', async () => {
    highLevel()
      .get('/conversations/messages/m1ZbR4xVnL0shT7gK2mW')
      .reply(200, {
        message: {
          id: 'm1ZbR4xVnL0shT7gK2mW',
          messageType: 'TYPE_CALL',
          contactId: 'k1ZbR4xVnL0shT7gK2mW',
          direction: 'inbound',
          dateAdded: '2026-11-20T10:02:00Z',
          meta: { call: { duration: 95, status: 'completed' } },
        },
      });

    const result = await run(findRecording, { inputData: { messageId: 'm1ZbR4xVnL0shT7gK2mW' } });

    expect(result).toMatchObject([
      {
        id: 'm1ZbR4xVnL0shT7gK2mW',
        outcome: 'answered',
        callDuration: 95,
        recordingFile: expect.stringMatching(/^hydrate\|\|\|/),
      },
    ]);
  });

  test('finds nothing for a message that is no call', async () => {
    highLevel()
      .get('/conversations/messages/m2ZbR4xVnL0shT7gK2mW')
      .reply(200, { message: { id: 'm2ZbR4xVnL0shT7gK2mW', messageType: 'TYPE_SMS' } });

    await expect(
      run(findRecording, { inputData: { messageId: 'm2ZbR4xVnL0shT7gK2mW' } }),
    ).resolves.toEqual([]);
  });

  test('finds nothing for a call that is gone', async () => {
    highLevel()
      .get('/conversations/messages/m3ZbR4xVnL0shT7gK2mW')
      .reply(404, { message: 'Not found' });

    await expect(
      run(findRecording, { inputData: { messageId: 'm3ZbR4xVnL0shT7gK2mW' } }),
    ).resolves.toEqual([]);
  });
});
