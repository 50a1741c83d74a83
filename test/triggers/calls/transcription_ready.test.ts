import { describe, expect, test } from '@jest/globals';

import { App, AUTH_DATA, highLevel, run } from '../../support/app.ts';

const transcriptionReady = App.triggers.transcription_ready;

const DAY_MS = 86_400_000;

const call = (id: string, more: object = {}) => ({
  id,
  messageType: 'TYPE_CALL',
  contactId: 'k1',
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
    listed('l1', [call('m1'), call('m2')]);
    transcribed('l1', 'm1');
    transcribed('l1', 'm2', 'Hello.');

    const result = await poll('l1');

    expect(result).toMatchObject([
      {
        id: 'm2',
        outcome: 'answered',
        callDuration: 95,
        transcription: { text: 'Speaker 1: Hello.', sentenceCount: 1 },
        recordingFile: expect.stringMatching(/^hydrate\|\|\|/),
      },
    ]);
  });

  test('reads at most ten a poll, and goes on with the others next time', async () => {
    const calls = Array.from({ length: 12 }, (_, index) => call(`m${index}`));
    listed('l2', calls);
    transcribed('l2', 'm0', 'First.');
    for (let index = 1; index < 10; index += 1) transcribed('l2', `m${index}`);

    expect(await poll('l2')).toMatchObject([{ id: 'm0' }]);

    listed('l2', calls);
    transcribed('l2', 'm10', 'Eleventh.');
    transcribed('l2', 'm11');
    for (let index = 1; index < 9; index += 1) transcribed('l2', `m${index}`);

    expect(await poll('l2')).toMatchObject([
      // Known from the poll before: its text is read only where a Zap is new to it.
      { id: 'm0', transcription: expect.stringMatching(/^hydrate\|\|\|/) },
      { id: 'm10', transcription: { text: 'Speaker 1: Eleventh.' } },
    ]);
  });

  test('looks for no text of calls that nobody answered', async () => {
    listed('l3', [
      call('m1', { meta: { call: { duration: 0, status: 'no-answer' } } }),
      call('m2', { meta: { call: { duration: 4, status: 'busy' } } }),
    ]);

    expect(await poll('l3')).toEqual([]);
  });

  test('keeps what was asked for', async () => {
    const short = { meta: { call: { duration: 5, status: 'completed' } } };
    listed('l4', [call('m1', short), call('m2', { direction: 'outbound' }), call('m3')]);
    for (const id of ['m1', 'm2', 'm3']) transcribed('l4', id, 'Hello.');

    const result = await poll('l4', {
      inputData: { direction: 'inbound', minimumDuration: '30' },
    });

    expect(result).toMatchObject([{ id: 'm3' }]);
  });

  test('shows a sample of any age', async () => {
    listed('l5', [call('m1')], true);
    transcribed('l5', 'm1', 'Hello.');

    expect(await poll('l5', { meta: { isLoadingSample: true } })).toMatchObject([{ id: 'm1' }]);
  });

  test('gives what it could read where HighLevel fails for one call', async () => {
    listed('l6', [call('m1'), call('m2')]);
    highLevel()
      .get('/conversations/locations/l6/messages/m1/transcription')
      .reply(500, { message: 'Internal server error' });
    transcribed('l6', 'm2', 'Hello.');

    expect(await poll('l6')).toMatchObject([{ id: 'm2' }]);
  });
});
