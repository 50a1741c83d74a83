import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const findMessages = App.searches.find_messages;

const COMMON = {
  locationId: LOCATION_ID,
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  conversationId: 'c1ZbR4xVnL0shT7gK2mW',
  direction: 'inbound',
  status: 'delivered',
};
const sms = (id: string, dateAdded: string, more: object = {}) => ({
  ...COMMON,
  id,
  messageType: 'TYPE_SMS',
  dateAdded,
  body: `Text of ${id}`,
  ...more,
});
const EMAIL = {
  ...COMMON,
  id: 'm-email',
  messageType: 'TYPE_EMAIL',
  dateAdded: '2026-11-20T12:00:00Z',
  meta: { email: { messageIds: ['e1ZbR4xVnL0shT7gK2mW', 'e2ZbR4xVnL0shT7gK2mW'] } },
};

const CONTACT = { contact: { id: 'k1ZbR4xVnL0shT7gK2mW', firstName: 'Anna', lastName: 'Example' } };

interface Page {
  query?: Record<string, string | number>;
  messages: object[];
  nextCursor?: string | null;
}

function exported({ query = {}, messages, nextCursor = null }: Page) {
  highLevel()
    .get('/conversations/messages/export')
    .query({
      locationId: LOCATION_ID,
      sortBy: query['channel'] === 'Email' ? 'updatedAt' : 'createdAt',
      sortOrder: 'desc',
      limit: 100,
      ...query,
    })
    .reply(200, { messages, nextCursor, total: 1 });
}

function contactIsNamed() {
  highLevel().get('/contacts/k1ZbR4xVnL0shT7gK2mW').reply(200, CONTACT);
}

function emailIs(id: string, email: object) {
  highLevel()
    .get(`/conversations/messages/email/${id}`)
    .reply(200, { id, ...email });
}

