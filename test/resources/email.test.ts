import { expect, test } from '@jest/globals';

import { email, emailContent } from '../../resources/email.ts';

const FLAT = {
  id: 'eml1ZbR4xVnL0shT7gK2',
  altId: 'gmail-1',
  threadId: 'thr1ZbR4xVnL0shT7gK2',
  locationId: 'loc1ZbR4xVnL0shT7gK2',
  contactId: 'con1ZbR4xVnL0shT7gK2',
  conversationId: 'cnv1ZbR4xVnL0shT7gK2',
  dateAdded: '2026-11-24T10:02:00.000Z',
  subject: 'Your appointment',
  body: '<style>p{color:red}</style><p>Hello&nbsp;Anna,</p><p>see you <b>soon</b> &amp; bye</p>',
  direction: 'inbound',
  status: 'delivered',
  contentType: 'text/html',
  attachments: ['https://example.com/files/offer.pdf', ''],
  provider: 'Leadconnector Gmail',
  from: 'Anna Example <anna@example.com>',
  to: ['hello@example.com'],
  cc: 'office@example.com',
  bcc: [],
  replyToMessageId: 'eml0ZbR4xVnL0shT7gK2',
  source: 'app',
};

const EXPECTED = {
  id: 'eml1ZbR4xVnL0shT7gK2',
  subject: 'Your appointment',
  from: 'Anna Example <anna@example.com>',
  to: ['hello@example.com'],
  cc: ['office@example.com'],
  bcc: [],
  html: FLAT.body,
  text: 'Hello Anna,\nsee you soon & bye',
  attachments: ['https://example.com/files/offer.pdf'],
  threadId: 'thr1ZbR4xVnL0shT7gK2',
  conversationId: 'cnv1ZbR4xVnL0shT7gK2',
  contactId: 'con1ZbR4xVnL0shT7gK2',
  direction: 'inbound',
  status: 'delivered',
  source: 'app',
  replyToMessageId: 'eml0ZbR4xVnL0shT7gK2',
  dateAdded: '2026-11-24T10:02:00.000Z',
  locationId: 'loc1ZbR4xVnL0shT7gK2',
};

test.each([
  ['flat, as the specification has it', { ...FLAT, traceId: 't' }],
  ['wrapped, as it really comes', { emailMessage: FLAT, traceId: 't' }],
  ['with its text under html', { ...FLAT, body: undefined, html: FLAT.body }],
])('email reads an email %s', (_shape, raw) => {
  expect(email.parse(raw)).toEqual(EXPECTED);
});

const CONTENT_KEYS = ['subject', 'from', 'to', 'cc', 'bcc', 'html', 'text', 'attachments'] as const;

test('the content of an email is what a message carries of it', () => {
  const expected = Object.fromEntries(CONTENT_KEYS.map((key) => [key, EXPECTED[key]]));
  expect(emailContent.parse({ emailMessage: FLAT })).toEqual(expected);
});

test('the content of an email that is gone has every key, empty', () => {
  expect(emailContent.parse({})).toEqual({
    subject: null,
    from: null,
    to: [],
    cc: [],
    bcc: [],
    html: null,
    text: null,
    attachments: [],
  });
});
