import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { resumeTime, skipWaits } from '../../support/clock.ts';
import { failing } from '../../support/failure.ts';

const updateMessageStatus = App.creates.update_message_status;

/** The milliseconds that a step waited, in turn. */
let waits: number[];

beforeEach(() => {
  waits = skipWaits('2026-11-24T10:00:00.000Z');
});
afterEach(resumeTime);

function update(inputData: Record<string, unknown> = {}) {
  return run(updateMessageStatus, {
    inputData: { messageId: 'msg1ZbR4xVnL0shT7gK2', status: 'delivered', ...inputData },
  });
}

/** What HighLevel is asked for. */
interface StatusBody {
  status: string;
  [key: string]: string | string[] | Record<string, string>;
}

function asked(body: StatusBody = { status: 'delivered' }) {
  return highLevel()
    .put('/conversations/messages/msg1ZbR4xVnL0shT7gK2/status', body)
    .matchHeader('version', '2021-04-15');
}

const REFUSAL = { statusCode: 403, message: 'No conversation provider found for this message' };

/** HighLevel refuses so many times. */
function refused(times: number, status = 403): void {
  asked().times(times).reply(status, REFUSAL);
}

describe('update_message_status', () => {
  test.each<[string, Record<string, unknown>, StatusBody]>([
    ['delivered', {}, { status: 'delivered' }],
    ['read', { status: 'read' }, { status: 'read' }],
    ['pending', { status: 'pending' }, { status: 'pending' }],
    [
      'failed, with the reason',
      {
        status: 'failed',
        errorMessage: 'Unknown number',
        errorCode: '30005',
        errorType: 'carrier',
      },
      {
        status: 'failed',
        error: { code: '30005', type: 'carrier', message: 'Unknown number' },
      },
    ],
    [
      'failed, without one, for HighLevel asks for it',
      { status: 'failed' },
      {
        status: 'failed',
        error: {
          code: '1',
          type: 'provider',
          message: 'The provider could not deliver the message',
        },
      },
    ],
    [
      'of an e-mail, for some of its recipients',
      { emailMessageId: 'eml1ZbR4xVnL0shT7gK2', recipients: ['a@example.com'] },
      {
        status: 'delivered',
        emailMessageId: 'eml1ZbR4xVnL0shT7gK2',
        recipients: ['a@example.com'],
      },
    ],
    [
      'delivered, whatever was left in the fields for a failure',
      { errorMessage: 'Unknown number' },
      { status: 'delivered' },
    ],
  ])('sets %s', async (_what, inputData, body) => {
    asked(body).reply(200, {
      conversationId: 'cnv1ZbR4xVnL0shT7gK2',
      messageId: 'msg1ZbR4xVnL0shT7gK2',
      status: body['status'],
    });
    expect(await update(inputData)).toEqual({
      id: 'msg1ZbR4xVnL0shT7gK2',
      status: body['status'],
      conversationId: 'cnv1ZbR4xVnL0shT7gK2',
      emailMessageId: inputData['emailMessageId'] ?? null,
      link: expect.stringMatching(/\/conversations\/cnv1ZbR4xVnL0shT7gK2$/),
    });
  });

  test('is content with an empty answer', async () => {
    asked().reply(200, '');
    expect(await update()).toMatchObject({ id: 'msg1ZbR4xVnL0shT7gK2', status: 'delivered' });
  });

  test('tries again after 2, 5 and 9 seconds while HighLevel refuses', async () => {
    refused(3);
    asked().reply(200, {
      messageId: 'msg1ZbR4xVnL0shT7gK2',
      conversationId: 'cnv1ZbR4xVnL0shT7gK2',
    });
    expect(await update()).toMatchObject({
      id: 'msg1ZbR4xVnL0shT7gK2',
      conversationId: 'cnv1ZbR4xVnL0shT7gK2',
    });
    expect(waits).toEqual([2000, 5000, 9000]);
  });

  test('gives up after the last of them, and says who may set a status', async () => {
    refused(4);
    expect(await failing(update())).toMatchObject({
      name: 'AppError',
      code: 'not_the_provider',
      message: expect.stringContaining('only the app that owns its conversation provider may'),
    });
    expect(waits).toEqual([2000, 5000, 9000]);
  });

  test('names the connection at once where the message is of another sub-account', async () => {
    asked().reply(403, { message: 'The token does not have access to this location.' });
    expect(await failing(update())).toMatchObject({ code: 'wrong_location' });
    expect(waits).toEqual([]);
  });

  test('takes a 401 for the same while the token is good', async () => {
    refused(1, 401);
    highLevel()
      .get(`/locations/${LOCATION_ID}`)
      .reply(200, { location: { id: LOCATION_ID } });
    asked().reply(200, { messageId: 'msg1ZbR4xVnL0shT7gK2' });
    expect(await update()).toMatchObject({ id: 'msg1ZbR4xVnL0shT7gK2' });
    expect(waits).toEqual([2000]);
  });

  test('refreshes a token that has ended at once, without a second try', async () => {
    refused(1, 401);
    highLevel().get(`/locations/${LOCATION_ID}`).reply(401, { message: 'Invalid JWT' });
    expect(await failing(update())).toMatchObject({ name: 'RefreshAuthError' });
    expect(waits).toEqual([]);
  });

  test.each<[string, number, object, object]>([
    ['404', 404, { message: 'Message not found' }, { code: 'refused', status: 404 }],
    [
      '422',
      422,
      { message: ['status must be a valid enum value'] },
      { code: 'refused', message: expect.stringContaining('"Status" must be a valid enum value') },
    ],
    ['429', 429, {}, { name: 'ThrottledError' }],
    ['500', 500, {}, { name: 'ThrottledError', delay: 60 }],
  ])('does not try again after %s', async (_what, status, body, expected) => {
    asked().reply(status, body);
    expect(await failing(update())).toMatchObject(expected);
    expect(waits).toEqual([]);
  });
});
