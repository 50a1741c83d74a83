import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import nock from 'nock';

import { toList, toRecord } from '../../../resources/values.ts';
import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { advanceTime, resumeTime, stopTime } from '../../support/clock.ts';
import { failing } from '../../support/failure.ts';
import { EACH_OPERATION } from '../../support/operations.ts';

const sendMessage = App.creates.send_message;

beforeEach(() => {
  stopTime('2026-11-24T10:00:00.000Z');
});
afterEach(resumeTime);

/** Sends with these inputs; what the step is given and how HighLevel is asked. */
function send(inputData: Record<string, unknown>, meta: Record<string, unknown> = {}) {
  return run(sendMessage, { inputData: { contactId: 'con1ZbR4xVnL0shT7gK2', ...inputData }, meta });
}

/** HighLevel takes the message with exactly this body. */
function taken(body: Record<string, unknown>, answer: Record<string, unknown> = {}) {
  highLevel()
    .post('/conversations/messages', { contactId: 'con1ZbR4xVnL0shT7gK2', ...body })
    .matchHeader('version', '2021-04-15')
    .reply(200, {
      conversationId: 'cnv1ZbR4xVnL0shT7gK2',
      messageId: 'msg1ZbR4xVnL0shT7gK2',
      traceId: 't',
      ...answer,
    });
}

describe('What HighLevel is asked for', () => {
  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    ['an SMS', { channel: 'sms', message: 'Hello' }, { type: 'SMS', message: 'Hello' }],
    [
      'an SMS from one number to another',
      {
        channel: 'sms',
        message: 'Hello',
        fromNumber: '+1 555 010 0100',
        toNumber: '0015550100124',
      },
      { type: 'SMS', message: 'Hello', fromNumber: '+15550100100', toNumber: '+15550100124' },
    ],
    ['an RCS message', { channel: 'rcs', message: 'Hello' }, { type: 'RCS', message: 'Hello' }],
    ['WhatsApp', { channel: 'whatsapp', message: 'Hello' }, { type: 'WhatsApp', message: 'Hello' }],
    ['Instagram', { channel: 'instagram', message: 'Hello' }, { type: 'IG', message: 'Hello' }],
    ['Facebook', { channel: 'facebook', message: 'Hello' }, { type: 'FB', message: 'Hello' }],
    ['TikTok', { channel: 'tiktok', message: 'Hello' }, { type: 'TIKTOK', message: 'Hello' }],
    [
      'Live Chat',
      { channel: 'live_chat', message: 'Hello' },
      { type: 'Live_Chat', message: 'Hello' },
    ],
    [
      'a custom provider',
      { channel: 'custom', message: 'Hello', conversationProviderId: 'prv1ZbR4xVnL0shT7gK2' },
      { type: 'Custom', message: 'Hello', conversationProviderId: 'prv1ZbR4xVnL0shT7gK2' },
    ],
    [
      'an internal comment',
      { channel: 'internal_comment', message: 'Call back' },
      { type: 'InternalComment', message: 'Call back' },
    ],
    [
      'a channel by its label, as a mapped value has it',
      { channel: 'WhatsApp', message: 'Hello' },
      { type: 'WhatsApp', message: 'Hello' },
    ],
    [
      'the text as it was typed, with its lines',
      { channel: 'sms', message: ' Hello\n\nAnna ' },
      { type: 'SMS', message: ' Hello\n\nAnna ' },
    ],
    [
      'addresses of files alone',
      { channel: 'sms', attachments: ['https://example.com/a.jpg', ''] },
      { type: 'SMS', attachments: ['https://example.com/a.jpg'] },
    ],
    [
      'no more than the channel takes, whatever another channel left in hidden fields',
      {
        channel: 'sms',
        message: 'Hello',
        subject: 'x',
        emailCc: ['a@example.com'],
        html: '<p>x</p>',
      },
      { type: 'SMS', message: 'Hello' },
    ],
  ])('%s', async (_what, inputData, body) => {
    taken(body);
    await expect(send(inputData)).resolves.toMatchObject({ id: 'msg1ZbR4xVnL0shT7gK2' });
  });

  test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
    [
      'from plain text, with its lines kept and its signs escaped',
      { subject: 'Hi', message: 'Is 1 < 2 & 3?\nYes' },
      { subject: 'Hi', html: 'Is 1 &lt; 2 &amp; 3?<br>Yes' },
    ],
    [
      'from plain text that looks like HTML',
      { subject: 'Hi', message: 'Hello <Anna>, <anna@example.com>: a <b and c> d, <3' },
      {
        subject: 'Hi',
        html: 'Hello &lt;Anna&gt;, &lt;anna@example.com&gt;: a &lt;b and c&gt; d, &lt;3',
      },
    ],
    [
      'from HTML in the message',
      { subject: 'Hi', message: '<b>Hello</b>' },
      { subject: 'Hi', html: '<b>Hello</b>' },
    ],
    [
      'from HTML of its own',
      { subject: 'Hi', message: 'Hello', html: '<p>Hello</p>' },
      { subject: 'Hi', html: '<p>Hello</p>' },
    ],
    [
      'with sender and addresses, in lists and within one text',
      {
        subject: 'Hi',
        message: 'Hello',
        emailFrom: 'Sam <sam@example.com>',
        emailTo: 'Anna Example <Anna@Example.com>',
        emailCc: ['a@example.com; b@example.com', 'Doe, Jane <jane@example.com>'],
        emailBcc: 'c@example.com,',
      },
      {
        subject: 'Hi',
        html: 'Hello',
        emailFrom: 'Sam <sam@example.com>',
        emailTo: 'anna@example.com',
        emailCc: ['a@example.com', 'b@example.com', 'jane@example.com'],
        emailBcc: ['c@example.com'],
      },
    ],
    [
      'as a reply to all, which takes over the subject',
      {
        message: 'Hello',
        replyMessageId: 'msg0ZbR4xVnL0shT7gK2',
        emailReplyMode: 'reply_all',
        threadId: 'thr1ZbR4xVnL0shT7gK2',
      },
      {
        html: 'Hello',
        replyMessageId: 'msg0ZbR4xVnL0shT7gK2',
        emailReplyMode: 'reply_all',
        threadId: 'thr1ZbR4xVnL0shT7gK2',
      },
    ],
  ])('an email %s', async (_what, inputData, body) => {
    taken({ type: 'Email', ...body }, { emailMessageId: 'eml1ZbR4xVnL0shT7gK2' });
    await expect(send({ channel: 'email', ...inputData })).resolves.toMatchObject({
      id: 'msg1ZbR4xVnL0shT7gK2',
      emailMessageId: 'eml1ZbR4xVnL0shT7gK2',
    });
  });
});

