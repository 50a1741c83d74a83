import type { LocalZapier } from '../../../local/index.ts';
import { outcomeOf } from '../../../resources/call.ts';
import { toRecord, toText, type RawRecord } from '../../../resources/values.ts';
import { recordsOf } from '../../../scripts/check/live/records.ts';
import type { ContactView, MessageView, ThreadView } from '../../api/highlevel.ts';

/** How many threads, and messages of each, are shown. */
const MOST_THREADS = 100;
const MOST_MESSAGES = 30;

/** The contacts of a sub-account, and what was written with each, the latest first. */
export async function readInbox(
  zapier: LocalZapier,
): Promise<{ contacts: ContactView[]; threads: ThreadView[] }> {
  const [records, messages] = await Promise.all([
    recordsOf(zapier, 'contacts'),
    recordsOf(zapier, 'messages'),
  ]);
  const contacts = records.map(contactView);
  const byContact = new Map<unknown, RawRecord[]>();
  for (const message of messages) {
    const known = byContact.get(message['contactId']);
    if (known) known.push(message);
    else byContact.set(message['contactId'], [message]);
  }
  const threads = contacts
    .map((contact) => threadOf(contact, byContact.get(contact.id) ?? []))
    .filter((thread) => thread.messages.length > 0)
    .sort((left, right) => right.lastAt.localeCompare(left.lastAt));
  return { contacts, threads: threads.slice(0, MOST_THREADS) };
}

function threadOf(contact: ContactView, records: readonly RawRecord[]): ThreadView {
  const messages = records
    .map(messageView)
    .sort((left, right) => left.at.localeCompare(right.at))
    .slice(-MOST_MESSAGES);
  return { contact, lastAt: messages.at(-1)?.at ?? '', messages };
}

function contactView(record: RawRecord): ContactView {
  const name = ['firstName', 'lastName'].map((key) => textIn(record, key)).join(' ');
  return { id: textIn(record, 'id'), name: name.trim() || textIn(record, 'email') || 'No name' };
}

function messageView(record: RawRecord): MessageView {
  return {
    id: textIn(record, 'id'),
    isInbound: record['direction'] === 'inbound',
    channel: textIn(record, 'webhookType'),
    text: textIn(record, 'body') || callText(record),
    status: textIn(record, 'status'),
    at: new Date(Number(record['dateAdded'])).toISOString(),
  };
}

/** What a call was, such as "Call, 2 min"; empty for other messages. */
export function callText(message: RawRecord): string {
  if (!message['call']) return '';
  const call = toRecord(message['call']);
  const [channel, callStatus, status] = [message['webhookType'], call['status'], message['status']];
  const outcome = outcomeOf({
    channel: toText(channel)?.toLowerCase() ?? null,
    callStatus: toText(callStatus),
    status: toText(status),
  });
  if (outcome === 'missed') return 'Missed call';
  const seconds = Number(call['duration']);
  const time = seconds < 60 ? `${seconds} sec` : `${Math.round(seconds / 60)} min`;
  return `${outcome === 'voicemail' ? 'Voicemail' : 'Call'}, ${time}`;
}

function textIn(record: RawRecord, key: string): string {
  return toText(record[key]) ?? '';
}
