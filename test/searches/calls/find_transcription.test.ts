import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';

const findTranscription = App.searches.find_transcription;

const PATH = `/conversations/locations/${LOCATION_ID}/messages/m1ZbR4xVnL0shT7gK2mW/transcription`;
const sentence = (sentenceIndex: number, mediaChannel: number, transcript: string) => ({
  mediaChannel,
  sentenceIndex,
  startTime: sentenceIndex * 3500,
  endTime: sentenceIndex * 3500 + 3000,
  transcript,
  confidence: 0.94,
});
const SENTENCES = [
  sentence(1, 1, 'How can I help?'),
  sentence(0, 1, 'Example Studio.'),
  sentence(2, 2, 'I would like to book.'),
];

function callIs() {
  highLevel()
    .get('/conversations/messages/m1ZbR4xVnL0shT7gK2mW')
    .reply(200, {
      message: {
        id: 'm1ZbR4xVnL0shT7gK2mW',
        messageType: 'TYPE_CALL',
        contactId: 'k1ZbR4xVnL0shT7gK2mW',
        conversationId: 'c1ZbR4xVnL0shT7gK2mW',
        dateAdded: '2026-11-20T10:02:00Z',
      },
    });
}

describe('find_transcription', () => {
  test('gives the dialogue, sentences in seconds and a file', async () => {
    callIs();
    highLevel().get(PATH).reply(200, SENTENCES);

    const result = await run(findTranscription, {
      inputData: { messageId: 'm1ZbR4xVnL0shT7gK2mW' },
    });

    expect(result).toEqual([
      {
        id: 'm1ZbR4xVnL0shT7gK2mW',
        isReady: true,
        text: 'Speaker 1: Example Studio. How can I help?\nSpeaker 2: I would like to book.',
        sentenceCount: 3,
        sentences: [
          {
            speaker: 'Speaker 1',
            start: 0,
            end: 3,
            text: 'Example Studio.',
            confidence: 0.94,
          },
          { speaker: 'Speaker 1', start: 3.5, end: 6.5, text: 'How can I help?', confidence: 0.94 },
          {
            speaker: 'Speaker 2',
            start: 7,
            end: 10,
            text: 'I would like to book.',
            confidence: 0.94,
          },
        ],
        file: expect.stringMatching(/^hydrate\|\|\|/),
        contactId: 'k1ZbR4xVnL0shT7gK2mW',
        conversationId: 'c1ZbR4xVnL0shT7gK2mW',
        dateAdded: '2026-11-20T10:02:00.000Z',
      },
    ]);
  });

  test('reads the single sentence of the specification', async () => {
    callIs();
    highLevel().get(PATH).reply(200, SENTENCES[1]);

    const result = await run(findTranscription, {
      inputData: { messageId: 'm1ZbR4xVnL0shT7gK2mW' },
    });

    expect(result).toMatchObject([{ isReady: true, text: 'Speaker 1: Example Studio.' }]);
  });

  test.each([400, 404])('is empty, not an error, while HighLevel answers %i', async (status) => {
    callIs();
    highLevel().get(PATH).reply(status, { message: 'Transcription not found' });

    const result = await run(findTranscription, {
      inputData: { messageId: 'm1ZbR4xVnL0shT7gK2mW' },
    });

    expect(result).toMatchObject([
      {
        id: 'm1ZbR4xVnL0shT7gK2mW',
        isReady: false,
        text: null,
        sentences: [],
        file: null,
        contactId: 'k1ZbR4xVnL0shT7gK2mW',
      },
    ]);
  });

  test('finds nothing for a call that is gone', async () => {
    highLevel()
      .get('/conversations/messages/m1ZbR4xVnL0shT7gK2mW')
      .reply(404, { message: 'Not found' })
      .get(PATH)
      .reply(404, { message: 'Not found' });

    await expect(
      run(findTranscription, { inputData: { messageId: 'm1ZbR4xVnL0shT7gK2mW' } }),
    ).resolves.toEqual([]);
  });
});

describe('the transcription that a Zap uses later', () => {
  test('is read then', async () => {
    highLevel()
      .get(PATH)
      .reply(200, [sentence(0, 1, 'Hello.')]);

    await expect(
      runMethod(App.hydrators?.['transcription'], {
        inputData: { messageId: 'm1ZbR4xVnL0shT7gK2mW' },
      }),
    ).resolves.toMatchObject({ text: 'Speaker 1: Hello.', sentenceCount: 1 });
  });

  test('has every key, empty, where it is gone', async () => {
    highLevel().get(PATH).reply(404, { message: 'Not found' });

    await expect(
      runMethod(App.hydrators?.['transcription'], {
        inputData: { messageId: 'm1ZbR4xVnL0shT7gK2mW' },
      }),
    ).resolves.toEqual({ text: null, sentenceCount: null, sentences: [] });
  });
});
