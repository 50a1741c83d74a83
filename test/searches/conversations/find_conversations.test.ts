import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const search = App.searches.find_conversations;

const CONVERSATION = 'cVn5Qe2aTzX8wLr4KpYb';
const CONTACT = 'hT7gK2mWq9ZbR4xVnL0s';
const USER = 'uS3rPq8LmN2vXc7ZtYwE';

/** The ID of one of many. */
const numbered = (index: number) => `cVn5Qe2aTzX8wLr4${String(1000 + index)}`;

const row = (more: object = {}) => ({
  id: CONVERSATION,
  contactId: CONTACT,
  contactName: 'Anna Example',
  lastMessageBody: 'Is Thursday free?',
  lastMessageDate: Date.UTC(2026, 10, 20, 10, 2),
  lastMessageType: 'TYPE_SMS',
  lastMessageDirection: 'inbound',
  unreadCount: 2,
  ...more,
});

function searched(query: Record<string, string>, conversations: object[]) {
  highLevel()
    .get('/conversations/search')
    .query({
      locationId: LOCATION_ID,
      sortBy: 'last_message_date',
      sort: 'desc',
      limit: '100',
      ...query,
    })
    .reply(200, { conversations, total: conversations.length });
}

function find(inputData: Record<string, unknown>) {
  return run(search, { inputData, meta: { timezone: 'America/New_York' } });
}

describe('find_conversations', () => {
  test('asks for all filters at once; one text and line items, with who is assigned', async () => {
    searched(
      {
        status: 'unread',
        assignedTo: USER,
        query: 'thursday',
        lastMessageDirection: 'inbound',
        lastMessageAction: 'automated',
        followers: USER,
        mentions: USER,
        startDate: String(Date.UTC(2026, 10, 1, 4)),
      },
      [row({ assignedTo: USER, tags: ['vip', 'web'] }), row({ id: numbered(1), unreadCount: 0 })],
    );
    highLevel().get(`/users/${USER}`).reply(200, { id: USER, name: 'Sam Agent' });

    const found = await find({
      status: 'unread',
      assignedTo: USER,
      query: 'thursday',
      direction: 'inbound',
      lastAction: 'automated',
      followedBy: USER,
      mentions: USER,
      startDate: '2026-11-01',
    });

    expect(found).toMatchObject([
      {
        id: CONVERSATION,
        summary: [
          '2026-11-20 05:02 Anna Example (SMS, inbound, unread): Is Thursday free?',
          '2026-11-20 05:02 Anna Example (SMS, inbound): Is Thursday free?',
        ].join('\n'),
        count: 2,
        unreadCount: 1,
        hasMore: false,
        conversations: [
          { id: CONVERSATION, assignedUserName: 'Sam Agent', tags: 'vip, web', unreadCount: 2 },
          { id: numbered(1), isUnread: false },
        ],
      },
    ]);
  });

  test('starts at the time of the last message, and ends where the pages go back too far', async () => {
    const until = Date.UTC(2026, 10, 20, 15);
    const rows = Array.from({ length: 100 }, (_, index) =>
      row({ id: numbered(index), lastMessageDate: until - index * 60_000 }),
    );
    searched({ startAfterDate: String(until + 1) }, rows);

    const found = await find({
      lastMessageBefore: '2026-11-20 10:00',
      lastMessageAfter: '2026-11-20 09:50',
    });

    expect(found).toMatchObject([{ count: 11, hasMore: false }]);
  });

  test('reads on until there are enough, and says that there are more', async () => {
    const last = Date.UTC(2026, 10, 20);
    searched(
      {},
      Array.from({ length: 100 }, (_, index) =>
        row({ id: numbered(index), lastMessageDate: last }),
      ),
    );
    searched({ startAfterDate: String(last) }, [
      row({ id: numbered(100) }),
      row({ id: numbered(101) }),
    ]);

    expect(await find({ limit: 101 })).toMatchObject([{ count: 101, hasMore: true }]);
  });

  test('names the contacts that the rows leave unnamed', async () => {
    searched({}, [row({ contactName: null })]);
    highLevel()
      .get(`/contacts/${CONTACT}`)
      .reply(200, { contact: { id: CONTACT, firstName: 'Anna' } });

    expect(await find({})).toMatchObject([{ conversations: [{ contactName: 'Anna' }] }]);
  });

  test('finds nothing', async () => {
    searched({ status: 'starred' }, []);

    expect(await find({ status: 'starred' })).toEqual([]);
  });

  test('refuses a period that ends before it starts', async () => {
    await expect(
      find({ lastMessageAfter: '2026-11-05', lastMessageBefore: '2026-11-01' }),
    ).rejects.toThrow('Nothing can match');
  });
});
