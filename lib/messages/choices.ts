import type { Bundle } from 'zapier-platform-core';

import { CHANNEL_LABELS } from '../../resources/channels.ts';
import { labelOf, type PersonName } from '../contacts/names.ts';
import { contactNamesOf } from '../conversations/contact_names.ts';
import { searchConversations } from '../conversations/conversations.ts';
import type { ChoiceSource } from '../operations/choices.ts';
import { localTime } from '../inputs/local_time.ts';
import { exportChannels, exportMessages, type ExportPage } from './messages.ts';
import { type Message } from './filter.ts';
import { isScheduled, scheduledId } from './scheduled.ts';

/** Which messages a dropdown shows, and what is stored of the one chosen. */
interface MessageList {
  /** One of the channels in resources/channels.ts; all without it. */
  channel?: string;
  /** How many messages a page looks at, 10 to 500. */
  limit?: number;
  keep?: (entry: Message) => boolean;
  idOf?: (entry: Message) => string | null;
  /** What the time of a message tells, where it may be taken for another. */
  timeLabel?: string;
}

/** Messages by contact, channel, time and text, the newest first. */
export const messageChoices = messagesWhere({ keep: (entry) => !entry.isActivity });

/** Phone calls, the newest first. */
export const callChoices = messagesWhere({ channel: 'call' });

/** E-mails, the newest first; the stored value is the id of the email, not of its message. */
export const emailChoices = messagesWhere({
  channel: 'email',
  idOf: (entry) => entry.emailMessageId,
});

/** The same emails by the ids of their messages, which stand for their threads too. */
export const emailMessageChoices = messagesWhere({ channel: 'email' });

/**
 * Messages and emails that wait to be sent; of an email, the ID of the email is stored. The export
 * has no filter for them, so a page looks at as many messages as it may. It does not say when they
 * go out.
 */
export const scheduledMessageChoices = messagesWhere({
  limit: 500,
  keep: isScheduled,
  idOf: scheduledId,
  timeLabel: 'created',
});

/** Conversations whose last message is a review, or the answer to one. */
export const reviewChoices: ChoiceSource = async (z, bundle, token) => {
  const { conversations, next } = await searchConversations(z, bundle, {
    channel: ['review'],
    startAfterDate: token,
  });
  const personOf = await contactNamesOf(z, bundle, conversations);
  const choices = conversations.map(({ id, contactId, lastMessageBody }) => {
    const { name, detail } = personOf(contactId ?? id);
    return { id, name: `${labelOf(name, [detail])}: ${shortened(lastMessageBody ?? '')}` };
  });
  return { choices, ...(next && { next }) };
};

/** Stands between the cursors of the exports that one page of a dropdown is read from. */
const SEPARATOR = '|';

function messagesWhere({ channel, limit, keep, idOf, timeLabel }: MessageList): ChoiceSource {
  const channels = exportChannels(channel);
  return async (z, bundle, token) => {
    const cursors = token?.split(SEPARATOR);
    const [{ conversations }, ...pages] = await Promise.all([
      searchConversations(z, bundle, {}),
      ...channels.map((name, index) =>
        cursors && !cursors[index]
          ? ENDED
          : exportMessages(z, bundle, { channel: name, limit, cursor: cursors?.[index] }),
      ),
    ]);
    const chosen = pages
      .flatMap((page) => page.messages)
      .filter((entry) => keep?.(entry) ?? true)
      .toSorted((one, other) => (other.dateAdded ?? '').localeCompare(one.dateAdded ?? ''))
      .flatMap((entry) => {
        const id = idOf ? idOf(entry) : entry.id;
        return id ? [{ id, entry }] : [];
      });
    // Messages name their contact by ID only; the latest conversations have the names of most.
    const personOf = await contactNamesOf(
      z,
      bundle,
      conversations,
      chosen.map(({ entry }) => entry.contactId),
    );
    const choices = chosen.map(({ id, entry }) => ({
      id,
      name: nameOf(entry, personOf(entry.contactId), bundle, timeLabel),
    }));
    const isLast = pages.every((page) => !page.next);
    return isLast
      ? { choices }
      : { choices, next: pages.map((page) => page.next ?? '').join(SEPARATOR) };
  };
}

const ENDED: ExportPage = { messages: [], next: null };

function nameOf(
  entry: Message,
  person: PersonName,
  { meta }: Bundle,
  timeLabel: string | undefined,
): string {
  const label = Object.entries(CHANNEL_LABELS).find(([key]) => key === entry.channel)?.[1];
  const details = [
    person.detail,
    label,
    entry.direction,
    entry.dateAdded &&
      [timeLabel, localTime(entry.dateAdded, meta.timezone)].filter(Boolean).join(' '),
  ];
  const text = shortened(entry.subject ?? entry.body ?? '');
  const name = labelOf(person.name, details);
  return text ? `${name}: ${text}` : name;
}

const LONGEST_TEXT = 60;

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > LONGEST_TEXT ? `${line.slice(0, LONGEST_TEXT - 1)}…` : line;
}
