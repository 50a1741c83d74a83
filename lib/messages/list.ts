import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { email } from '../../resources/email.ts';
import { messageList } from '../../resources/message_list.ts';
import { sendMany } from '../http/bulk.ts';
import { contactById } from '../contacts/contacts.ts';
import { usersOf } from '../users/users.ts';
import { locationOf } from '../connection/location.ts';
import { exportChannels, exportMessages } from './messages.ts';
import { matches, type Message, type MessageFilters } from './filter.ts';
import { latestOf, messageOfEmail, type Email } from './emails.ts';
import { remainingMs } from '../http/step_context.ts';
import { path } from '../http/path.ts';
import { GONE } from '../records/details.ts';
import { transcriptLine, type AuthorNames, type Entry } from './transcript.ts';

/** Which messages of a conversation or contact, and how much of them. */
export interface MessageListFilters extends Omit<MessageFilters, 'contains'> {
  /** Created at or after. */
  startDate?: Date | undefined;
  /** Created at or before. */
  endDate?: Date | undefined;
  /** Keys of `MESSAGE_STATUSES`. */
  status?: readonly string[] | undefined;
  /** How many of the latest, 1 to 500. */
  limit?: number | undefined;
  /** Whether to read the text of emails, which the list leaves out. On unless it is false. */
  includeEmailText?: boolean | undefined;
}

const MOST = 500;
const DEFAULT_LIMIT = 100;

/** So many emails are read, the newest first; each costs a request. */
const MOST_EMAILS = 50;

/** What names and emails take at the end of a step, in milliseconds. */
const DETAILS_MS = 10_000;

/**
 * The latest messages that fit, the oldest of them first, with their authors' names.
 *
 * @returns undefined where none fits
 */
export async function listMessages(z: ZObject, bundle: Bundle, filters: MessageListFilters) {
  const limit = readLimit(filters.limit);
  const { messages, hasMore } = await collect(z, bundle, filters, limit);
  const [newest] = messages;
  if (!newest) return undefined;
  const [names, emails] = await Promise.all([
    namesOf(z, bundle, messages),
    filters.includeEmailText === false ? new Map<string, Email>() : readEmails(z, bundle, messages),
  ]);
  const entries = messages
    .flatMap((entry) => entriesOf(entry, emails, filters))
    .toSorted((one, other) => (one.dateAdded ?? '').localeCompare(other.dateAdded ?? ''));
  const rows = entries
    .slice(-limit)
    .map((entry) => transcriptLine(entry, names, bundle.meta.timezone));
  return messageList.parse({
    id: newest.conversationId ?? filters.conversationId ?? newest.contactId,
    transcript: rows.map((row) => row.line).join('\n'),
    count: rows.length,
    hasMore: hasMore || entries.length > rows.length,
    contactId: newest.contactId,
    contactName: names.contact,
    locationId: locationOf(bundle),
    messages: rows,
  });
}

function readLimit(limit: number = DEFAULT_LIMIT): number {
  if (limit >= 1 && limit <= MOST) return limit;
  throw new errors.Error(
    `"Limit" must be between 1 and ${MOST}, and is ${limit}. Use dates to get older messages.`,
    'invalid_input',
  );
}

/** Whether a message fits; behind one of email, a thread, stand emails of any direction and status. */
function mayFit(entry: Message, filters: MessageListFilters): boolean {
  const isThread = entry.channel === 'email';
  return (
    matches(entry, { ...filters, ...(isThread && { direction: undefined }) }) &&
    (isThread || hasStatus(entry, filters))
  );
}

function hasStatus(entry: Pick<Message, 'status'>, { status }: MessageListFilters): boolean {
  return status === undefined || status.includes(entry.status ?? '');
}