describe('find_messages', () => {
  test('gives one transcript in local time, the oldest first, and line items', async () => {
    exported({
      query: { conversationId: 'c1ZbR4xVnL0shT7gK2mW' },
      messages: [
        sms('m2ZbR4xVnL0shT7gK2mW', '2026-11-20T10:09:00Z', {
          direction: 'outbound',
          userId: 'u1ZbR4xVnL0shT7gK2mW',
          body: 'Yes.\nSee you then.',
        }),
        { ...COMMON, id: 'x', messageType: 'TYPE_ACTIVITY_APPOINTMENT', body: 'Booked' },
        sms('m1ZbR4xVnL0shT7gK2mW', '2026-11-20T10:02:00Z', {
          attachments: ['https://files.example.com/a.jpg'],
        }),
      ],
    });
    exported({
      query: { conversationId: 'c1ZbR4xVnL0shT7gK2mW', channel: 'Email' },
      messages: [EMAIL],
    });
    contactIsNamed();
    highLevel()
      .get('/users/')
      .query({ locationId: LOCATION_ID })
      .reply(200, { users: [{ id: 'u1ZbR4xVnL0shT7gK2mW', name: 'Sam Agent' }] });
    emailIs('e1ZbR4xVnL0shT7gK2mW', {
      subject: 'Quote',
      body: '<p>A quote, please.</p>',
      direction: 'inbound',
      dateAdded: '2026-11-20T11:00:00Z',
    });
    emailIs('e2ZbR4xVnL0shT7gK2mW', {
      subject: 'Re: Quote',
      body: 'Here it is.',
      direction: 'outbound',
      dateAdded: '2026-11-20T12:00:00Z',
      attachments: ['https://files.example.com/quote.pdf'],
    });

    const result = await run(findMessages, {
      inputData: { conversationId: 'c1ZbR4xVnL0shT7gK2mW' },
      meta: { timezone: 'America/New_York' },
    });

    expect(result).toMatchObject([
      {
        id: 'c1ZbR4xVnL0shT7gK2mW',
        count: 4,
        hasMore: false,
        contactId: 'k1ZbR4xVnL0shT7gK2mW',
        contactName: 'Anna Example',
        transcript: [
          '2026-11-20 05:02 Anna Example: Text of m1ZbR4xVnL0shT7gK2mW [File: https://files.example.com/a.jpg]',
          '2026-11-20 05:09 Sam Agent: Yes.\nSee you then.',
          '2026-11-20 06:00 Anna Example: [Email: Quote] A quote, please.',
          '2026-11-20 07:00 Team: [Email: Re: Quote] Here it is. [File: https://files.example.com/quote.pdf]',
        ].join('\n'),
        messages: [
          {
            id: 'm1ZbR4xVnL0shT7gK2mW',
            author: 'Anna Example',
            text: 'Text of m1ZbR4xVnL0shT7gK2mW',
          },
          { id: 'm2ZbR4xVnL0shT7gK2mW', author: 'Sam Agent', direction: 'outbound' },
          {
            id: 'e1ZbR4xVnL0shT7gK2mW',
            emailMessageId: 'e1ZbR4xVnL0shT7gK2mW',
            subject: 'Quote',
            text: 'A quote, please.',
          },
          {
            id: 'e2ZbR4xVnL0shT7gK2mW',
            emailMessageId: 'e2ZbR4xVnL0shT7gK2mW',
            attachments: 'https://files.example.com/quote.pdf',
          },
        ],
      },
    ]);
  });

  test('keeps to statuses, of an email too that stands in a thread of others', async () => {
    const contactId = 'hT7gK2mWq9ZbR4xVnL0s';
    const [opened, failed] = ['mSg6Tx4KpR9wQz2LvNcY', 'mSg6Tx4KpR9wQz2LvNcZ'];
    exported({
      query: { contactId },
      messages: [
        sms(opened, '2026-11-20T10:02:00Z', { status: 'opened' }),
        sms(failed, '2026-11-20T10:01:00Z', { status: 'failed' }),
      ],
    });
    exported({ query: { contactId, channel: 'Email' }, messages: [EMAIL] });
    contactIsNamed();
    emailIs('e1ZbR4xVnL0shT7gK2mW', { status: 'failed', dateAdded: '2026-11-20T11:00:00Z' });
    emailIs('e2ZbR4xVnL0shT7gK2mW', { status: 'delivered', dateAdded: '2026-11-20T12:00:00Z' });

    const found = await run(findMessages, { inputData: { contactId, status: 'failed' } });

    expect(found).toMatchObject([
      { count: 2, messages: [{ id: failed }, { id: 'e1ZbR4xVnL0shT7gK2mW' }] },
    ]);
  });

  test('asks for every page with the same filters', async () => {
    const query = {
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      channel: 'SMS',
      startDate: '2026-11-01T05:00:00.000Z',
      endDate: '2026-11-30T00:00:00.000Z',
      limit: 10,
    };
    const outbound = { direction: 'outbound', source: 'workflow' };
    const first = Array.from({ length: 10 }, (_, index) =>
      sms(`in${index}`, '2026-11-20T10:00:00Z'),
    );
    exported({ query, messages: first, nextCursor: 'two' });
    exported({
      query: { ...query, cursor: 'two' },
      messages: [sms('out', '2026-11-19T10:00:00Z', outbound)],
      nextCursor: 'three',
    });
    exported({ query: { ...query, cursor: 'three' }, messages: [] });
    contactIsNamed();

    const result = await run(findMessages, {
      inputData: {
        contactId: 'k1ZbR4xVnL0shT7gK2mW',
        channel: 'sms',
        direction: 'outbound',
        startDate: '2026-11-01',
        endDate: '2026-11-30T00:00:00Z',
        limit: '3',
      },
      meta: { timezone: 'America/Chicago' },
    });

    expect(result).toMatchObject([
      {
        count: 1,
        hasMore: false,
        transcript: '2026-11-19 04:00 Workflow: Text of out',
        messages: [{ id: 'out' }],
      },
    ]);
  });

  test('says when there is more than was asked for', async () => {
    exported({
      query: { conversationId: 'c1ZbR4xVnL0shT7gK2mW', channel: 'SMS', limit: 10 },
      messages: [
        sms('m3ZbR4xVnL0shT7gK2mW', '2026-11-20T12:00:00Z'),
        sms('m2ZbR4xVnL0shT7gK2mW', '2026-11-20T11:00:00Z'),
      ],
      nextCursor: 'more',
    });
    contactIsNamed();

    const result = await run(findMessages, {
      inputData: { conversationId: 'c1ZbR4xVnL0shT7gK2mW', channel: 'sms', limit: 2 },
    });

    expect(result).toMatchObject([{ count: 2, hasMore: true }]);
  });

  test('leaves the text of emails alone where nobody wants it', async () => {
    exported({
      query: { conversationId: 'c1ZbR4xVnL0shT7gK2mW', channel: 'Email' },
      messages: [EMAIL],
    });
    contactIsNamed();

    const result = await run(findMessages, {
      inputData: {
        conversationId: 'c1ZbR4xVnL0shT7gK2mW',
        channel: 'email',
        includeEmailText: 'no',
      },
    });

    expect(result).toMatchObject([
      { count: 1, transcript: '2026-11-20 12:00 Anna Example: [Email]' },
    ]);
  });

  test('keeps an email of a thread by its own direction', async () => {
    exported({
      query: { conversationId: 'c1ZbR4xVnL0shT7gK2mW', channel: 'Email' },
      messages: [EMAIL],
    });
    contactIsNamed();
    emailIs('e1ZbR4xVnL0shT7gK2mW', {
      body: 'Hello',
      direction: 'inbound',
      dateAdded: '2026-11-20T11:00:00Z',
    });
    emailIs('e2ZbR4xVnL0shT7gK2mW', {
      body: 'Answer',
      direction: 'outbound',
      dateAdded: '2026-11-20T12:00:00Z',
    });

    const result = await run(findMessages, {
      inputData: {
        conversationId: 'c1ZbR4xVnL0shT7gK2mW',
        channel: 'email',
        direction: 'outbound',
      },
    });

    expect(result).toMatchObject([{ count: 1, messages: [{ text: 'Answer' }] }]);
  });

  test('writes calls and comments as what they are', async () => {
    exported({
      query: { conversationId: 'c1ZbR4xVnL0shT7gK2mW' },
      messages: [
        sms('comment', '2026-11-20T10:05:00Z', {
          messageType: 'TYPE_INTERNAL_COMMENT',
          direction: 'outbound',
          body: 'Prefers mornings',
        }),
        sms('call', '2026-11-20T10:00:00Z', {
          messageType: 'TYPE_CALL',
          body: '',
          meta: { call: { duration: 95, status: 'completed' } },
        }),
      ],
    });
    exported({ query: { conversationId: 'c1ZbR4xVnL0shT7gK2mW', channel: 'Email' }, messages: [] });
    highLevel().get('/contacts/k1ZbR4xVnL0shT7gK2mW').reply(404, { message: 'Contact not found' });

    const result = await run(findMessages, {
      inputData: { conversationId: 'c1ZbR4xVnL0shT7gK2mW' },
    });

    expect(result).toMatchObject([
      {
        transcript: [
          '2026-11-20 10:00 Contact: [Phone Call, completed, 95 seconds]',
          '2026-11-20 10:05 Team: [Internal Comment] Prefers mornings',
        ].join('\n'),
      },
    ]);
  });

  test('finds nothing where there is no message', async () => {
    exported({ query: { contactId: 'k1ZbR4xVnL0shT7gK2mW', channel: 'SMS' }, messages: [] });

    await expect(
      run(findMessages, { inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW', channel: 'sms' } }),
    ).resolves.toEqual([]);
  });

  test.each([0, 501])('refuses a limit of %i', async (limit) => {
    await expect(
      run(findMessages, { inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW', limit } }),
    ).rejects.toThrow(/must be between 1 and 500/);
  });
});