describe('What the step gives', () => {
  test('is the message, with what HighLevel leaves out of its answer', async () => {
    taken({ type: 'SMS', message: 'Hello' });
    expect(await send({ channel: 'sms', message: 'Hello' })).toEqual({
      id: 'msg1ZbR4xVnL0shT7gK2',
      conversationId: 'cnv1ZbR4xVnL0shT7gK2',
      contactId: 'con1ZbR4xVnL0shT7gK2',
      channel: 'sms',
      status: 'pending',
      emailMessageId: null,
      scheduledFor: null,
      link: `https://app.leadconnectorhq.com/v2/location/${LOCATION_ID}/conversations/conversations/cnv1ZbR4xVnL0shT7gK2`,
    });
  });

  test('keeps the status that HighLevel names', async () => {
    taken({ type: 'SMS', message: 'Hello' }, { status: 'delivered', msg: 'queued' });
    await expect(send({ channel: 'sms', message: 'Hello' })).resolves.toMatchObject({
      status: 'delivered',
    });
  });
});

describe('Send At', () => {
  const NEW_YORK = { timezone: 'America/New_York' };

  test.each([
    ['2026-11-24T15:00:00+01:00', '2026-11-24T14:00:00.000Z'],
    ['2026-11-24 09:00', '2026-11-24T14:00:00.000Z'],
    // The clocks in New York go forward on 14 March 2027.
    ['2027-03-13 09:00', '2027-03-13T14:00:00.000Z'],
    ['2027-03-14 09:00', '2027-03-14T13:00:00.000Z'],
    ['1795600000', '2026-11-25T09:46:40.000Z'],
  ])('%s is sent as seconds in UTC', async (scheduledTimestamp, moment) => {
    taken({ type: 'SMS', message: 'Hello', scheduledTimestamp: Date.parse(moment) / 1000 });
    const sent = send({ channel: 'sms', message: 'Hello', scheduledTimestamp }, NEW_YORK);
    await expect(sent).resolves.toMatchObject({ scheduledFor: moment, status: 'scheduled' });
  });

  test.each([['2026-11-24T09:59:30Z'], ['2026-11-24T10:00:00Z'], ['2026-11-24T10:00:09Z']])(
    '%s has as good as come: it is sent at once',
    async (scheduledTimestamp) => {
      taken({ type: 'SMS', message: 'Hello' });
      const sent = send({ channel: 'sms', message: 'Hello', scheduledTimestamp });
      await expect(sent).resolves.toMatchObject({ scheduledFor: null, status: 'pending' });
    },
  );

  test('a time that has passed is refused', async () => {
    const scheduledTimestamp = '2026-11-24T09:58:00Z';
    const step = send({ channel: 'sms', message: 'Hello', scheduledTimestamp });
    expect(await failing(step)).toMatchObject({
      name: 'AppError',
      code: 'schedule_past',
      message: expect.stringMatching(/^"Send At" is in the past: "2026-11-24 09:58"/),
    });
  });
});

