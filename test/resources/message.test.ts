import { describe, expect, test } from '@jest/globals';

import { message, messageItem, messageStatus, sentMessage } from '../../resources/message.ts';

const LINK =
  'https://app.leadconnectorhq.com/v2/location/loc1ZbR4xVnL0shT7gK2/conversations/conversations/cnv1ZbR4xVnL0shT7gK2';

/** A record of a message that says nothing but its ids. */
const EMPTY = {
  id: 'msg1ZbR4xVnL0shT7gK2',
  body: null,
  subject: null,
  channel: null,
  direction: null,
  status: null,
  source: null,
  from: null,
  to: null,
  link: LINK,
  conversationId: 'cnv1ZbR4xVnL0shT7gK2',
  contactId: 'con1ZbR4xVnL0shT7gK2',
  userId: null,
  attachments: [],
  emailMessageId: null,
  threadEmailIds: [],
  threadId: null,
  callDuration: null,
  callStatus: null,
  isActivity: false,
  conversationProviderId: null,
  dateAdded: null,
  dateUpdated: null,
  locationId: 'loc1ZbR4xVnL0shT7gK2',
};

const IDS = {
  conversationId: 'cnv1ZbR4xVnL0shT7gK2',
  contactId: 'con1ZbR4xVnL0shT7gK2',
  locationId: 'loc1ZbR4xVnL0shT7gK2',
};

const SMS_ROW = {
  id: 'msg1ZbR4xVnL0shT7gK2',
  type: 2,
  messageType: 'TYPE_SMS',
  ...IDS,
  dateAdded: '2026-11-24T10:02:00.000Z',
  dateUpdated: '2026-11-24T10:02:05.000Z',
  body: 'Is Thursday free?',
  direction: 'inbound',
  status: 'delivered',
  contentType: 'text/plain',
  attachments: ['https://example.com/photo.jpg'],
  source: 'app',
  from: '+15550100123',
  to: '+15550100100',
  altId: 'alt1ZbR4xVnL0shT7gK2',
};

const SMS = {
  ...EMPTY,
  body: 'Is Thursday free?',
  channel: 'sms',
  direction: 'inbound',
  status: 'delivered',
  source: 'app',
  from: '+15550100123',
  to: '+15550100100',
  attachments: ['https://example.com/photo.jpg'],
  dateAdded: '2026-11-24T10:02:00.000Z',
  dateUpdated: '2026-11-24T10:02:05.000Z',
};

