import type { FastifyInstance } from 'fastify';

import { readLocationQuery, requireLocation } from '../http/access.ts';
import { badRequest } from '../http/errors.ts';
import { top } from '../http/top.ts';
import {
  anything,
  between,
  boolean,
  csv,
  number,
  numberText,
  oneOf,
  type Read,
  readBody,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { MESSAGE_TYPES } from '../state/channels.ts';
import type { Conversation } from '../state/records.ts';
import { startConversation } from '../webhooks/announce.ts';
import { unreadEvent } from '../webhooks/events.ts';
import { findContact, findConversation, param } from './find.ts';
import { digits } from './phone.ts';
import {
  conversationCreated,
  conversationDetail,
  conversationRow,
  conversationUpdated,
  fullName,
} from './views.ts';

const READ = { access: { scope: 'conversations.readonly' } };
const WRITE = { access: { scope: 'conversations.write' } };

const SORTS = [
  'last_manual_message_date',
  'last_message_date',
  'score_profile',
  'overdue_at',
  'due_at',
] as const;

const SEARCH = {
  contactId: string,
  assignedTo: csv,
  followers: csv,
  mentions: csv,
  query: string,
  sort: oneOf(['asc', 'desc']),
  startAfterDate: anything,
  id: string,
  limit: between(1, 100, numberText),
  lastMessageType: oneOf(MESSAGE_TYPES),
  lastMessageAction: oneOf(['automated', 'manual']),
  lastMessageDirection: oneOf(['inbound', 'outbound']),
  status: oneOf(['all', 'read', 'unread', 'starred', 'recents']),
  sortBy: oneOf(SORTS),
  sortScoreProfile: string,
  scoreProfile: string,
  scoreProfileMin: numberText,
  scoreProfileMax: numberText,
  startDate: numberText,
  endDate: numberText,
};

type Search = Read<{ locationId: typeof string }, typeof SEARCH>;

/** The number that a search sorts by; conversations without it come last in a descending order. */
const sortValue = (row: Conversation, sortBy: Search['sortBy']): number =>
  sortBy === 'last_manual_message_date' ? (row.lastManualMessageDate ?? 0) : row.lastMessageDate;

/** `startAfterDate` is the sort value of the last row, or the row's `sort` array (highest first element). */
function startAfter(value: unknown): number | undefined {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (typeof first !== 'string') return undefined;
  const found = Number(first.replace(/[[\]"]/g, '').split(',')[0]);
  if (!Number.isFinite(found)) throw badRequest('startAfterDate must be a valid date');
  return found;
}

function matchesText(sandbox: Sandbox, row: Conversation, query: string): boolean {
  const contact = sandbox.store.contacts.get(row.contactId);
  const wanted = query.toLowerCase();
  const texts = [
    contact && fullName(contact),
    contact?.email,
    contact?.companyName,
    row.lastMessageBody,
    row.id,
  ];
  if (texts.some((text) => text?.toLowerCase().includes(wanted))) return true;
  const number = digits(query);
  return number.length >= 4 && digits(contact?.phone ?? '').includes(number);
}

function search(sandbox: Sandbox, wanted: Search): { rows: Conversation[]; total: number } {
  const people = (ids: string[] | undefined, has: readonly string[]): boolean =>
    ids === undefined || ids.some((id) => has.includes(id));
  const assigned = (row: Conversation): boolean => {
    if (wanted.assignedTo === undefined) return true;
    const user = sandbox.store.contacts.get(row.contactId)?.assignedTo;
    return wanted.assignedTo.includes(user ?? 'unassigned');
  };
  const inStatus = (row: Conversation): boolean => {
    if (wanted.status === 'unread') return row.unreadCount > 0;
    if (wanted.status === 'read') return row.unreadCount === 0;
    return wanted.status !== 'starred' || row.starred;
  };
  const matching = sandbox.store.conversations.filter(
    (row) =>
      row.locationId === wanted.locationId &&
      (wanted.id === undefined || row.id === wanted.id) &&
      (wanted.contactId === undefined || row.contactId === wanted.contactId) &&
      (wanted.lastMessageType === undefined || row.lastMessageType === wanted.lastMessageType) &&
      (wanted.lastMessageDirection === undefined ||
        row.lastMessageDirection === wanted.lastMessageDirection) &&
      (wanted.lastMessageAction === undefined ||
        row.lastOutboundMessageAction === wanted.lastMessageAction) &&
      (wanted.startDate === undefined || row.dateAdded >= wanted.startDate) &&
      (wanted.endDate === undefined || row.dateAdded <= wanted.endDate) &&
      inStatus(row) &&
      people(wanted.followers, row.followers) &&
      people(wanted.mentions, row.mentions) &&
      assigned(row) &&
      (wanted.query === undefined || matchesText(sandbox, row, wanted.query)) &&
      sandbox.lag.finds(row),
  );
  const after = startAfter(wanted.startAfterDate);
  const upwards = wanted.sort === 'asc';
  const value = (row: Conversation): number => sortValue(row, wanted.sortBy);
  const rest =
    after === undefined
      ? matching
      : matching.filter((row) => (upwards ? value(row) > after : value(row) < after));
  const compare = (a: Conversation, b: Conversation): number =>
    (upwards ? value(a) - value(b) : value(b) - value(a)) || (a.id < b.id ? -1 : 1);
  return { rows: top(rest, compare, wanted.limit ?? 20), total: matching.length };
}

/** Conversations: search, read, create, update, delete. */
export function conversationRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/conversations/search', { config: READ }, (request) => {
    const wanted = readLocationQuery(request, {}, SEARCH);
    const { rows, total } = search(sandbox, wanted);
    return {
      conversations: rows.map((row) =>
        conversationRow(sandbox, row, sortValue(row, wanted.sortBy)),
      ),
      total,
    };
  });

  app.get('/conversations/:conversationId', { config: READ }, (request) =>
    conversationDetail(
      sandbox,
      findConversation(sandbox, request, param(request, 'conversationId')),
    ),
  );

  app.post('/conversations/', { config: WRITE }, (request, reply) => {
    const body = readBody(request.body, { locationId: string, contactId: string }, {});
    requireLocation(request, body.locationId);
    const contact = findContact(sandbox, request, body.contactId);
    const existing = sandbox.store.conversationOf(contact.id);
    if (existing && sandbox.settings.secondConversation === 'refuse') {
      throw badRequest('Conversation already exists', { conversationId: existing.id });
    }
    const conversation = existing ?? startConversation(sandbox, contact);
    void reply.code(existing ? 200 : 201);
    return { success: true, conversation: conversationCreated(sandbox, conversation) };
  });

  app.put('/conversations/:conversationId', { config: WRITE }, (request) => {
    const isV3 = request.headers.version === 'v3';
    const body = readBody(
      request.body,
      { locationId: string },
      {
        unreadCount: between(0, Number.MAX_SAFE_INTEGER, number),
        starred: boolean,
        feedback: isV3 ? oneOf(['positive', 'negative']) : anything,
      },
    );
    requireLocation(request, body.locationId);
    const conversation = findConversation(sandbox, request, param(request, 'conversationId'));
    const before = `${String(conversation.unreadCount)} ${String(conversation.starred)}`;
    conversation.unreadCount = body.unreadCount ?? conversation.unreadCount;
    conversation.starred = body.starred ?? conversation.starred;
    conversation.feedback = body.feedback ?? conversation.feedback;
    conversation.dateUpdated = sandbox.now();
    if (before !== `${String(conversation.unreadCount)} ${String(conversation.starred)}`) {
      sandbox.webhooks.fire(unreadEvent(conversation));
    }
    return { success: true, conversation: conversationUpdated(sandbox, conversation) };
  });

  app.delete('/conversations/:conversationId', { config: WRITE }, (request) => {
    const conversation = findConversation(sandbox, request, param(request, 'conversationId'));
    sandbox.store.deleteConversation(conversation);
    sandbox.webhooks.fire(unreadEvent({ ...conversation, deleted: true }));
    return { success: true };
  });
}
