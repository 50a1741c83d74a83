import { CHANNEL_LABELS } from '../../resources/channels.ts';
import { localTime } from '../inputs/local_time.ts';
import type { Message } from './filter.ts';

/** A message with the text that people read of it. */
export type Entry = Message & { text: string | null };

/** Who wrote: the contact by name, and the users of the sub-account by their ids. */
export interface AuthorNames {
  contact: string | null;
  users: ReadonlyMap<string, string | null>;
}

/** Who writes where no user is named. */
const SOURCES: Record<string, string> = {
  workflow: 'Workflow',
  campaign: 'Campaign',
  bulk_actions: 'Bulk action',
};

/**
 * A message as a row, and as a line of a transcript: `2026-11-20 10:02 Anna Example: Hello`.
 *
 * @param timezone an IANA name; the times are on its clocks
 */
export function transcriptLine(
  entry: Entry,
  names: AuthorNames,
  timezone: string | null | undefined,
) {
  const time = entry.dateAdded ? localTime(entry.dateAdded, timezone) : null;
  const author = authorOf(entry, names);
  const files = entry.attachments.map((url) => `[File: ${url}]`);
  const said = [heading(entry), entry.text, ...files].filter(Boolean).join(' ');
  return {
    ...entry,
    author,
    attachments: entry.attachments.join(', '),
    line: `${[time, author].filter(Boolean).join(' ')}: ${said || '[no text]'}`,
  };
}

function authorOf({ direction, userId, source }: Entry, { contact, users }: AuthorNames): string {
  if (direction === 'inbound') return contact ?? 'Contact';
  return (userId ? users.get(userId) : null) ?? SOURCES[source ?? ''] ?? 'Team';
}

/** What stands for a message that is more than its text: `[Phone Call, completed, 95 seconds]`. */
function heading({ channel, subject, callStatus, callDuration }: Entry): string | undefined {
  if (channel === 'email') return subject ? `[Email: ${subject}]` : '[Email]';
  if (channel === 'call' || channel === 'voicemail') {
    const duration = callDuration ? `${callDuration} seconds` : null;
    return `[${[CHANNEL_LABELS[channel], callStatus, duration].filter(Boolean).join(', ')}]`;
  }
  return channel === 'internal_comment' ? `[${CHANNEL_LABELS[channel]}]` : undefined;
}
