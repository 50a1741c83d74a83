import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import {
  emptyAnswer,
  halted,
  isNetworkFailure,
  networkFailureOf,
} from '../../../lib/http/errors.ts';
import { failureOf, type FailureContext } from '../../../lib/http/failures.ts';
import { messagesOf } from '../../../lib/http/answers.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';
import { readFailure } from '../../support/failure.ts';

const CONTEXT: FailureContext = {
  asked: { url: '/contacts/' },
  repeatable: true,
  labels: { contactId: 'Contact', message: 'Message', emailTo: 'To', type: 'Channel' },
  longestWait: 86_400,
};

interface Failed {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** The error for an answer, as Zapier shows it. */
function failure({ status, body, headers = {} }: Failed, context: Partial<FailureContext> = {}) {
  const answer = {
    status,
    data: typeof body === 'string' ? undefined : body,
    content: typeof body === 'string' ? body : JSON.stringify(body ?? ''),
    header: (name: string) => headers[name],
  };
  const error = failureOf(answer, { ...CONTEXT, ...context });
  return error && readFailure(error);
}

const APP_ERROR = 'AppError';
const HTML = '<!DOCTYPE html><html><body>Attention Required! | Cloudflare</body></html>';

describe('An answer becomes', () => {
  test.each([[200], [201], [204], [304]])('no error: %d', (status) => {
    expect(failure({ status, body: {} })).toBeUndefined();
  });

  const TIMED_OUT = { statusCode: 400, message: 'timeout of 15000ms exceeded' };

  test('later, for a read that the gateway gave up: a 400 that is no refusal', () => {
    expect(failure({ status: 400, body: TIMED_OUT }, { repeatable: true })).toMatchObject({
      name: 'ThrottledError',
    });
  });

  test('an unknown outcome, for a write that the gateway gave up', () => {
    expect(failure({ status: 400, body: TIMED_OUT }, { repeatable: false })).toMatchObject({
      code: 'outcome_unknown',
    });
  });

  test.each([
    [{ msg: 'Too many tags' }, 'Too many tags.'],
    [{ errors: ['No email', 'no phone.'] }, 'No email. no phone.'],
    [{ errors: [{ message: 'No email' }] }, 'No email.'],
    [
      { message: [{ constraints: { isEmail: 'email must be an email' } }] },
      'email must be an email.',
    ],
    ['error code: 1020', 'error code: 1020.'],
  ])('a sentence with the reason, wherever it stands: %j', (body, reason) => {
    expect(failure({ status: 400, body })?.message).toContain(reason);
  });

  test.each([
    ['Contact with id hT7gK2mWq9ZbR4xVnL0s not found', 'Contact not found.'],
    ['No message for id: 6650a1b2c3d4e5f60718293a', 'No message.'],
    ['hT7gK2mWq9ZbR4xVnL0s is not a contact', '(ID) is not a contact.'],
    ['Invalid assignedTo', 'Invalid assigned to.'],
    [
      'dndSettings.SMS.status must be a valid enum value',
      'dnd settings SMS status must be a valid enum value.',
    ],
    ['message or type should not be empty', '"Message" or "Channel" should not be empty.'],
    ['contactId and type are wrong', '"Contact" and "Channel" are wrong.'],
    ['one type is wrong', 'one type is wrong.'],
    ['Contact has no Live_Chat conversation', 'Contact has no Live Chat conversation.'],
    ['TYPE_LIVE_CHAT is not allowed', 'TYPE LIVE CHAT is not allowed.'],
    ['A_'.repeat(50_000), 'A_A_'],
    ['field_value of lastMessageDirection', 'field value of last message direction.'],
    [
      'contactId is wrong at https://x.example/aB_c',
      '"Contact" is wrong at https://x.example/aB_c.',
    ],
    ['x'.repeat(100_000), 'x'.repeat(600)],
    ['aBc '.repeat(50_000), 'a bc a bc'],
    ['"'.repeat(100_000), '""'],
  ])('a sentence without IDs and keys, and not too long: %#', (message, words) => {
    const said = failure({ status: 422, body: { message } })?.message ?? '';
    expect(said).toContain(words);
    expect(said.length).toBeLessThan(800);
  });

  test("HighLevel's words as they are, for a request that a person wrote", () => {
    const body = { message: 'fromNumber of hT7gK2mWq9ZbR4xVnL0s is wrong' };
    expect(failure({ status: 422, body }, { verbatim: true })?.message).toContain(body.message);
  });

  test('the sentence for a record that is gone: a 400 that says so', () => {
    expect(
      failure({ status: 400, body: { message: 'Contact with id x not found' } })?.message,
    ).toContain('cannot find the record');
  });

  test.each([
    ['Invalid JWT'],
    ['Invalid token: access token is invalid'],
    ['The token is not authorized for this scope.'],
    ['version header was not found.'],
    ['Invalid Private Integration token'],
  ])('a refresh of the token, once: 401 %s', (message) => {
    expect(failure({ status: 401, body: { statusCode: 401, message } })).toMatchObject({
      name: 'RefreshAuthError',
    });
  });

  test('an error that names the wrong sub-account: 403 for the location', () => {
    const body = { message: 'The token does not have access to this location.' };
    expect(failure({ status: 403, body })).toEqual({
      name: APP_ERROR,
      message:
        'The record you chose belongs to another HighLevel sub-account than this connection. ' +
        'Choose a record of the connected sub-account, or connect the other sub-account.',
      code: 'wrong_location',
      status: 403,
    });
  });

  test.each<[string, Failed, string]>([
    [
      'another 403',
      {
        status: 403,
        body: { message: 'You do not have permission to do this', error: 'Forbidden' },
      },
      'HighLevel refused this step: You do not have permission to do this.',
    ],
    [
      '400 with words',
      { status: 400, body: { message: 'fromNumber does not belong to this location' } },
      'HighLevel refused this step: from number does not belong to this location.',
    ],
    [
      '400 without words',
      { status: 400, body: {} },
      'HighLevel refused this step and gave no reason (status 400). Compare the fields of this step with the record in HighLevel.',
    ],
    [
      '400 of the token endpoint',
      {
        status: 400,
        body: { error: 'invalid_grant', error_description: 'Location is not active' },
      },
      'HighLevel refused this step: Location is not active.',
    ],
    [
      '404 of a record',
      { status: 404, body: { message: 'Conversation with id x not found' } },
      'HighLevel cannot find the record: Conversation not found. It may have been deleted, or belong to another sub-account. Choose it again, or map its ID from an earlier step.',
    ],
    [
      '404 of a path, which an id made',
      { status: 404, body: { message: 'Cannot GET /contacts/a%2Fb' } },
      'HighLevel cannot find this record. It may have been deleted, or belong to another sub-account. Choose it again, or map its ID from an earlier step.',
    ],
    [
      '404 without words',
      { status: 404, body: {} },
      'HighLevel cannot find this record. It may have been deleted, or belong to another sub-account. Choose it again, or map its ID from an earlier step.',
    ],
    [
      '409',
      { status: 409, body: { message: 'This location does not allow duplicated contacts.' } },
      'HighLevel refused this step: This location does not allow duplicated contacts.',
    ],
    [
      '413 of an upload',
      { status: 413, body: { status: 413, message: 'File too large' } },
      'HighLevel refused this step: File too large.',
    ],
    [
      '422 with several problems, each with the label of its field',
      {
        status: 422,
        body: {
          statusCode: 422,
          message: [
            'contactId must be a string',
            'message should not be empty',
            'property emailTo should not exist',
            'type must be a valid enum value',
          ],
          error: 'Unprocessable Entity',
        },
      },
      'HighLevel refused this step: "Contact" must be a string. "Message" should not be empty. ' +
        'property "To" should not exist. "Channel" must be a valid enum value.',
    ],
    [
      '422 of a field that is named as the words of a sentence are',
      { status: 422, body: { message: ['The message is too long for this type.'] } },
      'HighLevel refused this step: The message is too long for this type.',
    ],
    [
      '422 of a field do-not-disturb, which is no decision of a contact',
      { status: 422, body: { message: ['dnd must be a boolean value'] } },
      'HighLevel refused this step: dnd must be a boolean value.',
    ],
  ])('an error in words for a person: %s', (_what, answer, message) => {
    const status = answer.status;
    expect(failure(answer)).toEqual({ name: APP_ERROR, message, code: 'refused', status });
  });

  test.each([
    [400, 'Cannot send message as DND is active for SMS.'],
    [400, 'Contact has do not disturb enabled'],
    [403, 'Contact has unsubscribed from emails'],
    [400, 'The recipient opted out'],
    [400, 'Message was already sent'],
    [409, 'This message has already been cancelled'],
    [400, 'Message already canceled'],
  ])('a stop that is no failure: %d %s', (status, message) => {
    expect(failure({ status, body: { message } })).toEqual({
      name: 'HaltedError',
      message: `HighLevel did not do this: ${message.replace(/\.$/, '')}.`,
    });
  });

  test.each<[string, Failed]>([
    ['500', { status: 500, body: { message: 'Internal server error' } }],
    ['502 with a page', { status: 502, body: HTML }],
    ['503', { status: 503 }],
    ['504', { status: 504, body: '' }],
    ['408', { status: 408 }],
    ['200 with a page', { status: 200, body: HTML }],
  ])('a repeat in a minute, or doubt where a repeat may do it twice: %s', (_what, answer) => {
    expect(failure(answer, { repeatable: true })).toEqual({
      name: 'ThrottledError',
      message: 'HighLevel had an error at the moment. Zapier repeats this step in a minute.',
      delay: 60,
    });
    expect(failure(answer, { repeatable: false })).toEqual({
      name: APP_ERROR,
      message:
        'HighLevel had an error, so this step may or may not have worked. ' +
        'Check in HighLevel first. Replay the step only if nothing arrived there.',
      code: 'outcome_unknown',
    });
  });

  test.each([[403], [404], [400]])('a repeat in a minute: the page of a firewall, %d', (status) => {
    for (const repeatable of [true, false]) {
      expect(failure({ status, body: HTML }, { repeatable })).toEqual({
        name: 'ThrottledError',
        message:
          'HighLevel turned this request away at the moment. Zapier repeats this step in a minute.',
        delay: 60,
      });
    }
  });
});

describe('429 becomes a wait', () => {
  beforeEach(() => {
    stopTime('2026-11-24T22:30:00.000Z');
  });
  afterEach(resumeTime);

  const BURST = {
    'x-ratelimit-interval-milliseconds': '10000',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-daily-remaining': '150000',
  };
  const DAILY = { ...BURST, 'x-ratelimit-daily-remaining': '0' };
  const SOME_HOURS = 3 * 3600 * 1000;

  test.each<[string, Record<string, string>, number, number]>([
    ['of the interval that HighLevel names', BURST, 86_400, 10],
    [
      'of that interval, up to a whole second',
      { ...BURST, 'x-ratelimit-interval-milliseconds': '2500' },
      86_400,
      3,
    ],
    ['of ten seconds where it names none', {}, 86_400, 10],
    ['until midnight UTC when the day is used up', DAILY, 86_400, 5400],
    [
      "until the day's reset, in milliseconds from now",
      { ...DAILY, 'x-ratelimit-daily-reset': String(SOME_HOURS) },
      86_400,
      10_800,
    ],
    [
      "until the day's reset, as a moment",
      {
        ...DAILY,
        'x-ratelimit-daily-reset': String(Date.parse('2026-11-24T22:30:00Z') + SOME_HOURS),
      },
      86_400,
      10_800,
    ],
    [
      'of ten seconds when the reset lies behind',
      { ...DAILY, 'x-ratelimit-daily-reset': '0' },
      86_400,
      10,
    ],
    ['of 300 seconds at most where Zapier allows no more', DAILY, 300, 300],
  ])('%s', (_what, headers, longestWait, delay) => {
    const error = failure({ status: 429, body: {}, headers }, { longestWait });
    expect(error).toMatchObject({ name: 'ThrottledError', delay });
    const limit = headers === BURST || headers['x-ratelimit-daily-remaining'] !== '0';
    expect(error?.message).toBe(
      `HighLevel's limit of ${limit ? 'requests in a few seconds' : 'requests a day'}, which all apps of this sub-account share, is reached. Zapier repeats this step when the limit allows it.`,
    );
  });
});

/** A failure as node-fetch raises it. */
function fetchError(message: string, details: Record<string, unknown>): Error {
  return Object.assign(new Error(message), { name: 'FetchError', ...details });
}

const REQUEST = 'request to https://services.leadconnectorhq.com/x failed, reason: ';

describe('A request without an answer becomes', () => {
  const NEVER_ARRIVED: [string, Error][] = [
    ['refused', fetchError(`${REQUEST}connect ECONNREFUSED 1.2.3.4:443`, { code: 'ECONNREFUSED' })],
    ['refused on both addresses', fetchError(REQUEST, { code: 'ECONNREFUSED' })],
    [
      'an unknown host',
      fetchError(`${REQUEST}getaddrinfo ENOTFOUND services`, { code: 'ENOTFOUND' }),
    ],
    ['no look-up', fetchError(`${REQUEST}getaddrinfo EAI_AGAIN services`, { code: 'EAI_AGAIN' })],
    ['no route', fetchError(`${REQUEST}connect ENETUNREACH 1.2.3.4:443`, { code: 'ENETUNREACH' })],
    ['no connection', fetchError(`${REQUEST}connect ETIMEDOUT 1.2.3.4:443`, { code: 'ETIMEDOUT' })],
  ];

  test.each(NEVER_ARRIVED)('a repeat in a minute, whatever it is: %s', (_what, error) => {
    for (const repeatable of [true, false]) {
      expect(readFailure(networkFailureOf(error, repeatable))).toEqual({
        name: 'ThrottledError',
        message: 'HighLevel cannot be reached at the moment. Zapier repeats this step in a minute.',
        delay: 60,
      });
    }
  });

  const CUT: [string, Error, string][] = [
    [
      'a time-out before the answer',
      fetchError('network timeout at: x', { type: 'request-timeout' }),
      'HighLevel took too long to respond',
    ],
    [
      'a time-out within it',
      fetchError('Response timeout while trying to fetch x', { type: 'body-timeout' }),
      'HighLevel took too long to respond',
    ],
    [
      'a reset connection',
      fetchError(`${REQUEST}read ECONNRESET`, { code: 'ECONNRESET', type: 'system' }),
      'The connection to HighLevel was lost',
    ],
    [
      'a closed socket',
      fetchError(`${REQUEST}socket hang up`, { code: 'ECONNRESET', type: 'system' }),
      'The connection to HighLevel was lost',
    ],
    [
      'an answer that broke off',
      fetchError('Invalid response body while trying to fetch x: Premature close', {
        code: 'ERR_STREAM_PREMATURE_CLOSE',
      }),
      'The connection to HighLevel was lost',
    ],
  ];

  test.each(CUT)('a repeat, or doubt: %s', (_what, error, what) => {
    expect(readFailure(networkFailureOf(error, true))).toEqual({
      name: 'ThrottledError',
      message: `${what} at the moment. Zapier repeats this step in a minute.`,
      delay: 60,
    });
    expect(readFailure(networkFailureOf(error, false))).toEqual({
      name: APP_ERROR,
      message:
        `${what}, so this step may or may not have worked. ` +
        'Check in HighLevel first. Replay the step only if nothing arrived there.',
      code: 'outcome_unknown',
    });
  });

  test.each<[string, unknown, boolean]>([
    ["node-fetch's error", fetchError('x', {}), true],
    ['an aborted request', Object.assign(new Error('x'), { name: 'AbortError' }), true],
    ["the system's error", Object.assign(new Error('x'), { syscall: 'connect' }), true],
    ['any other error', new TypeError('x is not a function'), false],
    ['a thrown text', 'FetchError', false],
  ])('only what is one: %s', (_what, error, expected) => {
    expect(isNetworkFailure(error)).toBe(expected);
  });
});

test('An accepted request with an empty answer is repeated, or in doubt', () => {
  expect(readFailure(emptyAnswer(true))).toMatchObject({ name: 'ThrottledError', delay: 60 });
  expect(readFailure(emptyAnswer(false))).toMatchObject({
    name: APP_ERROR,
    code: 'outcome_unknown',
    message: expect.stringMatching(
      /^HighLevel sent an empty response, so this step may or may not/,
    ),
  });
});

test('A stop keeps its sentence free of what Zapier appends', () => {
  expect(halted('Stopped.')).toMatchObject({
    name: 'HaltedError',
    message: 'Stopped.',
    doNotContextify: true,
  });
});

test.each<[unknown, string[]]>([
  [{ message: 'One' }, ['One.']],
  [{ message: ['One', 'two!'] }, ['One.', 'two!']],
  [{ message: '', error: 'Bad Request' }, ['Bad Request.']],
  [{ error: { message: 'Nested' } }, ['Nested.']],
  [
    { error_description: 'Location is not active', error: 'invalid_grant' },
    ['Location is not active.'],
  ],
  [{ message: { text: 'no' } }, []],
  [[], []],
  [undefined, []],
])("messagesOf(%j) is HighLevel's own words", (data, expected) => {
  expect(messagesOf(data)).toEqual(expected);
});