describe('Nothing is sent, and the field is named, for', () => {
  test.each<[string, Record<string, unknown>, string, RegExp]>([
    [
      'no contact',
      { contactId: '', channel: 'sms', message: 'x' },
      'missing_input',
      /"Contact" is empty/,
    ],
    ['no channel', { message: 'x' }, 'missing_input', /"Channel" is empty/],
    [
      'another channel',
      { channel: 'fax', message: 'x' },
      'invalid_input',
      /"Channel" cannot be "fax"\. Choose one of these: SMS, Email/,
    ],
    [
      'an empty message',
      { channel: 'sms', message: ' \n' },
      'message_empty',
      /Fill in "Message", or add/,
    ],
    [
      'an empty e-mail',
      { channel: 'email', subject: 'x' },
      'message_empty',
      /Fill in "Message" or "HTML Body", or add/,
    ],
    [
      'an SMS with a body for e-mail only',
      { channel: 'sms', html: '<p>x</p>' },
      'message_empty',
      /Fill in "Message"/,
    ],
    [
      'an e-mail without a subject',
      { channel: 'email', message: 'x' },
      'missing_input',
      /Fill in "Subject"/,
    ],
    [
      'a custom channel without a provider',
      { channel: 'custom', message: 'x' },
      'missing_input',
      /"Conversation Provider" is empty/,
    ],
    [
      'a number that is none',
      { channel: 'sms', message: 'x', toNumber: 'Anna' },
      'invalid_phone',
      /"To Number" must be a phone number/,
    ],
    [
      'an address that is none',
      { channel: 'email', subject: 'x', message: 'x', emailCc: ['a@example.com', 'Jane'] },
      'invalid_email',
      /"CC" must be one email address, .* and is "Jane"/,
    ],
    [
      'a date that is none',
      { channel: 'sms', message: 'x', scheduledTimestamp: 'soon' },
      'invalid_date',
      /"Send At" is not a date/,
    ],
    [
      'Skip Duplicates that is neither yes nor no',
      { channel: 'sms', message: 'x', skipDuplicates: 'perhaps' },
      'invalid_input',
      /"Skip Duplicates" must be yes or no/,
    ],
  ])('%s', async (_what, inputData, code, sentence) => {
    expect(await failing(send(inputData))).toMatchObject({
      name: 'AppError',
      code,
      message: expect.stringMatching(sentence),
    });
  });
});

