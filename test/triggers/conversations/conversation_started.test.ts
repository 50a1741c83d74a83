import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.conversation_started;
/** Its timestamp is 10:02:03. */
const { event } = fixture('sms');
const conversationId = 'cVn5Qe2aTzX8wLr4KpYb';

const epoch = (date: string) => ({ seconds: Date.parse(date) / 1000, nanoseconds: 0 });

function conversationOf(dateAdded?: string) {
  return {
    id: conversationId,
    contactId: 'hT7gK2mWq9ZbR4xVnL0s',
    locationId: 'Lc4tNs8PqWe2ZxRy6UvB',
    type: 1,
    unreadCount: 1,
    starred: false,
    inbox: true,
    ...(dateAdded && { dateAdded: epoch(dateAdded) }),
    traceId: 't',
  };
}

const conversation = (dateAdded?: string) =>
  highLevel().get(`/conversations/${conversationId}`).reply(200, conversationOf(dateAdded));

const found = (conversations: object[]) =>
  highLevel()
    .get('/conversations/search')
    .query(({ id }) => id === conversationId)
    .reply(200, { conversations, total: conversations.length });

const RECORD = {
  id: conversationId,
  contactId: 'hT7gK2mWq9ZbR4xVnL0s',
  link: `https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/conversations/conversations/${conversationId}`,
  isUnread: true,
  unreadCount: 1,
  starred: false,
  inbox: true,
  locationId: 'Lc4tNs8PqWe2ZxRy6UvB',
  lastMessageBody: 'Is Thursday at ten still free?',
  lastMessageChannel: 'sms',
  lastMessageDirection: 'inbound',
  lastMessageDate: '2026-11-20T10:02:00.000Z',
  lastManualMessageDate: null,
  lastMessageId: 'mSg6Tx4KpR9wQz2LvNcY',
  followers: [],
  channels: [],
  dateUpdated: null,
  type: 'phone',
  assignedTo: null,
  dateAdded: '2026-11-20T10:01:58.000Z',
  contact: { fetch: 'hydrators.contact', with: { contactId: 'hT7gK2mWq9ZbR4xVnL0s' } },
};

describe('conversation_started', () => {
  testsOfEveryHook(trigger, {
    events: ['ConversationStarted'],
    event,
    meanwhile: 'New Conversation',
    before: () => conversation('2026-11-20T10:01:58Z'),
  });

  test('passes over a message of no conversation, without a request', async () => {
    const { conversationId: _left, ...alone } = event;
    expect(await run(trigger, delivered(alone))).toEqual([]);
  });

  test('gives a conversation that was made when the message came', async () => {
    conversation('2026-11-20T10:01:58Z');
    expect(readable(await run(trigger, delivered(event)))).toEqual([RECORD]);
  });

  test.each([
    ['years', '2024-03-01T09:00:00Z'],
    ['eleven minutes', '2026-11-20T09:51:00Z'],
  ])('passes over a conversation that is %s older than the message', async (_age, dateAdded) => {
    conversation(dateAdded);
    expect(await run(trigger, delivered(event))).toEqual([]);
  });

  test('takes the time of the event, not of the delivery, which may be hours later', async () => {
    conversation('2026-11-20T09:53:00Z');
    expect(await run(trigger, delivered(event, { timestamp: '1795190000' }))).toHaveLength(1);
  });

  test('takes the date of the message where HighLevel sends no time of the event', async () => {
    const { timestamp: _left, ...undated } = event;
    conversation('2026-11-20T10:01:58Z');
    expect(await run(trigger, delivered(undated))).toHaveLength(1);
  });

  test('looks for the date in the search where the conversation itself has none', async () => {
    conversation();
    found([{ id: conversationId, dateAdded: Date.parse('2026-11-20T10:01:58Z') }]);
    expect(readable(await run(trigger, delivered(event)))).toEqual([RECORD]);
  });

  test('passes over a conversation without any date, and one that is gone', async () => {
    conversation();
    found([]);
    expect(await run(trigger, delivered(event))).toEqual([]);
    highLevel().get(`/conversations/${conversationId}`).reply(404, { message: 'Not found' });
    expect(await run(trigger, delivered(event))).toEqual([]);
  });

  test.each([{ direction: 'outbound' }, { channel: 'email' }])(
    'asks nothing where the message is not one of %j',
    async (inputData) => {
      expect(await run(trigger, delivered(event, { inputData }))).toEqual([]);
    },
  );

  test('takes samples from the latest conversations', async () => {
    highLevel()
      .get('/conversations/search')
      .query(({ lastMessageDirection }) => lastMessageDirection === 'inbound')
      .reply(200, {
        conversations: [
          {
            id: conversationId,
            contactId: 'hT7gK2mWq9ZbR4xVnL0s',
            lastMessageBody: 'Hello',
            lastMessageType: 'TYPE_SMS',
            lastMessageDirection: 'inbound',
            lastMessageDate: Date.parse('2026-11-20T10:02:00Z'),
            dateAdded: Date.parse('2026-11-20T10:01:58Z'),
          },
        ],
        total: 1,
      });
    const samples = await runHook(trigger, 'performList', { inputData: { direction: 'inbound' } });
    expect(samples).toMatchObject([
      { id: conversationId, lastMessageBody: 'Hello', lastMessageChannel: 'sms' },
    ]);
  });
});
