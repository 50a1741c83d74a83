import { describe, expect, test } from '@jest/globals';

import { App, AUTH_DATA, highLevel, run } from '../../support/app.ts';
import { numberedId } from '../../support/ids.ts';

const transcriptionReady = App.triggers.transcription_ready;

const DAY_MS = 86_400_000;

const call = (id: string, more: object = {}) => ({
  id,
  messageType: 'TYPE_CALL',
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  direction: 'inbound',
  dateAdded: new Date().toISOString(),
  meta: { call: { duration: 95, status: 'completed' } },
  ...more,
});

/** A sub-account of its own for each test: what was seen of calls is remembered by it. */
function poll(locationId: string, parts: Parameters<typeof run>[1] = {}) {
  return run(transcriptionReady, { ...parts, authData: { ...AUTH_DATA, locationId } });
}

function listed(locationId: string, calls: object[], isSample = false) {
  highLevel()
    .get('/conversations/messages/export')
    .query(({ channel, startDate, limit, locationId: asked }) => {
      const age = Date.now() - Date.parse(String(startDate));
      const isLastDay = startDate !== undefined && Math.abs(age - DAY_MS) < 60_000;
      return (
        channel === 'Call' && limit === '500' && asked === locationId && isLastDay !== isSample
      );
    })
    .reply(200, { messages: calls, nextCursor: null });
}

function transcribed(locationId: string, id: string, text?: string) {
  highLevel()
    .get(`/conversations/locations/${locationId}/messages/${id}/transcription`)
    .reply(text ? 200 : 404, text ? [{ mediaChannel: 1, transcript: text }] : { message: 'None' });
}

describe('transcription_ready', () => {
  test('gives the calls of the last day whose text exists', async () => {
    listed('l1ZbR4xVnL0shT7gK2mW', [call('m1ZbR4xVnL0shT7gK2mW'), call('m2ZbR4xVnL0shT7gK2mW')]);
    transcribed('l1ZbR4xVnL0shT7gK2mW', 'm1ZbR4xVnL0shT7gK2mW');
    transcribed('l1ZbR4xVnL0shT7gK2mW', 'm2ZbR4xVnL0shT7gK2mW', 'Hello.');

    const result = await poll('l1ZbR4xVnL0shT7gK2mW');

    expect(result).toMatchObject([
      {
        id: 'm2ZbR4xVnL0shT7gK2mW',
        outcome: 'answered',
        callDuration: 95,
        transcription: { text: 'Speaker 1: Hello.', sentenceCount: 1 },
        recordingFile: expect.stringMatching(/^hydrate\|\|\|/),
      },
    ]);
  });

  test('reads at most ten a poll, and goes on with the others next time', async () => {
    const calls = Array.from({ length: 12 }, (_, index) => call(numberedId('m', index)));
    listed('l2ZbR4xVnL0shT7gK2mW', calls);
    transcribed('l2ZbR4xVnL0shT7gK2mW', 'm0ZbR4xVnL0shT7gK2mW', 'First.');
    for (let index = 1; index < 10; index += 1)
      transcribed('l2ZbR4xVnL0shT7gK2mW', numberedId('m', index));

    expect(await poll('l2ZbR4xVnL0shT7gK2mW')).toMatchObject([{ id: 'm0ZbR4xVnL0shT7gK2mW' }]);

    listed('l2ZbR4xVnL0shT7gK2mW', calls);
    transcribed('l2ZbR4xVnL0shT7gK2mW', 'm10ZbR4xVnL0shT7gK2m', 'Eleventh.');
    transcribed('l2ZbR4xVnL0shT7gK2mW', 'm11ZbR4xVnL0shT7gK2m');
    for (let index = 1; index < 9; index += 1)
      transcribed('l2ZbR4xVnL0shT7gK2mW', numberedId('m', index));

    expect(await poll('l2ZbR4xVnL0shT7gK2mW')).toMatchObject([
      // Known from the poll before: its text is read only where a Zap is new to it.
      { id: 'm0ZbR4xVnL0shT7gK2mW', transcription: expect.stringMatching(/^hydrate\|\|\|/) },
      { id: 'm10ZbR4xVnL0shT7gK2m', transcription: { text: 'Speaker 1: Eleventh.' } },
    ]);
  });

  test('looks for no text of calls that nobody answered', async () => {
    listed('l3ZbR4xVnL0shT7gK2mW', [
      call('m1ZbR4xVnL0shT7gK2mW', { meta: { call: { duration: 0, status: 'no-answer' } } }),
      call('m2ZbR4xVnL0shT7gK2mW', { meta: { call: { duration: 4, status: 'busy' } } }),
    ]);

    expect(await poll('l3ZbR4xVnL0shT7gK2mW')).toEqual([]);
  });

  test('keeps what was asked for', async () => {
    const short = { meta: { call: { duration: 5, status: 'completed' } } };
    listed('l4ZbR4xVnL0shT7gK2mW', [
      call('m1ZbR4xVnL0shT7gK2mW', short),
      call('m2ZbR4xVnL0shT7gK2mW', { direction: 'outbound' }),
      call('m3ZbR4xVnL0shT7gK2mW'),
    ]);
    for (const id of ['m1ZbR4xVnL0shT7gK2mW', 'm2ZbR4xVnL0shT7gK2mW', 'm3ZbR4xVnL0shT7gK2mW'])
      transcribed('l4ZbR4xVnL0shT7gK2mW', id, 'Hello.');

    const result = await poll('l4ZbR4xVnL0shT7gK2mW', {
      inputData: { direction: 'inbound', minimumDuration: '30' },
    });

    expect(result).toMatchObject([{ id: 'm3ZbR4xVnL0shT7gK2mW' }]);
  });

  test('shows a sample of any age', async () => {
    listed('l5ZbR4xVnL0shT7gK2mW', [call('m1ZbR4xVnL0shT7gK2mW')], true);
    transcribed('l5ZbR4xVnL0shT7gK2mW', 'm1ZbR4xVnL0shT7gK2mW', 'Hello.');

    expect(await poll('l5ZbR4xVnL0shT7gK2mW', { meta: { isLoadingSample: true } })).toMatchObject([
      { id: 'm1ZbR4xVnL0shT7gK2mW' },
    ]);
  });

  test('gives what it could read where HighLevel fails for one call', async () => {
    listed('l6ZbR4xVnL0shT7gK2mW', [call('m1ZbR4xVnL0shT7gK2mW'), call('m2ZbR4xVnL0shT7gK2mW')]);
    highLevel()
      .get(
        '/conversations/locations/l6ZbR4xVnL0shT7gK2mW/messages/m1ZbR4xVnL0shT7gK2mW/transcription',
      )
      .reply(500, { message: 'Internal server error' });
    transcribed('l6ZbR4xVnL0shT7gK2mW', 'm2ZbR4xVnL0shT7gK2mW', 'Hello.');

    expect(await poll('l6ZbR4xVnL0shT7gK2mW')).toMatchObject([{ id: 'm2ZbR4xVnL0shT7gK2mW' }]);
  });
});
