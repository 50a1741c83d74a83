import { describe, expect, test } from '@jest/globals';

import { at, contactId, HARBOUR, list, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();

const bulk = (options: Record<string, unknown>) => sandbox.control('/bulk', options);

const found = async (path: string): Promise<unknown> => {
  const { body } = await sandbox.call(path);
  return body;
};

describe('bulk', () => {
  test.each(['contacts', 'conversations', 'messages'])('makes a thousand %s', async (kind) => {
    const made = await bulk({ kind, count: 1000 });
    expect(at(made, 'created')).toBe(1000);
    expect(new Set(list(made, 'ids')).size).toBe(1000);
  });

  test('spreads conversations over a window that ends now', async () => {
    await bulk({ kind: 'conversations', count: 150, withinMs: 3_600_000 });
    const since = Date.now() - 3_660_000;
    const answer = await found(
      `/conversations/search?locationId=${HARBOUR}&limit=100&startDate=${String(since)}`,
    );
    expect(list(answer, 'conversations')).toHaveLength(100);
    expect(Number(at(answer, 'total'))).toBeGreaterThanOrEqual(150);
  });

  test('fills one conversation with messages', async () => {
    const conversationId = text(await sandbox.control('/state/conversations'), 0, 'id');
    await bulk({ kind: 'messages', count: 30, conversationId });
    const answer = await found(`/conversations/${conversationId}/messages?limit=20`);
    expect(list(answer, 'messages', 'messages')).toHaveLength(20);
    expect(at(answer, 'messages', 'nextPage')).toBe(true);
  });

  test('gives several records one date', async () => {
    const made = await bulk({ kind: 'contacts', count: 40, perMoment: 10, withinMs: 40_000 });
    const dates = await Promise.all(
      list(made, 'ids').map(async (id) =>
        at(await sandbox.control(`/state/contacts?id=${String(id)}`), 0, 'dateAdded'),
      ),
    );
    const counts = [...new Set(dates)].map(
      (date) => dates.filter((other) => other === date).length,
    );
    expect(counts).toEqual([10, 10, 10, 10]);
  });

  test('makes mails, each of its own thread or in so many', async () => {
    const conversationId = text(await sandbox.control('/state/conversations'), 1, 'id');
    const rows = async (): Promise<unknown[]> =>
      list(
        await found(
          `/conversations/messages/export?locationId=${HARBOUR}&channel=Email&limit=500&conversationId=${conversationId}`,
        ),
        'messages',
      );
    const before = (await rows()).length;
    const mails = { kind: 'messages', channel: 'Email', conversationId };
    await bulk({ ...mails, count: 20 });
    expect(await rows()).toHaveLength(before + 20);
    const made = await bulk({ ...mails, count: 30, threads: 3 });
    expect(await rows()).toHaveLength(before + 23);
    const email = await found(`/conversations/messages/email/${text(made, 'ids', 0)}`);
    expect(at(email, 'emailMessage', 'subject')).toMatch(/^Bulk message \d+$/);
  });

  test('fires the events of what it makes when asked to', async () => {
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/' });
    await bulk({ kind: 'conversations', count: 2 });
    expect(await sandbox.control('/deliveries')).toEqual([]);
    await bulk({ kind: 'conversations', count: 2, events: true });
    const types = list(await sandbox.control('/deliveries')).map((one) => at(one, 'type'));
    expect(types.filter((type) => type === 'ContactCreate')).toHaveLength(2);
    expect(types.filter((type) => type === 'InboundMessage')).toHaveLength(2);
  });

  test('makes people of one name', async () => {
    await bulk({ kind: 'contacts', count: 2, firstName: 'John', lastName: 'Smith' });
    const answer = await sandbox.call('/contacts/search', {
      body: { locationId: HARBOUR, pageLimit: 10, query: 'john smith' },
    });
    expect(at(answer.body, 'total')).toBe(2);
  });
});

describe('a search that lags behind', () => {
  const person = { locationId: HARBOUR, email: 'just.now@example.com' };
  const create = () => sandbox.call('/contacts/', { body: person });

  const contactsFound = async (): Promise<unknown> =>
    at(
      await sandbox
        .call('/contacts/search', {
          body: { locationId: HARBOUR, pageLimit: 10, query: person.email },
        })
        .then(({ body }) => body),
      'total',
    );

  test('does not find a new contact so many times, though it exists already', async () => {
    await sandbox.control('/settings', { searchLagSearches: 2 });
    const created = await create();
    expect((await create()).status).toBe(400);
    expect([await contactsFound(), await contactsFound(), await contactsFound()]).toEqual([
      0, 0, 1,
    ]);
    const id = text(created.body, 'contact', 'id');
    expect((await sandbox.call(`/contacts/${id}`)).status).toBe(200);
  });

  test.each([
    [
      'the duplicate lookup',
      `/contacts/search/duplicate?locationId=${HARBOUR}&email=just.now@example.com`,
    ],
    ['the list', `/contacts/?locationId=${HARBOUR}&query=just.now`],
  ])('%s lags too', async (_, path) => {
    await sandbox.control('/settings', { searchLagSearches: 1 });
    await create();
    expect(JSON.stringify(await found(path))).not.toContain('just.now');
    expect(JSON.stringify(await found(path))).toContain('just.now');
  });

  test('does not find a new conversation for so long, though it exists already', async () => {
    await sandbox.control('/settings', { searchLagMs: 600_000 });
    const body = { locationId: HARBOUR, contactId: contactId(21) };
    const created = await sandbox.call('/conversations/', { body });
    const conversationId = text(created.body, 'conversation', 'id');
    expect(await sandbox.call('/conversations/', { body })).toMatchObject({
      status: 400,
      body: { message: 'Conversation already exists', conversationId },
    });
    const search = `/conversations/search?locationId=${HARBOUR}&contactId=${contactId(21)}`;
    expect(at(await found(search), 'total')).toBe(0);
    expect(at(await found(`/conversations/${conversationId}`), 'id')).toBe(conversationId);
    await sandbox.control('/reset', {});
    await sandbox.call('/conversations/', { body });
    expect(at(await found(search), 'total')).toBe(1);
  });

  test('a message that starts a conversation is no exception', async () => {
    await sandbox.control('/settings', { searchLagSearches: 1 });
    await sandbox.control('/messages', { contactId: contactId(21), body: 'Hello' });
    const search = `/conversations/search?locationId=${HARBOUR}&contactId=${contactId(21)}`;
    expect(at(await found(search), 'total')).toBe(0);
    expect(at(await found(search), 'total')).toBe(1);
  });
});