const SHAPES: [string, unknown, Record<string, unknown>][] = [
  ['a row of the export, or of a conversation', SMS_ROW, SMS],
  ['a message read alone, wrapped', { message: SMS_ROW, traceId: 't' }, SMS],
  ['one with its number only', { ...SMS_ROW, messageType: undefined, type: 2 }, SMS],
  [
    'an e-mail of the list, without its text',
    {
      id: 'msg1ZbR4xVnL0shT7gK2',
      type: 3,
      messageType: 'TYPE_EMAIL',
      ...IDS,
      dateAdded: '2026-11-24T10:02:00.000Z',
      direction: 'outbound',
      status: 'opened',
      meta: {
        email: { messageIds: ['eml1ZbR4xVnL0shT7gK2', 'eml2ZbR4xVnL0shT7gK2'], subject: 'x' },
      },
      source: 'workflow',
      userId: 'usr1ZbR4xVnL0shT7gK2',
    },
    {
      ...EMPTY,
      channel: 'email',
      direction: 'outbound',
      status: 'opened',
      source: 'workflow',
      userId: 'usr1ZbR4xVnL0shT7gK2',
      emailMessageId: 'eml2ZbR4xVnL0shT7gK2',
      threadEmailIds: ['eml1ZbR4xVnL0shT7gK2', 'eml2ZbR4xVnL0shT7gK2'],
      dateAdded: '2026-11-24T10:02:00.000Z',
    },
  ],
  [
    'a call, with its details in meta',
    {
      message: {
        id: 'msg1ZbR4xVnL0shT7gK2',
        type: 1,
        messageType: 'TYPE_CALL',
        ...IDS,
        dateAdded: '2026-11-24T10:02:00.000Z',
        direction: 'inbound',
        status: 'completed',
        attachments: [],
        meta: { call: { duration: 95, status: 'completed' } },
      },
    },
    {
      ...EMPTY,
      channel: 'call',
      direction: 'inbound',
      status: 'completed',
      callDuration: 95,
      callStatus: 'completed',
      dateAdded: '2026-11-24T10:02:00.000Z',
    },
  ],
  [
    'a call as the specification has it',
    {
      id: 'msg1ZbR4xVnL0shT7gK2',
      messageType: 'TYPE_CALL',
      ...IDS,
      meta: { callDuration: '95', callStatus: 'busy' },
    },
    { ...EMPTY, channel: 'call', callDuration: 95, callStatus: 'busy' },
  ],
  [
    'an activity row',
    {
      id: 'msg1ZbR4xVnL0shT7gK2',
      type: 28,
      messageType: 'TYPE_ACTIVITY_OPPORTUNITY',
      ...IDS,
      body: 'Opportunity moved to Won',
      dateAdded: '2026-11-24T10:02:00.000Z',
    },
    {
      ...EMPTY,
      body: 'Opportunity moved to Won',
      channel: 'activity',
      isActivity: true,
      dateAdded: '2026-11-24T10:02:00.000Z',
    },
  ],
  [
    'the webhook of an SMS, flat with a short name',
    {
      type: 'InboundMessage',
      ...IDS,
      attachments: [],
      body: 'This is a test message',
      contentType: 'text/plain',
      dateAdded: '2026-11-24T10:02:00.750Z',
      direction: 'inbound',
      messageType: 'SMS',
      messageId: 'msg1ZbR4xVnL0shT7gK2',
      status: 'delivered',
      conversationProviderId: 'prv1ZbR4xVnL0shT7gK2',
      timestamp: '2026-11-24T10:02:01.000Z',
      webhookId: 'whk1',
    },
    {
      ...EMPTY,
      body: 'This is a test message',
      channel: 'sms',
      direction: 'inbound',
      status: 'delivered',
      conversationProviderId: 'prv1ZbR4xVnL0shT7gK2',
      dateAdded: '2026-11-24T10:02:00.750Z',
    },
  ],
  [
    'a webhook without any message id, which its own id stands for',
    {
      type: 'InboundMessage',
      ...IDS,
      messageType: 'SMS',
      direction: 'inbound',
      webhookId: 'msg1ZbR4xVnL0shT7gK2',
    },
    { ...EMPTY, channel: 'sms', direction: 'inbound' },
  ],
  [
    'the webhook of an e-mail, with its HTML',
    {
      type: 'InboundMessage',
      ...IDS,
      body: '<div>Order <b>confirmed</b></div>',
      dateAdded: '2026-11-24T10:02:00.000Z',
      direction: 'inbound',
      messageType: 'Email',
      emailMessageId: 'msg1ZbR4xVnL0shT7gK2',
      from: 'Anna Example <anna@example.com>',
      threadId: 'thr1ZbR4xVnL0shT7gK2',
      subject: 'Order Confirmed',
      to: ['hello@example.com', 'office@example.com'],
      webhookId: 'whk1',
    },
    {
      ...EMPTY,
      body: 'Order confirmed',
      subject: 'Order Confirmed',
      channel: 'email',
      direction: 'inbound',
      from: 'Anna Example <anna@example.com>',
      to: 'hello@example.com, office@example.com',
      emailMessageId: 'msg1ZbR4xVnL0shT7gK2',
      threadEmailIds: ['msg1ZbR4xVnL0shT7gK2'],
      threadId: 'thr1ZbR4xVnL0shT7gK2',
      dateAdded: '2026-11-24T10:02:00.000Z',
    },
  ],
  [
    'the webhook of a call',
    {
      type: 'OutboundMessage',
      ...IDS,
      attachments: ['https://example.com/call.wav'],
      direction: 'inbound',
      messageType: 'CALL',
      userId: 'usr1ZbR4xVnL0shT7gK2',
      messageId: 'msg1ZbR4xVnL0shT7gK2',
      status: 'completed',
      callDuration: 120,
      callStatus: 'voicemail',
      dateAdded: '2026-11-24T10:02:00.000Z',
    },
    {
      ...EMPTY,
      channel: 'call',
      direction: 'inbound',
      status: 'completed',
      userId: 'usr1ZbR4xVnL0shT7gK2',
      attachments: ['https://example.com/call.wav'],
      callDuration: 120,
      callStatus: 'voicemail',
      dateAdded: '2026-11-24T10:02:00.000Z',
    },
  ],
];

