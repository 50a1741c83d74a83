import { createHash } from 'node:crypto';

import type { Bundle, ZObject } from 'zapier-platform-core';
import * as zod from 'zod';

import { email, emailExtras } from '../../resources/email.ts';
import type { RecordOf } from '../../resources/define.ts';
import { message } from '../../resources/message.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { remainingMs } from '../http/step_context.ts';
import { containsPhrase, folded } from '../inputs/characters.ts';
import { DAY_MS } from '../inputs/days.ts';
import { matches, type Message, type MessageFilters } from './filter.ts';

export type Email = RecordOf<typeof email>;

/** An email as a message, with all that it says. */
export type EmailMessage = Message & { emailContent: RecordOf<typeof emailExtras> };

/** HighLevel answers an ID of the wrong form with 400. */
const NOT_FOUND = [400, 404];

/** The email with this ID, or undefined where HighLevel has none. */
export async function emailById(z: ZObject, emailMessageId: string): Promise<Email | undefined> {
  const { status, data } = await send(z, {
    url: path`/conversations/messages/email/${emailMessageId}`,
    expected: NOT_FOUND,
  });
  return status < 400 ? email.parse(data) : undefined;
}

/**
 * One email as a message: its own ID, text, subject and addresses. A row of HighLevel's lists stands
 * for a whole thread, and its text is often that of the email before.
 *
 * @param row the thread that it belongs to, where that is known
 */
export function messageOfEmail(mail: Email, row?: Message): EmailMessage {
  const thread = row ?? message.parse({ ...mail, messageType: 'TYPE_EMAIL', attachments: [] });
  return {
    ...thread,
    id: mail.id,
    emailMessageId: mail.id,
    threadEmailIds: row?.threadEmailIds ?? [mail.id],
    body: mail.text,
    subject: mail.subject,
    from: mail.from,
    to: mail.to.join(', '),
    attachments: mail.attachments,
    direction: mail.direction ?? thread.direction,
    status: mail.status ?? thread.status,
    source: mail.source ?? thread.source,
    threadId: mail.threadId ?? thread.threadId,
    conversationId: mail.conversationId ?? thread.conversationId,
    contactId: mail.contactId ?? thread.contactId,
    dateAdded: mail.dateAdded ?? thread.dateAdded,
    emailContent: emailExtras.parse({ ...mail, body: mail.html }),
  };
}

/**
 * The latest email of a thread, as its row tells of it. Its words are fetched when a Zap uses them.
 */
export function latestOf(row: Message): Message {
  const { emailMessageId } = row;
  if (row.channel !== 'email' || !emailMessageId) return row;
  const isReply = row.threadEmailIds.length > 1;
  return {
    ...row,
    id: emailMessageId,
    dateAdded: (isReply ? row.dateUpdated : null) ?? row.dateAdded,
  };
}

/** What is remembered of an email: when it came, which way, and which phrases it contains. */
const memorySchema = () =>
  zod.record(
    zod.string(),
    zod.object({
      /** Epoch milliseconds. */
      at: zod.number(),
      direction: zod.string().nullable(),
      /** By the hash of the phrase. */
      phrases: zod.record(zod.string(), zod.boolean()),
    }),
  );

type Facts = zod.output<ReturnType<typeof memorySchema>>[string];

type Memory = Map<string, Facts>;

/** So many emails are read in one poll, the newest first: each costs a request. */
const MOST_READS = 20;

/** What reading one email may take, in milliseconds. */
const READ_MS = 3_000;

/**
 * The emails behind the rows of a list, each an item of its own. Of a row that changed since the
 * last poll, its emails are read from the newest back to the first that is older; of the others the
 * latest one stands for the row. What an email is (not what it says) is remembered, so that each is
 * read once.
 *
 * @param rows threads, the latest change first
 * @param since epoch milliseconds: what is younger may be news
 */