describe('What HighLevel answers', () => {
  const SMS = { channel: 'sms', message: 'Hello' };

  function answers(status: number, body: unknown, headers: Record<string, string> = {}) {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    highLevel().post('/conversations/messages').reply(status, text, headers);
    return failing(send(SMS));
  }

  test('422 with several problems names fields by their labels', async () => {
    const message = ['contactId must be a string', 'scheduledTimestamp must be a number'];
    expect(await answers(422, { message })).toMatchObject({
      code: 'refused',
      status: 422,
      message: expect.stringContaining('"Contact" must be a string. "Send At" must be a number.'),
    });
  });

  test('do-not-disturb stops the Zap, which is no failure of it', async () => {
    const message = 'Cannot send message as DND is active for SMS.';
    expect(await answers(400, { message })).toMatchObject({ name: 'HaltedError' });
  });

  test('429 waits', async () => {
    const headers = { 'x-ratelimit-interval-milliseconds': '10000' };
    expect(await answers(429, {}, headers)).toMatchObject({ name: 'ThrottledError', delay: 10 });
  });

  test.each<[string, number, unknown]>([
    ['500', 500, { message: 'Internal server error' }],
    ['502 with a page', 502, '<html>Bad gateway</html>'],
    ['an empty 201', 201, ''],
    ['a page for an answer', 200, '<html>Welcome</html>'],
    ['an answer that is no JSON', 200, 'OK'],
    ['an answer without any id', 200, { conversationId: 'cnv1ZbR4xVnL0shT7gK2' }],
  ])('%s leaves it open whether the message went out', async (_what, status, body) => {
    expect(await answers(status, body)).toMatchObject({
      name: 'AppError',
      code: 'outcome_unknown',
      message: expect.stringMatching(/Replay the step only if nothing arrived there\.$/),
    });
  });

  test('a cut connection does too', async () => {
    const reset = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    highLevel().post('/conversations/messages').replyWithError(reset);
    expect(await failing(send(SMS))).toMatchObject({ code: 'outcome_unknown' });
  });

  test('a refused connection does not', async () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    highLevel().post('/conversations/messages').replyWithError(refused);
    expect(await failing(send(SMS))).toMatchObject({ name: 'ThrottledError', delay: 60 });
  });
});

