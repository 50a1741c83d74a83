import { randomBytes } from 'node:crypto';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { OperationError, type LocalZapier } from '../../local/index.ts';
import { toText, type RawRecord } from '../../resources/values.ts';
import { startFileHost, type FileHost } from '../support/file-host.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;
let files: FileHost;
let contactId: string;

beforeAll(async () => {
  zapier = await sharedZapier();
  files = await startFileHost();
  contactId = toText((await zapier.sandbox.record('contacts', { firstName: 'Anna' }))['id']) ?? '';
});

afterAll(() => files.close());

beforeEach(async () => {
  await zapier.reset();
});

/** What a person sees where a step fails, and how long it took. */
interface Seen {
  name: string;
  summary: string;
  code: unknown;
  status: unknown;
  delay: unknown;
  seconds: number;
}

/** The error that a step ends in. @throws Error when it ends well */
async function seen(step: () => Promise<unknown>): Promise<Seen> {
  const startedAt = performance.now();
  const error = await step().then(
    (result) => new Error(`It ended well: ${JSON.stringify(result)}`),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof OperationError)) throw error;
  const { name, summary, code, status, delay } = error;
  return { name, summary, code, status, delay, seconds: (performance.now() - startedAt) / 1000 };
}

function send(inputData: RawRecord = {}) {
  return zapier.create('send_message', {
    contactId,
    channel: 'sms',
    message: 'Hello',
    ...inputData,
  });
}

/** Everything that HighLevel was asked to send and took. */
async function sentTimes(): Promise<number> {
  const requests = await zapier.sandbox.list('/requests?path=/conversations/messages&method=POST');
  return requests.filter(({ path, status }) => path === '/conversations/messages' && status === 200)
    .length;
}

