import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { LocalZapier } from '../../local/index.ts';
import { toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { startFileHost, type FileHost } from '../support/file-host.ts';
import { sharedZapier, withRequestLog } from '../support/shared_zapier.ts';

let zapier: LocalZapier;
let files: FileHost;
/** Ids that the local HighLevel gives on every start. */
let ids: { anna: string; annasConversation: string; newcomer: string; provider: string };

beforeAll(async () => {
  zapier = await sharedZapier();
  files = await startFileHost();
  const anna = await idOf('contacts', { firstName: 'Anna' });
  const conversations = await zapier.sandbox.list('/state/conversations');
  const contacts = await zapier.sandbox.list(
    `/state/contacts?locationId=${zapier.authData['locationId'] ?? ''}`,
  );
  const known = conversations.map(({ contactId }) => contactId);
  const [provider] = await zapier.sandbox.list('/state/providers?type=SMS');
  ids = {
    anna,
    annasConversation: await idOf('conversations', { contactId: anna }),
    newcomer: text(contacts.find(({ id }) => !known.includes(id))?.['id']),
    provider: text(provider?.['id']),
  };
});

afterAll(() => files.close());

beforeEach(async () => {
  await zapier.reset();
});

const text = (value: unknown) => toText(value) ?? '';

async function idOf(collection: string, filter: Record<string, string>): Promise<string> {
  return text((await zapier.sandbox.record(collection, filter))['id']);
}

describe('Find Contact', () => {
  test.each<[string, () => RawRecord, string[]]>([
    ['id', () => ({ contactId: ids.anna }), ['GET /contacts/ID']],
    [
      'e-mail address',
      () => ({ email: 'ANNA.LINDQVIST@example.com' }),
      ['GET /contacts/search/duplicate'],
    ],
    ['text', () => ({ query: 'Lindqvist' }), ['POST /contacts/search']],
  ])('finds by %s, in one request', async (_what, inputData, requests) => {
    const [found, asked] = await zapier.sandbox.requestsOf(() =>
      zapier.search('find_contact', inputData()),
    );
    expect(asked.map((line) => line.replace(ids.anna, 'ID'))).toEqual(requests);
    expect(found[0]).toMatchObject({ id: ids.anna, name: 'Anna Lindqvist' });
  });

  test('finds by phone number, however it is typed', async () => {
    const { phone } = await zapier.sandbox.record('contacts', { id: ids.anna });
    const number = text(phone);
    const typed = [
      number,
      `00${number.slice(1, 4)} ${number.slice(4)}`,
      `(${number.slice(-10, -7)}) ${number.slice(-7, -4)}-${number.slice(-4)}`,
    ];
    for (const spelling of typed) {
      const found = await zapier.search('find_contact', { phone: spelling });
      expect(found.map(({ id }) => id)).toContain(ids.anna);
    }
  });

  test.each([
    [{ email: 'nobody@example.com' }],
    [{ phone: '+19990000000' }],
    [{ contactId: 'nobody1ZbR4xVnL0shT7' }],
    [{ query: 'nobody at all' }],
  ])('finds none by %j', async (inputData) => {
    expect(await zapier.search('find_contact', inputData)).toEqual([]);
  });
});

describe('Find Conversation', () => {
  const SEARCH = 'GET /conversations/search';
  const ASSIGNED_USER = 'GET /users/ID';

  test.each<[string, () => RawRecord, string[]]>([
    ['contact', () => ({ contactId: ids.anna }), [SEARCH, ASSIGNED_USER]],
    ['conversation', () => ({ conversationId: ids.annasConversation }), [SEARCH, ASSIGNED_USER]],
    [
      'text',
      () => ({ query: 'Lindqvist', status: 'starred', channel: 'sms' }),
      [SEARCH, ASSIGNED_USER],
    ],
    [
      'e-mail address',
      () => ({ email: 'anna.lindqvist@example.com' }),
      ['GET /contacts/search/duplicate', SEARCH, ASSIGNED_USER],
    ],
  ])('finds by %s', async (_what, inputData, requests) => {
    const [found, asked] = await zapier.sandbox.requestsOf(() =>
      zapier.search('find_conversation', inputData()),
    );
    expect(asked.map((line) => line.replace(/(?<=users\/)\w+/, 'ID'))).toEqual(requests);
    expect(found).toEqual([
      expect.objectContaining({
        id: ids.annasConversation,
        contactId: ids.anna,
        contactName: 'Anna Lindqvist',
        lastMessageChannel: 'sms',
        assignedUserName: expect.stringMatching(/\w+ \w+/),
        dateAdded: expect.stringMatching(/^\d{4}-.*Z$/),
      }),
    ]);
  });

  test('pages through all of them without a double', async () => {
    await zapier.sandbox.post('/bulk', { kind: 'conversations', count: 230 });
    const seen: unknown[] = [];
    let paging_token: unknown;
    do {
      const page = toRecord(
        await zapier.app.execute({
          method: 'searches.find_conversation.operation.perform',
          bundle: {
            authData: zapier.authData,
            inputData: { query: 'Bulk' },
            meta: { paging_token },
          },
        }),
      );
      seen.push(...toList(page['results']).map((entry) => toRecord(entry)['id']));
      paging_token = page['paging_token'];
    } while (paging_token);
    expect(new Set(seen).size).toBe(230);
    expect(seen).toHaveLength(230);
  });
});

describe('Find User and Find Phone Number', () => {
  test('find by part of a name, in one request each', async () => {
    const users = await zapier.sandbox.list('/state/users');
    const [user] = users;
    const [found, asked] = await zapier.sandbox.requestsOf(() =>
      zapier.search('find_user', { query: text(user?.['firstName']) }),
    );
    expect(asked).toEqual(['GET /users/']);
    expect(found.map(({ id }) => id)).toContain(user?.['id']);

    const [number] = await zapier.sandbox.list(
      `/state/phoneNumbers?locationId=${zapier.authData['locationId'] ?? ''}`,
    );
    const digits = text(number?.['phoneNumber']).slice(-6);
    const numbers = await zapier.search('find_phone_number', { query: digits });
    expect(numbers.map(({ id }) => id)).toContain(number?.['phoneNumber']);
  });
});

describe('Create Conversation', () => {
  test('makes one, in one request', async () => {
    const [made, asked] = await zapier.sandbox.requestsOf(() =>
      zapier.create('create_conversation', { contactId: ids.newcomer }),
    );
    expect(asked).toEqual(['POST /conversations/']);
    expect(made).toMatchObject({ contactId: ids.newcomer, alreadyExisted: false });
    expect(await idOf('conversations', { contactId: ids.newcomer })).toBe(made['id']);
  });

  test.each([['refuse'], ['existing']])(
    'gives the one that exists, when HighLevel would %s',
    async (secondConversation) => {
      await zapier.sandbox.post('/settings', { secondConversation });
      expect(await zapier.create('create_conversation', { contactId: ids.anna })).toMatchObject({
        id: ids.annasConversation,
        contactId: ids.anna,
        alreadyExisted: true,
      });
    },
  );
});

test('Update Conversation marks as read, then as unread, and stars, in one request each', async () => {
  const update = (inputData: RawRecord) =>
    zapier.create('update_conversation', { conversationId: ids.annasConversation, ...inputData });
  const [read, asked] = await zapier.sandbox.requestsOf(() =>
    update({ markAs: 'read', starred: false }),
  );
  expect(asked).toEqual([`PUT /conversations/${ids.annasConversation}`]);
  expect(read).toMatchObject({ isUnread: false, unreadCount: 0, starred: false });
  expect(await update({ markAs: 'unread' })).toMatchObject({ isUnread: true, starred: false });
  expect(await zapier.sandbox.record('conversations', { id: ids.annasConversation })).toMatchObject(
    {
      unreadCount: 1,
      starred: false,
    },
  );
});

describe('Send Message', () => {
  /** A contact who wrote first on the channel, where it must be so. */
  test.each<[string, string, string, RawRecord]>([
    ['sms', 'Anna', 'TYPE_SMS', {}],
    ['rcs', 'Anna', 'TYPE_RCS', {}],
    ['email', 'Marcus', 'TYPE_EMAIL', { subject: 'Hello', emailCc: ['office@example.org'] }],
    ['whatsapp', 'Sofia', 'TYPE_WHATSAPP', {}],
    ['instagram', 'Jonas', 'TYPE_INSTAGRAM', {}],
    ['facebook', 'Peter', 'TYPE_FACEBOOK', {}],
    ['tiktok', 'Chloe', 'TYPE_TIKTOK', {}],
    ['live_chat', 'Emily', 'TYPE_LIVE_CHAT', {}],
    ['internal_comment', 'Anna', 'TYPE_INTERNAL_COMMENT', {}],
  ])('sends on %s, in one request', async (channel, firstName, messageType, more) => {
    const contactId = await idOf('contacts', { firstName });
    const [sent, asked] = await zapier.sandbox.requestsOf(() =>
      zapier.create('send_message', { contactId, channel, message: 'Hello\nthere', ...more }),
    );
    expect(asked).toEqual(['POST /conversations/messages']);
    expect(sent).toMatchObject({ contactId, channel, status: 'pending' });
    const stored = await zapier.sandbox.record('messages', { id: text(sent['id']) });
    expect(stored).toMatchObject({ messageType, direction: 'outbound' });
    // The message of an email stands for its thread: the words are those of the email.
    const { body } =
      channel === 'email'
        ? await zapier.sandbox.record('emails', { messageId: text(sent['id']) })
        : stored;
    expect(text(body).replaceAll(/\s+|<[^>]+>/g, ' ')).toMatch(/^ *Hello +there *$/);
  });

  test('sends through a custom provider, whose app may then set its status', async () => {
    await zapier.sandbox.post('/settings', { statusRefusals: 1 });
    const sent = await zapier.create('send_message', {
      contactId: ids.anna,
      channel: 'custom',
      message: 'Hello',
      conversationProviderId: ids.provider,
    });
    const status = await zapier.create('update_message_status', {
      messageId: sent['id'],
      status: 'failed',
      errorMessage: 'Unknown number',
    });
    expect(status).toMatchObject({ id: sent['id'], status: 'failed' });
    expect(await zapier.sandbox.record('messages', { id: text(sent['id']) })).toMatchObject({
      status: 'failed',
      error: { message: 'Unknown number' },
    });
  });

  test("sends later, at a time in the Zap's time zone", async () => {
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    const sent = await zapier.app.one({
      method: 'creates.send_message.operation.perform',
      bundle: {
        authData: zapier.authData,
        inputData: {
          contactId: ids.anna,
          channel: 'sms',
          message: 'Later',
          scheduledTimestamp: `${tomorrow} 09:00`,
        },
        meta: { timezone: 'Asia/Kolkata' },
      },
    });
    const moment = `${tomorrow}T03:30:00.000Z`;
    expect(sent).toMatchObject({ scheduledFor: moment, status: 'scheduled' });
    expect(await zapier.sandbox.record('messages', { id: text(sent['id']) })).toMatchObject({
      status: 'scheduled',
      scheduledAt: Date.parse(moment),
    });
  });

  test('uploads files of other steps and sends them with addresses', async () => {
    const [sent, asked] = await zapier.sandbox.requestsOf(() =>
      zapier.create('send_message', {
        contactId: ids.anna,
        channel: 'sms',
        files: [`${zapier.sandbox.url}/files/seed/price-list.pdf`],
        attachments: ['https://example.com/menu.pdf'],
      }),
    );
    expect(asked.filter((line) => !line.startsWith('GET /files'))).toEqual([
      'GET /conversations/search',
      'POST /conversations/messages/upload',
      'POST /conversations/messages',
    ]);
    const { attachments } = await zapier.sandbox.record('messages', { id: text(sent['id']) });
    const [menu, upload] = toList(attachments);
    expect(menu).toBe('https://example.com/menu.pdf');
    const file = await fetch(String(upload));
    expect(file.headers.get('content-type')).toBe('application/pdf');
  });

  test('uploads a film for WhatsApp to the address that HighLevel names, without logging it', async () => {
    const bytes = 40 * 1024 * 1024;
    const contactId = await idOf('contacts', { firstName: 'Sofia' });
    const [sent, asked] = await zapier.sandbox.requestsOf(() =>
      withRequestLog(zapier, () =>
        zapier.create('send_message', {
          contactId,
          channel: 'whatsapp',
          files: [files.address('film.mp4', 'video/mp4', bytes)],
        }),
      ),
    );
    expect(asked.map((line) => line.replace(/\/uploads\/.*/, '/uploads/ID'))).toEqual([
      'GET /conversations/search',
      'POST /conversations/messages/upload/initiate',
      'PUT /uploads/ID',
      'POST /conversations/messages/upload/complete',
      'POST /conversations/messages',
    ]);
    const { attachments } = await zapier.sandbox.record('messages', { id: text(sent['id']) });
    const film = await fetch(String(toList(attachments)[0]), { method: 'HEAD' });
    expect(film.headers.get('content-length')).toBe(String(bytes));
    expect(JSON.stringify(zapier.app.rpc.logs).length).toBeLessThan(100_000);
  });
});