describe('message', () => {
  test.each(SHAPES)('reads %s', (_shape, raw, expected) => {
    expect(message.parse(raw)).toEqual(expected);
  });
});

test('a message of a trigger keeps the pointers to what Zapier fetches', () => {
  const pointers = {
    contact: 'hydrate|||contact|||hydrate',
    emailContent: null,
    attachmentFiles: ['hydrate|||file|||hydrate'],
  };
  expect(messageItem.parse({ ...SMS_ROW, ...pointers })).toMatchObject({
    id: 'msg1ZbR4xVnL0shT7gK2',
    ...pointers,
  });
});

describe('a sent message', () => {
  const SENT = {
    id: 'msg1ZbR4xVnL0shT7gK2',
    conversationId: 'cnv1ZbR4xVnL0shT7gK2',
    contactId: 'con1ZbR4xVnL0shT7gK2',
    channel: 'sms',
    status: 'pending',
    emailMessageId: null,
    scheduledFor: null,
    link: LINK,
  };
  const ours = {
    contactId: 'con1ZbR4xVnL0shT7gK2',
    channel: 'sms',
    locationId: 'loc1ZbR4xVnL0shT7gK2',
    status: 'pending',
  };

  test.each([
    [
      'by its message id',
      { conversationId: 'cnv1ZbR4xVnL0shT7gK2', messageId: 'msg1ZbR4xVnL0shT7gK2', traceId: 't' },
      {},
    ],
    [
      'of several at once',
      {
        conversationId: 'cnv1ZbR4xVnL0shT7gK2',
        messageIds: ['msg1ZbR4xVnL0shT7gK2', 'msg2ZbR4xVnL0shT7gK2'],
      },
      {},
    ],
    [
      'an e-mail, by both its ids',
      {
        conversationId: 'cnv1ZbR4xVnL0shT7gK2',
        messageId: 'msg1ZbR4xVnL0shT7gK2',
        emailMessageId: 'eml1ZbR4xVnL0shT7gK2',
      },
      { emailMessageId: 'eml1ZbR4xVnL0shT7gK2' },
    ],
    [
      'an e-mail that is known by its own id only',
      { conversationId: 'cnv1ZbR4xVnL0shT7gK2', emailMessageId: 'msg1ZbR4xVnL0shT7gK2' },
      { emailMessageId: 'msg1ZbR4xVnL0shT7gK2' },
    ],
    [
      'for later',
      {
        conversationId: 'cnv1ZbR4xVnL0shT7gK2',
        messageId: 'msg1ZbR4xVnL0shT7gK2',
        scheduledFor: new Date('2026-11-24T09:00:00Z'),
      },
      { scheduledFor: '2026-11-24T09:00:00.000Z' },
    ],
  ])('is read %s', (_what, raw, more) => {
    expect(sentMessage.parse({ ...raw, ...ours })).toEqual({ ...SENT, ...more });
  });
});

test('a delivery status is read from the answer and what was asked', () => {
  const raw = {
    messageId: 'msg1ZbR4xVnL0shT7gK2',
    status: 'delivered',
    conversationId: 'cnv1ZbR4xVnL0shT7gK2',
    msg: 'updated',
  };
  expect(messageStatus.parse({ ...raw, locationId: 'loc1ZbR4xVnL0shT7gK2' })).toEqual({
    id: 'msg1ZbR4xVnL0shT7gK2',
    status: 'delivered',
    conversationId: 'cnv1ZbR4xVnL0shT7gK2',
    emailMessageId: null,
    link: 'https://app.leadconnectorhq.com/v2/location/loc1ZbR4xVnL0shT7gK2/conversations/conversations/cnv1ZbR4xVnL0shT7gK2',
  });
});