export async function emailsAmong(
  z: ZObject,
  bundle: Bundle,
  rows: readonly Message[],
  filters: MessageFilters,
  since: number,
): Promise<Message[]> {
  const memory = await recall(z, bundle);
  const phrase = filters.contains && phraseKey(filters.contains);
  let reads = 0;
  const mayRead = () => reads < MOST_READS && remainingMs(bundle) > READ_MS;
  const read = async (id: string): Promise<Email | undefined> => {
    reads += 1;
    const mail = await emailById(z, id);
    if (mail) note(memory, mail, filters.contains);
    return mail;
  };

  const found: Message[] = [];
  for (const row of rows) {
    if (Date.parse(row.dateUpdated ?? row.dateAdded ?? '') < since) {
      if (!phrase) found.push(latestOf(row));
      continue;
    }
    // A row that names no emails stands for itself.
    if (row.threadEmailIds.length === 0) found.push(row);
    for (const [index, id] of row.threadEmailIds.toReversed().entries()) {
      const facts = memory.get(id);
      const isUnread = !facts || (phrase !== undefined && facts.phrases[phrase] === undefined);
      const mail = isUnread && mayRead() ? await read(id) : undefined;
      const entry = mail ? messageOfEmail(mail, row) : asFarAsKnown(row, id, index === 0, facts);
      // The emails before the first old one are older, and of this one nothing is known.
      if (!entry || (index > 0 && Date.parse(entry.dateAdded ?? '') < since)) break;
      if (!phrase || memory.get(id)?.phrases[phrase] === true) found.push(entry);
    }
  }
  await remember(z, bundle, memory);
  return found.filter((entry) => matches(entry, { ...filters, contains: undefined }));
}

/** An email that was not read now. */
function asFarAsKnown(
  row: Message,
  id: string,
  isLatest: boolean,
  facts: Facts | undefined,
): Message | undefined {
  if (isLatest) return latestOf(row);
  return (
    facts && {
      ...row,
      id,
      emailMessageId: id,
      direction: facts.direction,
      status: null,
      attachments: [],
      dateAdded: new Date(facts.at).toISOString(),
    }
  );
}

/** So many emails are read whole for the editor's test. */
const SAMPLE_SIZE = 3;

/**
 * The latest emails of threads, the first few of them read whole: what a trigger shows as examples.
 */
export async function someEmails(
  z: ZObject,
  bundle: Bundle,
  rows: readonly Message[],
  filters: MessageFilters,
): Promise<Message[]> {
  const found: Message[] = [];
  for (const [index, row] of rows.entries()) {
    const mayRead =
      found.length < SAMPLE_SIZE && index < MOST_READS && remainingMs(bundle) > READ_MS;
    const mail = mayRead && row.emailMessageId ? await emailById(z, row.emailMessageId) : undefined;
    const entry = mail ? messageOfEmail(mail, row) : latestOf(row);
    if (matches(entry, filters)) found.push(entry);
  }
  return found;
}

function note(memory: Memory, mail: Email, contains: string | undefined): void {
  const before = memory.get(mail.id)?.phrases;
  memory.set(mail.id, {
    at: Date.parse(mail.dateAdded ?? '') || Date.now(),
    direction: mail.direction,
    phrases: {
      ...before,
      ...(contains && {
        [phraseKey(contains)]: containsPhrase([mail.text, mail.subject], contains),
      }),
    },
  });
}

/** A phrase is a person's own words: only its hash is kept. */
function phraseKey(phrase: string): string {
  return createHash('sha256').update(folded(phrase)).digest('base64url').slice(0, 12);
}

function memoryKey(bundle: Bundle): string {
  return `emails-${locationOf(bundle)}`;
}

/** Without the cache emails are read again; none of them is lost. */
async function recall(z: ZObject, bundle: Bundle): Promise<Memory> {
  const kept: unknown = await z.cache.get(memoryKey(bundle)).catch(() => undefined);
  const { data = {} } = memorySchema().safeParse(kept);
  return new Map(Object.entries(data));
}

async function remember(z: ZObject, bundle: Bundle, memory: Memory): Promise<void> {
  const young = [...memory].filter(([, { at }]) => at > Date.now() - DAY_MS);
  await z.cache.set(memoryKey(bundle), Object.fromEntries(young), DAY_MS / 1000).catch(() => false);
}
