import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';
import { numberedId } from '../../support/ids.ts';

const findConversation = App.searches.find_conversation;

const ALWAYS = {
  locationId: LOCATION_ID,
  sortBy: 'last_message_date',
  sort: 'desc',
  limit: '100',
};

const ROW = {
  id: 'cnv1ZbR4xVnL0shT7gK2',
  contactId: 'con1ZbR4xVnL0shT7gK2',
  fullName: 'Anna Example',
  locationId: LOCATION_ID,
  lastMessageDate: 1795514520000,
  lastMessageType: 'TYPE_SMS',
  unreadCount: 1,
};

function find(inputData: Record<string, unknown>, meta: Record<string, unknown> = {}) {
  return run(findConversation, { inputData, meta });
}

function searched(query: Record<string, string>, conversations: object[] = [ROW]) {
  highLevel()
    .get('/conversations/search')
    .query({ ...ALWAYS, ...query })
    .reply(200, { conversations, total: conversations.length });
}

const found = (...ids: string[]) => ({
  results: ids.map((id) => expect.objectContaining({ id })),
  paging_token: null,
});

describe('find_conversation', () => {
  test.each<[string, Record<string, unknown>, Record<string, string>]>([
    ['contact', { contactId: 'con1ZbR4xVnL0shT7gK2' }, { contactId: 'con1ZbR4xVnL0shT7gK2' }],
    ['conversation', { conversationId: 'cnv1ZbR4xVnL0shT7gK2' }, { id: 'cnv1ZbR4xVnL0shT7gK2' }],
    ['text', { query: 'parking' }, { query: 'parking' }],
    [
      'assigned user',
      { assignedTo: 'usr1ZbR4xVnL0shT7gK2' },
      { assignedTo: 'usr1ZbR4xVnL0shT7gK2' },
    ],
    ['nobody assigned', { assignedTo: 'unassigned' }, { assignedTo: 'unassigned' }],
    ['status', { status: 'starred' }, { status: 'starred' }],
    ['who follows', { followedBy: 'usr1ZbR4xVnL0shT7gK2' }, { followers: 'usr1ZbR4xVnL0shT7gK2' }],
    [
      'who is mentioned',
      { mentions: 'usr1ZbR4xVnL0shT7gK2' },
      { mentions: 'usr1ZbR4xVnL0shT7gK2' },
    ],
    [
      'the last message before a time',
      { lastMessageBefore: '2026-11-24T10:00:00Z' },
      { startAfterDate: String(Date.UTC(2026, 10, 24, 10) + 1) },
    ],
    ['channel of several types', { channel: 'sms' }, {}],
    [
      'all of these',
      {
        contactId: 'con1ZbR4xVnL0shT7gK2',
        query: 'x',
        assignedTo: 'usr1ZbR4xVnL0shT7gK2',
        status: 'unread',
      },
      {
        contactId: 'con1ZbR4xVnL0shT7gK2',
        query: 'x',
        assignedTo: 'usr1ZbR4xVnL0shT7gK2',
        status: 'unread',
      },
    ],
    [
      'dates with a zone',
      { startDate: '2026-11-20T00:00:00Z', endDate: '2026-11-24T00:00:00+01:00' },
      {
        startDate: String(Date.UTC(2026, 10, 20)),
        endDate: String(Date.UTC(2026, 10, 23, 23)),
      },
    ],
    [
      "dates without one, in the Zap's",
      { startDate: '2026-11-20', endDate: '2026-11-24 12:00' },
      {
        startDate: String(Date.UTC(2026, 10, 20, 5)),
        endDate: String(Date.UTC(2026, 10, 24, 17)),
      },
    ],
  ])('finds by %s, in one request', async (_what, inputData, query) => {
    searched(query);
    expect(await find(inputData, { timezone: 'America/New_York' })).toEqual(
      found('cnv1ZbR4xVnL0shT7gK2'),
    );
  });

  test('leaves out what is on another channel', async () => {
    searched({}, [ROW, { ...ROW, id: 'cnv2ZbR4xVnL0shT7gK2', lastMessageType: 'TYPE_EMAIL' }]);
    expect(await find({ channel: 'email' })).toEqual(found('cnv2ZbR4xVnL0shT7gK2'));
  });

  test('finds none', async () => {
    searched({ contactId: 'con1ZbR4xVnL0shT7gK2' }, []);
    expect(await find({ contactId: 'con1ZbR4xVnL0shT7gK2' })).toEqual(found());
  });

  test('finds the conversation of the contact with an email address', async () => {
    highLevel()
      .get('/contacts/search/duplicate')
      .query({ locationId: LOCATION_ID, email: 'anna@example.com' })
      .reply(200, { contact: { id: 'con1ZbR4xVnL0shT7gK2' } });
    searched({ contactId: 'con1ZbR4xVnL0shT7gK2', status: 'unread' });
    expect(await find({ email: 'anna@example.com', status: 'unread' })).toEqual(
      found('cnv1ZbR4xVnL0shT7gK2'),
    );
  });

  test('finds none where nobody has the email address, and asks no further', async () => {
    highLevel()
      .get('/contacts/search/duplicate')
      .query({ locationId: LOCATION_ID, email: 'nobody@example.com' })
      .reply(200, { contact: null });
    expect(await find({ email: 'nobody@example.com' })).toEqual(found());
  });

  test('finds those of all contacts whose phone number ends alike, the latest first', async () => {
    highLevel()
      .post('/contacts/search')
      .reply(200, {
        contacts: [
          { id: 'con1ZbR4xVnL0shT7gK2', phone: '+15550100123' },
          { id: 'con2ZbR4xVnL0shT7gK2', phone: '+445550100123' },
        ],
      });
    searched({ contactId: 'con1ZbR4xVnL0shT7gK2' });
    searched({ contactId: 'con2ZbR4xVnL0shT7gK2' }, [
      { ...ROW, id: 'cnv2ZbR4xVnL0shT7gK2', lastMessageDate: ROW.lastMessageDate + 1000 },
    ]);
    expect(await find({ phone: '555 010 0123' })).toEqual(
      found('cnv2ZbR4xVnL0shT7gK2', 'cnv1ZbR4xVnL0shT7gK2'),
    );
  });

  test('gives the token of the next page, and goes on with it', async () => {
    const rows = Array.from({ length: 100 }, (_, index) => ({
      ...ROW,
      id: numberedId('cnv', index + 1),
      lastMessageDate: ROW.lastMessageDate - index * 1000,
    }));
    searched({ status: 'read' }, rows);
    const token = String(ROW.lastMessageDate - 99_000);
    expect(await find({ status: 'read' })).toMatchObject({ paging_token: token });
    searched({ status: 'read', startAfterDate: token }, [{ ...ROW, id: 'cnv101ZbR4xVnL0shT7g' }]);
    expect(await find({ status: 'read' }, { paging_token: token })).toEqual(
      found('cnv101ZbR4xVnL0shT7g'),
    );
  });

  test.each<[string, Record<string, unknown>, object]>([
    ['nothing', {}, { code: 'missing_input' }],
    [
      'two ways at once',
      { contactId: 'con1ZbR4xVnL0shT7gK2', email: 'a@example.com' },
      { code: 'too_many_inputs' },
    ],
    [
      'a date that is none',
      { startDate: 'soon' },
      {
        code: 'invalid_date',
        message: expect.stringMatching(/^"Created After" is not a date that can be read: "soon"/),
      },
    ],
    ['a phone number that is none', { phone: 'none' }, { code: 'invalid_phone' }],
  ])('refuses %s', async (_what, inputData, expected) => {
    expect(await failing(find(inputData))).toMatchObject(expected);
  });

  test('returns what the search tells of contact and last message', async () => {
    searched({ contactId: 'con1ZbR4xVnL0shT7gK2' }, [
      {
        ...ROW,
        email: 'anna@example.com',
        phone: '+15550100123',
        tags: ['customer'],
        lastMessageBody: 'Is Thursday still free?',
        lastMessageDirection: 'inbound',
        followers: ['usr2ZbR4xVnL0shT7gK2'],
      },
    ]);
    expect(await find({ contactId: 'con1ZbR4xVnL0shT7gK2' })).toMatchObject({
      results: [
        {
          contactName: 'Anna Example',
          email: 'anna@example.com',
          phone: '+15550100123',
          tags: ['customer'],
          isUnread: true,
          lastMessageBody: 'Is Thursday still free?',
          lastMessageChannel: 'sms',
          lastMessageDirection: 'inbound',
          followers: ['usr2ZbR4xVnL0shT7gK2'],
          assignedTo: null,
          assignedUserName: null,
        },
      ],
    });
  });

  test('names the user that a conversation is assigned to, in one request more', async () => {
    searched({ contactId: 'con1ZbR4xVnL0shT7gK2' }, [
      { ...ROW, assignedTo: 'usr1ZbR4xVnL0shT7gK2' },
    ]);
    highLevel()
      .get('/users/usr1ZbR4xVnL0shT7gK2')
      .reply(200, { id: 'usr1ZbR4xVnL0shT7gK2', name: 'Sam Agent', email: 'sam@example.com' });
    expect(await find({ contactId: 'con1ZbR4xVnL0shT7gK2' })).toMatchObject({
      results: [{ assignedUserName: 'Sam Agent', assignedUserEmail: 'sam@example.com' }],
    });
  });

  test('names the users of many conversations in one request more', async () => {
    searched({ status: 'unread' }, [
      { ...ROW, assignedTo: 'usr1ZbR4xVnL0shT7gK2' },
      { ...ROW, id: 'cnv2ZbR4xVnL0shT7gK2', assignedTo: 'usr2ZbR4xVnL0shT7gK2' },
      { ...ROW, id: 'cnv3ZbR4xVnL0shT7gK2', assignedTo: 'usr1ZbR4xVnL0shT7gK2' },
    ]);
    highLevel()
      .get('/users/')
      .query({ locationId: LOCATION_ID })
      .reply(200, {
        users: [
          { id: 'usr1ZbR4xVnL0shT7gK2', name: 'Sam Agent' },
          { id: 'usr2ZbR4xVnL0shT7gK2', name: 'Kim Agent' },
        ],
      });
    expect(await find({ status: 'unread' })).toMatchObject({
      results: ['Sam Agent', 'Kim Agent', 'Sam Agent'].map((assignedUserName) => ({
        assignedUserName,
      })),
    });
  });

  test('asks for the contacts that the search leaves without a name, in one request', async () => {
    const { fullName: _none, ...unnamed } = ROW;
    searched({ status: 'unread' }, [
      unnamed,
      { ...unnamed, id: 'cnv2ZbR4xVnL0shT7gK2', contactId: 'con2ZbR4xVnL0shT7gK2' },
    ]);
    highLevel()
      .post('/contacts/search')
      .reply(200, {
        contacts: [
          { id: 'con1ZbR4xVnL0shT7gK2', companyName: 'Example Studio', phone: '+15550100123' },
          { id: 'con2ZbR4xVnL0shT7gK2', firstName: 'Ben', email: 'ben@example.com' },
        ],
      });
    expect(await find({ status: 'unread' })).toMatchObject({
      results: [
        { contactName: 'Example Studio', phone: '+15550100123' },
        { contactName: 'Ben', email: 'ben@example.com' },
      ],
    });
  });

  test('leaves names empty where contact and user are gone', async () => {
    const { fullName: _none, ...unnamed } = ROW;
    searched({ id: 'cnv1ZbR4xVnL0shT7gK2' }, [{ ...unnamed, assignedTo: 'usr1ZbR4xVnL0shT7gK2' }]);
    highLevel()
      .get('/contacts/con1ZbR4xVnL0shT7gK2')
      .reply(404, { message: 'Contact not found' })
      .get('/users/usr1ZbR4xVnL0shT7gK2')
      .reply(400, { message: 'User not found' });
    expect(await find({ conversationId: 'cnv1ZbR4xVnL0shT7gK2' })).toMatchObject({
      results: [{ id: 'cnv1ZbR4xVnL0shT7gK2', contactName: null, assignedUserName: null }],
    });
  });

  test('finds by its ID one that the search does not list yet, with its names', async () => {
    searched({ id: 'cnv1ZbR4xVnL0shT7gK2' }, []);
    highLevel()
      .get('/conversations/cnv1ZbR4xVnL0shT7gK2')
      .matchHeader('version', '2021-04-15')
      .reply(200, {
        id: 'cnv1ZbR4xVnL0shT7gK2',
        contactId: 'con1ZbR4xVnL0shT7gK2',
        type: 1,
        unreadCount: 0,
        assignedTo: 'usr1ZbR4xVnL0shT7gK2',
      })
      .get('/contacts/con1ZbR4xVnL0shT7gK2')
      .reply(200, {
        contact: {
          id: 'con1ZbR4xVnL0shT7gK2',
          firstName: 'Anna',
          lastName: 'Example',
          tags: ['customer'],
        },
      })
      .get('/users/usr1ZbR4xVnL0shT7gK2')
      .reply(200, { id: 'usr1ZbR4xVnL0shT7gK2', name: 'Sam Agent', email: 'sam@example.com' });
    expect(await find({ conversationId: 'cnv1ZbR4xVnL0shT7gK2' })).toMatchObject({
      results: [
        {
          id: 'cnv1ZbR4xVnL0shT7gK2',
          type: 'phone',
          contactName: 'Anna Example',
          tags: ['customer'],
          assignedUserName: 'Sam Agent',
        },
      ],
      paging_token: null,
    });
  });

  test.each([400, 404])('finds none by an ID that HighLevel answers with %i', async (status) => {
    searched({ id: 'con0ZbR4xVnL0shT7gK2' }, []);
    highLevel().get('/conversations/con0ZbR4xVnL0shT7gK2').reply(status, { message: 'Not found' });
    expect(await find({ conversationId: 'con0ZbR4xVnL0shT7gK2' })).toEqual(found());
  });

  test('does not look past the filters for a conversation by its ID', async () => {
    searched({ id: 'cnv1ZbR4xVnL0shT7gK2', status: 'unread' }, []);
    expect(await find({ conversationId: 'cnv1ZbR4xVnL0shT7gK2', status: 'unread' })).toEqual(
      found(),
    );
  });
});
