import { plainText } from './html.ts';
import { newId } from './ids.ts';
import type { Email, Message } from './records.ts';
import type { Store } from './store.ts';

/** What a new email needs; the rest comes from the message that it is. */
export type EmailDraft = Pick<Email, 'from' | 'to' | 'body'> & Partial<Email>;

/** The mails of a thread's row, the oldest first. */
export const emailsOf = (store: Store, row: Message): Email[] =>
  (row.emailIds ?? [])
    .flatMap((id) => store.emails.get(id) ?? [])
    .sort((a, b) => a.dateAdded - b.dateAdded);

/** The mail that a thread's row speaks of; undefined for a message that is no email. */
export const latestEmail = (store: Store, row: Message): Email | undefined =>
  emailsOf(store, row).at(-1);

/** The mail with this id, or the latest of the thread whose row has it. */
export function emailBy(store: Store, id: string): Email | undefined {
  const row = store.messages.get(id);
  return store.emails.get(id) ?? (row && latestEmail(store, row));
}

/** The thread with this id: its own, that of its row, or that of one of its mails. */
export const threadOf = (store: Store, id: string | undefined): string | undefined =>
  id === undefined ? undefined : (emailBy(store, id)?.threadId ?? id);

/**
 * Brings a thread's row up to its latest mail: direction, status and time of the update are that
 * mail's. The row's body, where it has one, is what the latest mail quotes, not what it says.
 */
export function followLatest(store: Store, row: Message): void {
  const emails = emailsOf(store, row);
  const latest = emails.at(-1);
  if (!latest) return;
  row.direction = latest.direction;
  row.status = latest.status;
  row.dateUpdated = latest.dateUpdated;
  const quoted = emails.at(-2);
  if (quoted) row.body = plainText(quoted.body);
}

/**
 * Stores a mail. It joins the row of its thread, whose id and date stay those of the first mail; the
 * first mail of a thread makes the row, out of `message`.
 */
export function storeEmail(
  store: Store,
  message: Message,
  draft: EmailDraft,
): { row: Message; email: Email } {
  const id = draft.id ?? newId();
  const threadId = draft.threadId ?? id;
  const { body: _own, scheduledAt, ...first } = message;
  const row = store.rowOfThread(threadId) ?? store.addMessage({ ...first, emailIds: [] });
  const { source, userId, conversationProviderId } = message;
  const email = store.addEmail({
    id,
    messageId: row.id,
    threadId,
    locationId: row.locationId,
    contactId: row.contactId,
    conversationId: row.conversationId,
    direction: message.direction,
    status: message.status,
    contentType: 'text/html',
    attachments: message.attachments,
    cc: [],
    bcc: [],
    dateAdded: message.dateAdded,
    dateUpdated: message.dateUpdated,
    ...(source === undefined ? {} : { source }),
    ...(userId === undefined ? {} : { userId }),
    ...(scheduledAt === undefined ? {} : { scheduledAt }),
    ...(conversationProviderId === undefined ? {} : { conversationProviderId }),
    ...draft,
  });
  row.emailIds = [...(row.emailIds ?? []), email.id];
  row.statusRefusals = 0;
  followLatest(store, row);
  return { row, email };
}
