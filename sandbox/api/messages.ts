import type { FastifyInstance, FastifyRequest } from 'fastify';

import { readLocationQuery } from '../http/access.ts';
import { badRequest, type Json } from '../http/errors.ts';
import { top } from '../http/top.ts';
import { between, csv, isoDate, numberText, oneOf, readQuery, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { EXPORT_CHANNELS, isEmailType, MESSAGE_TYPES } from '../state/channels.ts';
import type { Message } from '../state/records.ts';
import { findConversation, findMessage, param } from './find.ts';
import { settleScheduled } from './schedule.ts';
import { messageRow } from './views.ts';

const READ = { access: { scope: 'conversations/message.readonly' } };

const EXPORT = {
  limit: between(10, 500, numberText),
  cursor: string,
  sortBy: oneOf(['createdAt', 'updatedAt']),
  sortOrder: oneOf(['asc', 'desc']),
  conversationId: string,
  contactId: string,
  channel: oneOf(['Call', 'SMS', 'Email', 'WhatsApp', 'Instagram', 'Facebook']),
  startDate: isoDate,
  endDate: isoDate,
};

interface Position {
  value: number;
  id: string;
}

const writeCursor = (position: Position, issuedAt: number): string =>
  Buffer.from(
    JSON.stringify({
      pitId: issuedAt.toString(36),
      lastSort: [position.value],
      lastId: position.id,
    }),
  ).toString('base64');

function readCursor(sandbox: Sandbox, cursor: string): Position {
  try {
    const found: unknown = JSON.parse(Buffer.from(cursor, 'base64').toString());
    if (typeof found === 'object' && found !== null && 'pitId' in found) {
      const { pitId, lastSort, lastId } = { lastSort: undefined, lastId: undefined, ...found };
      const [value]: unknown[] = Array.isArray(lastSort) ? lastSort : [];
      const issuedAt = parseInt(String(pitId), 36);
      const live = sandbox.now() - issuedAt <= sandbox.settings.cursorLifetimeMs;
      if (typeof value === 'number' && typeof lastId === 'string' && live) {
        return { value, id: lastId };
      }
    }
  } catch {
    throw badRequest('Invalid cursor');
  }
  throw badRequest('Invalid cursor');
}

/** A message as it is now: what was due has been sent, and late files are a reading nearer. */
function read(sandbox: Sandbox, message: Message): Json {
  const row = messageRow(sandbox, settleScheduled(sandbox, message));
  if (message.lateMedia) message.lateMedia.readings -= 1;
  return row;
}

/** The end of a day when only a date was given, the moment otherwise. */
const endOf = (text: string): number => Date.parse(text) + (text.length === 10 ? 86_399_999 : 0);

function exportMessages(sandbox: Sandbox, request: FastifyRequest): Record<string, unknown> {
  const wanted = readLocationQuery(request, {}, EXPORT);
  const types = wanted.channel === undefined ? undefined : EXPORT_CHANNELS[wanted.channel];
  const from = wanted.startDate === undefined ? -Infinity : Date.parse(wanted.startDate);
  const until = wanted.endDate === undefined ? Infinity : endOf(wanted.endDate);
  const value = (message: Message): number =>
    wanted.sortBy === 'updatedAt' ? message.dateUpdated : message.dateAdded;
  const matching = sandbox.store.messages.filter(
    (message) =>
      message.locationId === wanted.locationId &&
      (types ? types.includes(message.messageType) : !isEmailType(message.messageType)) &&
      (wanted.conversationId === undefined || message.conversationId === wanted.conversationId) &&
      (wanted.contactId === undefined || message.contactId === wanted.contactId) &&
      message.dateAdded >= from &&
      message.dateAdded <= until,
  );
  const sign = wanted.sortOrder === 'asc' ? 1 : -1;
  const order = (a: Position, b: Position): number =>
    sign * (a.value - b.value) || (a.id === b.id ? 0 : a.id < b.id ? -1 : 1);
  const place = (message: Message): Position => ({ value: value(message), id: message.id });
  const after = wanted.cursor === undefined ? undefined : readCursor(sandbox, wanted.cursor);
  const rest = after ? matching.filter((message) => order(place(message), after) > 0) : matching;
  const limit = wanted.limit ?? 100;
  const page = top(rest, (a, b) => order(place(a), place(b)), limit);
  const last = page[page.length - 1];
  return {
    messages: page.map((message) => read(sandbox, message)),
    nextCursor: last && rest.length > page.length ? writeCursor(place(last), sandbox.now()) : null,
    total: matching.length,
  };
}

/** The type filter of a conversation's messages; it spells internal comments with an S. */
const wantedTypes = (types: readonly string[] | undefined): readonly string[] | undefined =>
  types?.map((type) => (type === 'TYPE_INTERNAL_COMMENTS' ? 'TYPE_INTERNAL_COMMENT' : type));

function listMessages(sandbox: Sandbox, request: FastifyRequest): Record<string, unknown> {
  const wanted = readQuery(
    request.query,
    {},
    { lastMessageId: string, limit: between(1, 100, numberText), type: csv },
  );
  const conversation = findConversation(sandbox, request, param(request, 'conversationId'));
  const known: readonly string[] = MESSAGE_TYPES;
  const types = wantedTypes(wanted.type);
  const unknown = types?.find((type) => !known.includes(type));
  if (unknown !== undefined) throw badRequest(`type ${unknown} is not valid`);
  const newestFirst = sandbox.store
    .messagesOf(conversation.id)
    .filter((message) => types?.includes(message.messageType) ?? true)
    .sort((a, b) => b.dateAdded - a.dateAdded || (a.id < b.id ? -1 : 1));
  let start = 0;
  if (wanted.lastMessageId !== undefined) {
    const index = newestFirst.findIndex((message) => message.id === wanted.lastMessageId);
    if (index < 0) throw badRequest(`Message with id ${wanted.lastMessageId} not found`);
    start = index + 1;
  }
  const page = newestFirst.slice(start, start + (wanted.limit ?? 20));
  return {
    messages: {
      lastMessageId: page[page.length - 1]?.id ?? null,
      nextPage: start + page.length < newestFirst.length,
      messages: page.map((message) => read(sandbox, message)),
    },
  };
}

/** Reading messages: of the location, of a conversation, one. */
export function messageRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/conversations/messages/export', { config: READ }, (request) =>
    exportMessages(sandbox, request),
  );
  app.get('/conversations/:conversationId/messages', { config: READ }, (request) =>
    listMessages(sandbox, request),
  );
  app.get('/conversations/messages/:id', { config: READ }, (request) => ({
    message: read(sandbox, findMessage(sandbox, request, param(request, 'id'))),
  }));
}