const SENTENCE = /^[A-Z"].{20,}\.$/s;

/** Words that mean nothing to a person. */
const JARGON = /undefined|null|\[object|Error:|\bat .*\.js|stack|[A-Za-z\d]{20}/;

describe('Bad input ends before anything is sent, in a sentence that says what to do:', () => {
  test.each<[string, () => RawRecord, object]>([
    [
      'an unknown contact',
      () => ({ contactId: 'nobody1ZbR4xVnL0shT7' }),
      { name: 'AppError', summary: expect.stringMatching(/^HighLevel .*not found/) },
    ],
    ['no contact', () => ({ contactId: '' }), { code: 'missing_input' }],
    ['an empty message', () => ({ message: '  ' }), { code: 'message_empty' }],
    [
      'a number that is none in the country of the sub-account',
      () => ({ toNumber: '555 010' }),
      { code: 'invalid_phone', summary: expect.stringMatching(/^"To Number" /) },
    ],
    [
      "a number that is not the contact's",
      () => ({ toNumber: '+15550199999' }),
      { name: 'AppError', summary: expect.stringContaining('"To Number" does not belong') },
    ],
    [
      'a time in the past',
      () => ({ scheduledTimestamp: '2020-01-01 09:00' }),
      { code: 'schedule_past', summary: expect.stringMatching(/^"Send At" is in the past/) },
    ],
    [
      'a channel on which the contact never wrote',
      () => ({ channel: 'instagram' }),
      { name: 'AppError', summary: expect.stringContaining('no IG conversation') },
    ],
    [
      'too large a file',
      () => ({ files: [files.address('film.mp4', 'video/mp4', 5 * 1024 * 1024 + 1)] }),
      { code: 'file_too_large', summary: expect.stringContaining('larger than 5 MB') },
    ],
    [
      'a file of another type',
      () => ({ files: [files.address('setup.exe', 'application/x-msdownload', 10)] }),
      { code: 'file_type', summary: expect.stringContaining('"setup.exe"') },
    ],
    [
      'an empty file',
      () => ({ files: [files.address('empty.txt', 'text/plain', 0)] }),
      { code: 'file_empty' },
    ],
    [
      'a file behind a sign-in, which has nothing to do with the connection',
      () => ({ files: [files.address('a.txt', 'text/plain', 10, 401)] }),
      { name: 'AppError', code: 'file_unreachable' },
    ],
  ])('%s', async (_what, inputData, expected) => {
    await zapier.sandbox.delete('/requests');
    const error = await seen(() => send(inputData()));
    expect(error).toMatchObject(expected);
    expect(error.summary).toMatch(SENTENCE);
    expect(error.summary).not.toMatch(JARGON);
    expect(await sentTimes()).toBe(0);
  });

  test.each<[string, string, RawRecord, object]>([
    [
      'both of two alternatives',
      'find_contact',
      { email: 'a@example.com', query: 'Anna' },
      { code: 'too_many_inputs' },
    ],
    ['neither', 'find_contact', {}, { code: 'missing_input' }],
    ['no way to find a conversation', 'find_conversation', {}, { code: 'missing_input' }],
    [
      'a phone number that is none',
      'find_contact',
      { phone: 'call me' },
      { code: 'invalid_phone' },
    ],
    ['a date that is none', 'find_conversation', { startDate: 'soon' }, { code: 'invalid_date' }],
  ])('%s', async (_what, key, inputData, expected) => {
    const error = await seen(() => zapier.search(key, inputData));
    expect(error).toMatchObject({ name: 'AppError', ...expected });
    expect(error.summary).toMatch(SENTENCE);
  });

  test('a mark from ten years ago gives an empty page, not an error', async () => {
    const page = await zapier.app.one({
      method: 'searches.find_conversation.operation.perform',
      bundle: {
        authData: zapier.authData,
        inputData: { status: 'read' },
        meta: { paging_token: String(Date.UTC(2016, 0, 1)) },
      },
    });
    expect(page).toEqual({ results: [], paging_token: null });
  });

  test('a cursor from ten years ago is refused in words', async () => {
    const cursor = Buffer.from('{"pitId":"1","lastSort":[1],"lastId":"x"}').toString('base64');
    const error = await seen(() =>
      zapier.app.choices('creates.update_message_status', 'messageId', {
        authData: zapier.authData,
        pagingToken: `${cursor}|${cursor}`,
      }),
    );
    expect(error).toMatchObject({ name: 'AppError', summary: expect.stringContaining('cursor') });
  });
});

/** A failure of HighLevel, and what becomes of a step that reads and of one that sends. */
interface Trouble {
  fault: RawRecord;
  reading: object;
  sending: object;
}

const AGAIN = { name: 'ThrottledError', delay: 60 };
const IN_DOUBT = { name: 'AppError', code: 'outcome_unknown' };
const REFRESH = { name: 'RefreshAuthError' };
const NOT_ALLOWED = { name: 'AppError', code: 'access_refused' };
const NOTHING_FOUND = { found: [] };

const both = (expected: object) => ({ reading: expected, sending: expected });

const TROUBLES: [string, Trouble][] = [
  [
    '401 for the token',
    {
      // Whatever is asked with it.
      fault: {
        path: '*',
        method: undefined,
        times: 2,
        status: 401,
        body: { message: 'Invalid JWT' },
      },
      ...both(REFRESH),
    },
  ],
  [
    '401 for a scope',
    {
      fault: { status: 401, body: { message: 'The token is not authorized for this scope.' } },
      ...both(NOT_ALLOWED),
    },
  ],
  [
    '401 for the version',
    {
      fault: { status: 401, body: { message: 'version header is invalid' } },
      ...both(NOT_ALLOWED),
    },
  ],
  [
    '403 for the sub-account',
    {
      fault: { status: 403, body: { message: 'The token does not have access to this location.' } },
      ...both({ code: 'wrong_location' }),
    },
  ],
  [
    '403',
    {
      fault: { status: 403, body: { message: 'You do not have permission', error: 'Forbidden' } },
      ...both({ code: 'refused', status: 403 }),
    },
  ],
  [
    "403 with a firewall's page",
    { fault: { status: 403, html: '<h1>Blocked</h1>' }, ...both(AGAIN) },
  ],
  [
    '404',
    {
      fault: { status: 404, body: { message: 'Contact not found' } },
      // A search finds nothing where the record is gone.
      reading: NOTHING_FOUND,
      sending: {
        code: 'refused',
        status: 404,
        summary: expect.stringMatching(/cannot find the record/),
      },
    },
  ],
  [
    '422 with several problems',
    {
      fault: {
        status: 422,
        body: { message: ['contactId must be a string', 'query is too long'] },
      },
      ...both({
        code: 'refused',
        summary: expect.stringContaining('"Contact" must be a string. '),
      }),
    },
  ],
  [
    '429 of the burst',
    {
      fault: { status: 429, headers: { 'x-ratelimit-interval-milliseconds': '10000' } },
      ...both({ name: 'ThrottledError', delay: 10 }),
    },
  ],
  [
    '429 of the day',
    {
      fault: {
        status: 429,
        headers: { 'x-ratelimit-daily-remaining': '0', 'x-ratelimit-daily-reset': '7200000' },
      },
      ...both({ name: 'ThrottledError', delay: 7200 }),
    },
  ],
  ['500', { fault: { status: 500 }, reading: AGAIN, sending: IN_DOUBT }],
  [
    '502 with a page',
    { fault: { status: 502, html: '<h1>Bad gateway</h1>' }, reading: AGAIN, sending: IN_DOUBT },
  ],
  [
    'an empty 201',
    { fault: { status: 201, body: '', when: 'after' }, reading: AGAIN, sending: IN_DOUBT },
  ],
  ['a cut connection', { fault: { drop: 'after' }, reading: AGAIN, sending: IN_DOUBT }],
];

describe.each(TROUBLES)('%s', (_what, { fault, reading, sending }) => {
  test('while reading', async () => {
    await zapier.sandbox.post('/faults', { path: '/conversations/search', ...fault });
    const find = () => zapier.search('find_conversation', { contactId });
    if (reading === NOTHING_FOUND) {
      expect(await find()).toEqual(NOTHING_FOUND.found);
      return;
    }
    const error = await seen(find);
    expect(error).toMatchObject(reading);
    expect(error.seconds).toBeLessThan(28);
    if (error.name !== 'RefreshAuthError') expect(error.summary).toMatch(SENTENCE);
  });

  test('while sending', async () => {
    await zapier.sandbox.post('/faults', {
      path: '/conversations/messages',
      method: 'POST',
      ...fault,
    });
    const error = await seen(() => send({ message: randomBytes(8).toString('hex') }));
    expect(error).toMatchObject(sending);
    expect(error.seconds).toBeLessThan(28);
    if (error.name !== 'RefreshAuthError') expect(error.summary).toMatch(SENTENCE);
  });
});

test('An answer after 25 seconds comes too late, and the step says so in time', async () => {
  const waits = { path: '/conversations/messages', method: 'POST', when: 'after', delayMs: 25_000 };
  await zapier.sandbox.post('/faults', waits);
  const error = await seen(() => send());
  expect(error).toMatchObject({
    ...IN_DOUBT,
    summary: expect.stringMatching(
      /^HighLevel took too long to respond, so this step may or may not/,
    ),
  });
  expect(error.seconds).toBeLessThan(28);
  await expect(send()).rejects.toMatchObject({ name: 'HaltedError' });
});

test('Nobody at the address of HighLevel is a wait', async () => {
  const gone = await startFileHost();
  const { origin } = new URL(gone.address('x', 'text/plain', 0));
  await gone.close();
  const { app } = zapier;
  const { env } = app;
  app.env = { ...env, HIGHLEVEL_API_URL: origin };
  const error = await seen(() => send()).finally(() => {
    app.env = env;
  });
  expect(error).toMatchObject({ ...AGAIN, summary: expect.stringMatching(/cannot be reached/) });
});

test('The real limit of HighLevel is kept: the next step waits for the interval', async () => {
  await zapier.sandbox.post('/limits', { max: 2, intervalMs: 4000 });
  await zapier.search('find_contact', { contactId });
  await zapier.search('find_contact', { contactId });
  const error = await seen(() => zapier.search('find_contact', { contactId }));
  expect(error).toMatchObject({ name: 'ThrottledError', delay: 4 });
});

describe('The token', () => {
  test('does not follow a redirect to another host', async () => {
    // Another name of this machine is another host.
    const elsewhere = files.address('call.wav', 'audio/wav', 10).replace('127.0.0.1', 'localhost');
    await zapier.sandbox.post('/faults', {
      path: '/contacts/*',
      status: 302,
      body: {},
      headers: { location: elsewhere },
    });
    const error = await seen(() => zapier.search('find_contact', { contactId }));
    expect(error).toMatchObject({ name: 'ThrottledError' });
    expect(files.requests.map(({ path }) => path)).not.toContain('/call.wav');
  });

  test('is not seen by the hosts of files', async () => {
    const address = files.address('seen.txt', 'text/plain', 10);
    await send({ files: [address], message: 'With a file' });
    expect(files.requests).toContainEqual({ path: '/seen.txt', authorization: undefined });
  });
});