/** Every channel's pages until there are enough; each page is asked for with the same filters. */
async function collect(
  z: ZObject,
  bundle: Bundle,
  filters: MessageListFilters,
  limit: number,
): Promise<{ messages: Message[]; hasMore: boolean }> {
  const parts = await Promise.all(
    exportChannels(filters.channel).map((channel) =>
      collectChannel(z, bundle, filters, channel, limit),
    ),
  );
  const found = parts
    .flatMap((part) => part.messages)
    .toSorted((one, other) => latestDate(other).localeCompare(latestDate(one)));
  return {
    messages: found.slice(0, limit),
    hasMore: found.length > limit || parts.some((part) => part.hasMore),
  };
}

function latestDate(row: Message): string {
  return latestOf(row).dateAdded ?? '';
}

async function collectChannel(
  z: ZObject,
  bundle: Bundle,
  filters: MessageListFilters,
  channel: string | undefined,
  limit: number,
): Promise<{ messages: Message[]; hasMore: boolean }> {
  const { conversationId, contactId, startDate, endDate } = filters;
  const isEmail = channel === 'email';
  const messages: Message[] = [];
  let cursor: string | undefined;
  do {
    const page = await exportMessages(z, bundle, {
      conversationId,
      contactId,
      channel,
      endDate,
      // A thread of emails keeps its first email's date: what is new in it shows by its change.
      ...(isEmail ? { sortBy: 'updatedAt' } : { startDate }),
      limit: Math.max(limit, 10),
      cursor,
    });
    messages.push(...page.messages.filter((entry) => mayFit(entry, filters)));
    const oldest = page.messages.at(-1)?.dateUpdated;
    const isPast = isEmail && startDate && oldest && Date.parse(oldest) < startDate.getTime();
    cursor = isPast ? undefined : (page.next ?? undefined);
  } while (cursor && messages.length < limit && remainingMs(bundle) > DETAILS_MS);
  return { messages, hasMore: cursor !== undefined };
}

async function namesOf(
  z: ZObject,
  bundle: Bundle,
  messages: readonly Message[],
): Promise<AuthorNames> {
  const contactId = messages.find((entry) => entry.contactId)?.contactId;
  const [contact, users] = await Promise.all([
    contactId ? contactById(z, contactId) : undefined,
    messages.some((entry) => entry.userId) ? usersOf(z, bundle) : [],
  ]);
  return {
    contact: contact?.name ?? contact?.email ?? contact?.phone ?? null,
    users: new Map(users.map(({ id, name }) => [id, name])),
  };
}

/** The newest emails by their ids; what there is no room for is left out. */
async function readEmails(
  z: ZObject,
  bundle: Bundle,
  messages: readonly Message[],
): Promise<Map<string, Email>> {
  const ids = messages
    .filter((entry) => entry.channel === 'email')
    .flatMap((entry) => entry.threadEmailIds.toReversed())
    .slice(0, MOST_EMAILS);
  const outcomes = await sendMany(
    z,
    bundle,
    ids.map((id) => ({
      url: path`/conversations/messages/email/${id}`,
      expected: GONE,
    })),
  );
  return new Map(
    outcomes.flatMap((outcome, index): [string, Email][] =>
      outcome.state === 'done' && outcome.status < 400
        ? [[ids[index] ?? '', email.parse(outcome.data)]]
        : [],
    ),
  );
}

/** A message, or each email of the thread that it stands for, where it fits. */
function entriesOf(
  entry: Message,
  emails: ReadonlyMap<string, Email>,
  filters: MessageListFilters,
): Entry[] {
  const { startDate, endDate, direction } = filters;
  const found = entry.threadEmailIds.flatMap((id) => emails.get(id) ?? []);
  const entries: Entry[] =
    found.length === 0
      ? [{ ...latestOf(entry), text: entry.body }]
      : found.map((mail) => ({ ...messageOfEmail(mail, entry), text: mail.text }));
  const [from, until] = [startDate?.toISOString() ?? '', endDate?.toISOString() ?? '9'];
  return entries.filter(
    ({ dateAdded, direction: written, status }) =>
      hasStatus({ status }, filters) &&
      (direction === undefined || written === direction) &&
      (dateAdded === null || (dateAdded >= from && dateAdded <= until)),
  );
}
