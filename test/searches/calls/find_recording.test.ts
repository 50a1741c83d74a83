import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const findRecording = App.searches.find_recording;

describe('find_recording', () => {
  test('gives the call with its recording as a file, which is fetched when used', async () => {
    highLevel()
      .get('/conversations/messages/m1')
      .reply(200, {
        message: {
          id: 'm1',
          messageType: 'TYPE_CALL',
          contactId: 'k1',
          direction: 'inbound',
          dateAdded: '2026-11-20T10:02:00Z',
          meta: { call: { duration: 95, status: 'completed' } },
        },
      });

    const result = await run(findRecording, { inputData: { messageId: 'm1' } });

    expect(result).toMatchObject([
      {
        id: 'm1',
        outcome: 'answered',
        callDuration: 95,
        recordingFile: expect.stringMatching(/^hydrate\|\|\|/),
      },
    ]);
  });

  test('finds nothing for a message that is no call', async () => {
    highLevel()
      .get('/conversations/messages/m2')
      .reply(200, { message: { id: 'm2', messageType: 'TYPE_SMS' } });

    await expect(run(findRecording, { inputData: { messageId: 'm2' } })).resolves.toEqual([]);
  });

  test('finds nothing for a call that is gone', async () => {
    highLevel().get('/conversations/messages/m3').reply(404, { message: 'Not found' });

    await expect(run(findRecording, { inputData: { messageId: 'm3' } })).resolves.toEqual([]);
  });
});
