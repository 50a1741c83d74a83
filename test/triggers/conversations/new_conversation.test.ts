import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { toList, toRecord } from '../../../resources/values.ts';
import { App, forgetCache, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';
import { numberedId } from '../../support/ids.ts';

const newConversation = App.triggers.new_conversation;

const NOW = Date.parse('2026-11-24T10:00:00.000Z');
const HOURS_72 = 72 * 3600 * 1000;

beforeEach(() => {
  stopTime('2026-11-24T10:00:00.000Z');
  forgetCache();
});
afterEach(resumeTime);

/** What every poll asks for. */
const ALWAYS = {
  locationId: LOCATION_ID,
  sortBy: 'last_message_date',
  sort: 'desc',
  limit: '100',
};

function poll(query: Record<string, string>, conversations: object[]) {
  highLevel()
    .get('/conversations/search')
    .matchHeader('version', '2021-04-15')
    .query(query)
    .reply(200, { conversations, total: conversations.length });
}

function conversationRow(number: number, more: object = {}) {
  return {
    id: numberedId('cnv', number),
    contactId: numberedId('con', number),
    locationId: LOCATION_ID,
    // The latest message is of the oldest conversation.
    dateAdded: NOW - (150 - number) * 60_000,
    lastMessageDate: NOW - number * 1000,
    lastMessageType: 'TYPE_SMS',
    type: 'TYPE_PHONE',
    unreadCount: 0,
    ...more,
  };
}

function idsOf(results: unknown): unknown[] {
  return toList(results).map((entry) => toRecord(entry)['id']);
}

const SINCE = { ...ALWAYS, startDate: String(NOW - HOURS_72) };

describe('new_conversation', () => {
  test('reads all of the last 72 hours, and gives the newest first', async () => {
    const rows = Array.from({ length: 150 }, (_, index) => conversationRow(index + 1));
    poll(SINCE, rows.slice(0, 100));
    // From the last one's millisecond on, since others may have the same.
    poll({ ...SINCE, startAfterDate: String(NOW - 100_000 + 1) }, rows.slice(99));
    const ids = idsOf(await run(newConversation));
    expect(ids).toEqual(rows.map(({ id }) => id).toReversed());
  });

  test('then asks once for what came since the poll before', async () => {
    poll(SINCE, [conversationRow(1)]);
    await run(newConversation);
    poll({ ...ALWAYS, startDate: String(NOW - 3 * 3600 * 1000) }, []);
    expect(await run(newConversation)).toEqual([]);
  });

  test('takes conversations of any age as an example', async () => {
    poll(ALWAYS, [conversationRow(1)]);
    expect(idsOf(await run(newConversation, { meta: { isLoadingSample: true } }))).toEqual([
      'cnv1ZbR4xVnL0shT7gK2',
    ]);
  });

  test('gives nothing where nothing is new', async () => {
    poll(SINCE, []);
    expect(await run(newConversation)).toEqual([]);
  });

  test('asks HighLevel for the direction, the user, what is unread, and a channel of one type', async () => {
    poll(
      {
        ...SINCE,
        lastMessageType: 'TYPE_WHATSAPP',
        lastMessageDirection: 'inbound',
        assignedTo: 'usr1ZbR4xVnL0shT7gK2',
        status: 'unread',
      },
      [conversationRow(1, { lastMessageType: 'TYPE_WHATSAPP' })],
    );
    const inputData = {
      channel: 'whatsapp',
      direction: 'inbound',
      assignedTo: 'usr1ZbR4xVnL0shT7gK2',
      unreadOnly: true,
    };
    expect(idsOf(await run(newConversation, { inputData }))).toEqual(['cnv1ZbR4xVnL0shT7gK2']);
  });

  test('asks for what nobody is assigned to', async () => {
    poll({ ...SINCE, assignedTo: 'unassigned' }, []);
    expect(await run(newConversation, { inputData: { assignedTo: 'unassigned' } })).toEqual([]);
  });

  test('leaves status alone when unread is not asked for', async () => {
    poll(SINCE, [conversationRow(1)]);
    expect(idsOf(await run(newConversation, { inputData: { unreadOnly: 'no' } }))).toEqual([
      'cnv1ZbR4xVnL0shT7gK2',
    ]);
  });

  test.each([
    [
      'sms',
      ['TYPE_SMS', 'TYPE_CAMPAIGN_SMS', 'TYPE_EMAIL'],
      ['cnv2ZbR4xVnL0shT7gK2', 'cnv1ZbR4xVnL0shT7gK2'],
    ],
    [
      'email',
      ['TYPE_SMS', 'TYPE_CAMPAIGN_EMAIL', 'TYPE_EMAIL'],
      ['cnv3ZbR4xVnL0shT7gK2', 'cnv2ZbR4xVnL0shT7gK2'],
    ],
  ])(
    'matches the channel %s, which has not exactly one type, itself',
    async (channel, types, ids) => {
      poll(
        SINCE,
        types.map((lastMessageType, index) => conversationRow(index + 1, { lastMessageType })),
      );
      expect(idsOf(await run(newConversation, { inputData: { channel } }))).toEqual(ids);
    },
  );
});
