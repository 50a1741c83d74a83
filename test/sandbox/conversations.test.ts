import { describe, expect, test } from '@jest/globals';

import { at, contactId, HARBOUR, list, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();
const HOUR = 3_600_000;

const search = (more: Record<string, unknown> = {}): Promise<unknown> =>
  sandbox.sdk().conversations.searchConversation({ locationId: HARBOUR, ...more });

const rows = async (more?: Record<string, unknown>): Promise<unknown[]> =>
  list(await search(more), 'conversations');

const ids = (records: unknown[]): unknown[] => records.map((record) => at(record, 'id'));

/** The id of a seeded contact's conversation. */
async function conversationOf(index: number): Promise<string> {
  return text(await rows({ contactId: contactId(index) }), 0, 'id');
}

describe('search', () => {
  test('rows have millisecond dates, named types and their sort value', async () => {
    const [row] = await rows({ contactId: contactId(0) });
    expect(row).toMatchObject({
      type: 'TYPE_PHONE',
      lastMessageType: 'TYPE_SMS',
      lastMessageBody: 'Is there parking nearby?',
      lastMessageDirection: 'inbound',
      fullName: 'Anna Lindqvist',
      unreadCount: 1,
      starred: true,
      lastMessageDate: expect.any(Number),
      dateAdded: expect.any(Number),
      sort: [expect.any(Number)],
    });
    expect(at(row, 'sort', 0)).toBe(at(row, 'lastMessageDate'));
  });

  test.each([
    [{ status: 'unread' }, (row: unknown) => Number(at(row, 'unreadCount')) > 0],
    [{ status: 'read' }, (row: unknown) => at(row, 'unreadCount') === 0],
    [{ status: 'starred' }, (row: unknown) => at(row, 'starred') === true],
    [
      { lastMessageDirection: 'outbound' },
      (row: unknown) => at(row, 'lastMessageDirection') === 'outbound',
    ],
    [
      { lastMessageAction: 'automated' },
      (row: unknown) => at(row, 'lastOutboundMessageAction') === 'automated',
    ],
    [
      { lastMessageType: 'TYPE_WHATSAPP' },
      (row: unknown) => at(row, 'lastMessageType') === 'TYPE_WHATSAPP',
    ],
    [{ assignedTo: 'unassigned' }, (row: unknown) => at(row, 'assignedTo') === undefined],
    [{ query: 'lindqvist' }, (row: unknown) => at(row, 'fullName') === 'Anna Lindqvist'],
    [{ query: '617-555-0120' }, (row: unknown) => at(row, 'fullName') === 'Anna Lindqvist'],
  ])('filter %j', async (filter, holds) => {
    const found = await rows({ ...filter, limit: 100 });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(holds)).toBe(true);
    const all = await rows({ limit: 100 });
    expect(found).toHaveLength(all.filter(holds).length);
  });

  test('startDate and endDate look at dateAdded', async () => {
    const since = Date.now() - 72 * HOUR;
    const found = await rows({ startDate: since, limit: 100 });
    const all = await rows({ limit: 100 });
    const added = (row: unknown): number => Number(at(row, 'dateAdded'));
    expect(found.length).toBeGreaterThan(5);
    expect(found.length).toBeLessThan(all.length);
    expect(found.every((row) => added(row) >= since)).toBe(true);
    const older = await rows({ endDate: since, limit: 100 });
    expect(older.length + found.length).toBe(all.length);
  });

  test('pages by the sort value of the last row', async () => {
    const everything = ids(await rows({ limit: 100 }));
    const seen: unknown[] = [];
    let after: unknown;
    for (;;) {
      const page = await rows({
        limit: 7,
        ...(after === undefined ? {} : { startAfterDate: after }),
      });
      if (page.length === 0) break;
      seen.push(...ids(page));
      after = at(page[page.length - 1], 'sort', 0);
    }
    expect(seen).toEqual(everything);
    expect(at(await search({ limit: 7 }), 'total')).toBe(everything.length);
  });
});

describe('one conversation', () => {
  test('is flat, with numbers as types and seconds as dates', async () => {
    const id = await conversationOf(0);
    const found: unknown = await sandbox
      .sdk()
      .conversations.getConversation({ conversationId: id });
    expect(found).toMatchObject({
      id,
      type: 1,
      lastMessageType: 2,
      deleted: false,
      inbox: true,
      lastMessageDate: { seconds: expect.any(Number), nanoseconds: expect.any(Number) },
      traceId: expect.any(String),
    });
  });

  test('is updated, with ISO dates in the answer', async () => {
    const conversationId = await conversationOf(0);
    const updated: unknown = await sandbox
      .sdk()
      .conversations.updateConversation(
        { conversationId },
        { locationId: HARBOUR, unreadCount: 0, starred: false },
      );
    expect(updated).toMatchObject({
      success: true,
      conversation: {
        unreadCount: 0,
        starred: false,
        lastMessageDate: expect.stringMatching(/^\d{4}-.*Z$/),
      },
    });
  });

  test('is created once for a contact', async () => {
    const { conversations } = sandbox.sdk();
    const body = { locationId: HARBOUR, contactId: contactId(21) };
    const created: unknown = await conversations.createConversation(body);
    expect(created).toMatchObject({
      success: true,
      conversation: { contactId: contactId(21), deleted: false },
    });
    const again = await sandbox.call('/conversations/', { body });
    expect(again).toMatchObject({
      status: 400,
      body: {
        message: 'Conversation already exists',
        conversationId: text(created, 'conversation', 'id'),
      },
    });
    await sandbox.control('/settings', { secondConversation: 'existing' });
    const existing: unknown = await conversations.createConversation(body);
    expect(at(existing, 'conversation', 'id')).toBe(at(created, 'conversation', 'id'));
  });

  test('is deleted with its messages', async () => {
    const conversationId = await conversationOf(0);
    const { conversations } = sandbox.sdk();
    expect(await conversations.deleteConversation({ conversationId })).toMatchObject({
      success: true,
    });
    expect((await sandbox.call(`/conversations/${conversationId}`)).status).toBe(404);
    expect(await rows({ contactId: contactId(0) })).toEqual([]);
    expect(await sandbox.control(`/state/messages?conversationId=${conversationId}`)).toEqual([]);
  });
});
