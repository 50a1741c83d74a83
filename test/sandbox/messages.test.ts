import { describe, expect, test } from '@jest/globals';

import { at, contactId, HARBOUR, list, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();

const conversationOf = async (index: number): Promise<string> =>
  text(await sandbox.control(`/state/conversations?contactId=${contactId(index)}`), 0, 'id');

const messagesOf = async (index: number, more: Record<string, unknown> = {}): Promise<unknown> =>
  sandbox.sdk().conversations.getMessages({ conversationId: await conversationOf(index), ...more });

const exported = (more: Record<string, unknown> = {}): Promise<unknown> =>
  sandbox.sdk().conversations.exportMessagesByLocation({ locationId: HARBOUR, ...more });

const types = (messages: unknown[]): Set<unknown> =>
  new Set(messages.map((message) => at(message, 'messageType')));

describe('of a conversation', () => {
  test('are nested, newest first, activity rows among them', async () => {
    const answer = await messagesOf(0);
    const messages = list(answer, 'messages', 'messages');
    expect(answer).toMatchObject({
      messages: { nextPage: false, lastMessageId: at(messages[messages.length - 1], 'id') },
      traceId: expect.any(String),
    });
    expect(at(messages[0], 'body')).toBe('Is there parking nearby?');
    expect(types(messages)).toContain('TYPE_ACTIVITY_APPOINTMENT');
    const dates = messages.map((message) => text(message, 'dateAdded'));
    expect(dates).toEqual([...dates].sort().reverse());
  });

  test('page by the last message, and filter by type', async () => {
    const first = await messagesOf(0, { limit: 2 });
    expect(at(first, 'messages', 'nextPage')).toBe(true);
    const lastMessageId = text(first, 'messages', 'lastMessageId');
    const second = await messagesOf(0, { limit: 50, lastMessageId });
    const all = list(await messagesOf(0), 'messages', 'messages');
    expect([
      ...list(first, 'messages', 'messages'),
      ...list(second, 'messages', 'messages'),
    ]).toEqual(all);
    const comments = await messagesOf(13, { type: 'TYPE_INTERNAL_COMMENTS' });
    expect(types(list(comments, 'messages', 'messages'))).toEqual(
      new Set(['TYPE_INTERNAL_COMMENT']),
    );
  });

  test('emails come without their words, but with the ids to read', async () => {
    const [row] = list(await messagesOf(1), 'messages', 'messages');
    const id = text(row, 'meta', 'email', 'messageIds', 2);
    const { conversations } = sandbox.sdk();
    const email: unknown = await conversations.getEmailById({ id });
    expect(email).toMatchObject({
      emailMessage: {
        id,
        subject: 'Re: Quote for whitening',
        cc: ['office@example.org'],
        body: '<p>Thank you, that works for me.</p>',
      },
    });
    await sandbox.control('/settings', { emailShape: 'flat' });
    expect(await conversations.getEmailById({ id })).toMatchObject({ id });
  });
});

describe('one message', () => {
  test('is wrapped', async () => {
    const [message] = list(await messagesOf(9), 'messages', 'messages');
    const found: unknown = await sandbox
      .sdk()
      .conversations.getMessage({ id: text(message, 'id') });
    expect(found).toMatchObject({
      message: {
        type: 1,
        messageType: 'TYPE_CALL',
        meta: { call: { duration: 0, status: 'no-answer' } },
        attachments: [],
      },
      traceId: expect.any(String),
    });
  });
});

describe('export', () => {
  test('leaves emails out unless asked for, and counts all', async () => {
    const everything = list(await exported({ limit: 500 }), 'messages');
    expect(types(everything)).not.toContain('TYPE_EMAIL');
    expect(types(everything)).toContain('TYPE_ACTIVITY_OPPORTUNITY');
    const emails = list(await exported({ limit: 500, channel: 'Email' }), 'messages');
    expect(types(emails)).toEqual(new Set(['TYPE_EMAIL']));
    expect(at(await exported({ limit: 10 }), 'total')).toBe(everything.length);
  });

  test('pages by an opaque cursor to the end', async () => {
    const everything = list(await exported({ limit: 500 }), 'messages');
    const seen: unknown[] = [];
    let cursor: unknown;
    do {
      const page = await exported({ limit: 10, ...(cursor === undefined ? {} : { cursor }) });
      seen.push(...list(page, 'messages'));
      cursor = at(page, 'nextCursor');
    } while (cursor !== null);
    expect(seen).toEqual(everything);
  });

  test('refuses a cursor that is none, or too old', async () => {
    const path = `/conversations/messages/export?locationId=${HARBOUR}&limit=10`;
    const invalid = { status: 400, body: { message: 'Invalid cursor' } };
    expect(await sandbox.call(`${path}&cursor=abc`)).toMatchObject(invalid);
    const cursor = text(await exported({ limit: 10 }), 'nextCursor');
    await sandbox.control('/settings', { cursorLifetimeMs: -1 });
    expect(await sandbox.call(`${path}&cursor=${encodeURIComponent(cursor)}`)).toMatchObject(
      invalid,
    );
  });

  test('filters by conversation, contact and dates, and sorts by update', async () => {
    const conversationId = await conversationOf(2);
    const one = list(await exported({ conversationId }), 'messages');
    expect(one).toHaveLength(4);
    expect(list(await exported({ contactId: contactId(2) }), 'messages')).toEqual(one);
    const startDate = new Date(Date.now() - 3_600_000).toISOString();
    const recent = list(await exported({ startDate }), 'messages');
    expect(recent.every((message) => text(message, 'dateAdded') >= startDate)).toBe(true);
    const oldest = list(await exported({ sortOrder: 'asc' }), 'messages');
    expect(oldest).toEqual(
      [...oldest].sort((a, b) => (text(a, 'dateAdded') < text(b, 'dateAdded') ? -1 : 1)),
    );

    const own = text(await sandbox.control('/state/messages?status=pending'), 0, 'id');
    await sandbox
      .sdk()
      .conversations.updateMessageStatus({ messageId: own }, { status: 'delivered' });
    const [updated] = list(await exported({ sortBy: 'updatedAt' }), 'messages');
    expect(updated).toMatchObject({ id: own, status: 'delivered' });
  });
});

describe('calls', () => {
  const call = async (): Promise<{ messageId: string; locationId: string }> => ({
    messageId: text(list(await messagesOf(9), 'messages', 'messages'), 1, 'id'),
    locationId: HARBOUR,
  });

  test('have a recording, a transcription and its text', async () => {
    const { conversations } = sandbox.sdk();
    const recording = await sandbox.call(
      `/conversations/messages/${(await call()).messageId}/locations/${HARBOUR}/recording`,
    );
    expect(recording.headers.get('content-type')).toBe('audio/x-wav');
    expect(recording.headers.get('content-disposition')).toContain('audio.wav');
    expect(recording.text.startsWith('RIFF')).toBe(true);
    const sentences: unknown = await conversations.getMessageTranscription(await call());
    expect(sentences).toHaveLength(4);
    expect(at(sentences, 1)).toEqual({
      mediaChannel: 2,
      sentenceIndex: 1,
      startTime: 3500,
      endTime: 6500,
      transcript: 'Hello, this is Rafael Duarte. I would like to confirm my appointment.',
      confidence: 0.94,
    });
    const download: unknown = await conversations.downloadMessageTranscription(await call());
    expect(download).toContain('[00:03] Speaker 2: Hello, this is Rafael Duarte.');
  });

  test('without them answer 404, other messages 400', async () => {
    const missed = text(list(await messagesOf(9), 'messages', 'messages'), 0, 'id');
    const text_ = text(list(await messagesOf(0), 'messages', 'messages'), 0, 'id');
    const paths = (id: string): string[] => [
      `/conversations/messages/${id}/locations/${HARBOUR}/recording`,
      `/conversations/locations/${HARBOUR}/messages/${id}/transcription`,
      `/conversations/locations/${HARBOUR}/messages/${id}/transcription/download`,
    ];
    for (const path of paths(missed)) expect((await sandbox.call(path)).status).toBe(404);
    for (const path of paths(text_)) expect((await sandbox.call(path)).status).toBe(400);
  });
});