describe('Files', () => {
  const PDF = Buffer.from('%PDF-1.7 test');

  function served(path: string, content: Buffer, type: string, status = 200) {
    nock('https://files.example.com', { badheaders: ['authorization', 'version'] })
      .get(path)
      .reply(status, content, { 'content-type': type });
  }

  test('are uploaded to the conversation of the contact, then sent by their addresses', async () => {
    served('/offer.pdf', PDF, 'application/pdf');
    highLevel()
      .get('/conversations/search')
      .query((query) => query['contactId'] === 'con1ZbR4xVnL0shT7gK2')
      .reply(200, { conversations: [{ id: 'cnv1ZbR4xVnL0shT7gK2' }] });
    highLevel()
      .post('/conversations/messages/upload', (body: string) =>
        [
          'name="conversationId"\r\n\r\ncnv1ZbR4xVnL0shT7gK2\r\n',
          'name="contactId"\r\n\r\ncon1ZbR4xVnL0shT7gK2\r\n',
          `name="locationId"\r\n\r\n${LOCATION_ID}\r\n`,
          'name="fileAttachment"; filename="offer.pdf"\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7 test',
        ].every((part) => body.includes(part)),
      )
      .matchHeader('content-type', /^multipart\/form-data; boundary=/)
      .reply(200, { uploadedFiles: { 'offer.pdf': 'https://hl.example.com/offer.pdf' } });
    taken({
      type: 'SMS',
      message: 'Here',
      attachments: ['https://example.com/a.jpg', 'https://hl.example.com/offer.pdf'],
    });
    const inputData = {
      channel: 'sms',
      message: 'Here',
      attachments: ['https://example.com/a.jpg'],
      files: ['https://files.example.com/offer.pdf'],
    };
    await expect(send(inputData)).resolves.toMatchObject({ id: 'msg1ZbR4xVnL0shT7gK2' });
  });

  const FILE = { channel: 'sms', files: ['https://files.example.com/file'] };

  test.each<[string, Buffer, string, number, object]>([
    ['an empty file', Buffer.alloc(0), 'application/pdf', 200, { code: 'file_empty' }],
    [
      'a file of another type',
      PDF,
      'application/x-msdownload',
      200,
      { code: 'file_type', message: expect.stringContaining('does not accept the file "file"') },
    ],
    [
      'a file above 5 MB',
      Buffer.alloc(5 * 1024 * 1024 + 1),
      'application/pdf',
      200,
      { code: 'file_too_large', message: expect.stringContaining('larger than 5 MB') },
    ],
    [
      'a file behind a sign-in, which is not ours',
      PDF,
      'text/html',
      401,
      {
        name: 'AppError',
        code: 'file_unreachable',
        message: expect.stringContaining('files.example.com (status 401)'),
      },
    ],
    ['a file that is gone', PDF, 'text/html', 404, { code: 'file_unreachable' }],
    ['a file on a busy host', PDF, 'text/html', 429, { code: 'file_unreachable' }],
  ])('%s: nothing is uploaded or sent', async (_what, content, type, status, expected) => {
    served('/file', content, type, status);
    expect(await failing(send(FILE))).toMatchObject(expected);
  });

  test('a file on a host that does not answer: nothing is sent', async () => {
    nock('https://files.example.com')
      .get('/file')
      .replyWithError(Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' }));
    expect(await failing(send(FILE))).toMatchObject({
      code: 'file_unreachable',
      message: expect.stringContaining('files.example.com (no answer)'),
    });
  });

  test('what is no address of a file: nothing is sent', async () => {
    expect(await failing(send({ channel: 'sms', files: ['invoice.pdf'] }))).toMatchObject({
      code: 'invalid_file',
    });
  });

  test('an upload that leaves no time to hear whether the message went out: it is not sent', async () => {
    served('/file', PDF, 'application/pdf');
    highLevel()
      .get('/conversations/search')
      .query(true)
      .reply(200, { conversations: [{ id: 'cnv1ZbR4xVnL0shT7gK2' }] });
    highLevel()
      .post('/conversations/messages/upload')
      .reply(() => {
        advanceTime(23_000);
        return [200, { uploadedFiles: { 'file.pdf': 'https://hl.example.com/file.pdf' } }];
      });
    expect(await failing(send(FILE))).toMatchObject({
      name: 'ThrottledError',
      delay: 60,
      message: expect.stringContaining('nothing was sent'),
    });
  });

  test('an upload that fails is repeated, since nothing was sent', async () => {
    served('/file', PDF, 'application/pdf');
    highLevel().get('/conversations/search').query(true).reply(200, { conversations: [] });
    highLevel()
      .post('/conversations/', { locationId: LOCATION_ID, contactId: 'con1ZbR4xVnL0shT7gK2' })
      .reply(201, { conversation: { id: 'cnv1ZbR4xVnL0shT7gK2' } });
    highLevel().post('/conversations/messages/upload').reply(500, { message: 'Internal' });
    expect(await failing(send(FILE))).toMatchObject({ name: 'ThrottledError', delay: 60 });
  });
});

describe('Fields', () => {
  const [, entry] = EACH_OPERATION.find(([path]) => path === 'creates.send_message') ?? [];

  function shownFor(channel: string | undefined): unknown[] {
    const makers = (entry?.fieldFunctions ?? []).filter((make) => 'declared' in make);
    const made = makers.flatMap((make) => toList(make(undefined, { inputData: { channel } })));
    return made.map((field) => toRecord(field)['key']);
  }

  test.each<[string | undefined, string[]]>([
    [undefined, []],
    ['sms', ['fromNumber', 'toNumber']],
    ['rcs', ['fromNumber', 'toNumber']],
    [
      'email',
      [
        'subject',
        'html',
        'emailFrom',
        'emailTo',
        'emailCc',
        'emailBcc',
        'threadId',
        'replyMessageId',
        'emailReplyMode',
        'customSubtypeId',
      ],
    ],
    ['custom', ['conversationProviderId']],
    ['whatsapp', []],
    ['internal_comment', []],
  ])('for %s are those of the channel', (channel, keys) => {
    expect(shownFor(channel)).toEqual(keys);
  });
});
