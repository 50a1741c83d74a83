import { type Draft, newConversation, storeMessage } from '../state/conversing.ts';
import type { EmailDraft } from '../state/email-threads.ts';
import { seededId } from '../state/ids.ts';
import type { Contact, Conversation, Email, TranscriptSentence } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { contactId } from './contacts.ts';
import { PROVIDERS } from './lists.ts';
import { HARBOUR, HARBOUR_PHONE, NORTHSIDE_ID } from './ids.ts';
import { SMALL_TALK, type SeedMessage, type SeedThread, THREADS } from './threads.ts';
import { userId } from './users.ts';

const MINUTE = 60_000;

const sentences = (lines: readonly string[]): TranscriptSentence[] =>
  lines.map((transcript, index) => ({
    mediaChannel: (index % 2) + 1,
    sentenceIndex: index,
    startTime: index * 3500,
    endTime: index * 3500 + 3000,
    transcript,
    confidence: 0.94,
  }));

function emailOf(
  store: Store,
  seeded: SeedMessage,
  contact: Contact,
  first?: Email,
): EmailDraft | undefined {
  const { email } = seeded;
  if (!email) return undefined;
  const practice = `Harbour Dental <${store.locations.get(contact.locationId)?.email ?? ''}>`;
  const person = contact.email ?? '';
  const inbound = seeded.direction === 'inbound';
  return {
    from: inbound ? `${contact.firstName ?? ''} ${contact.lastName ?? ''} <${person}>` : practice,
    to: inbound ? [store.locations.get(contact.locationId)?.email ?? ''] : [person],
    cc: email.cc ?? [],
    bcc: email.bcc ?? [],
    subject: email.subject,
    body: email.html,
    provider: 'Leadconnector Gmail',
    ...(email.reply === true && first
      ? { threadId: first.threadId, replyToMessageId: first.id }
      : {}),
  };
}

function draftOf(seeded: SeedMessage, contact: Contact, id: string, now: number): Draft {
  const at = now - seeded.minutesAgo * MINUTE;
  const { call } = seeded;
  const provider = seeded.provider === 'own' ? PROVIDERS.ownSms : PROVIDERS.otherSms;
  const manual = seeded.direction === 'outbound' && seeded.source === 'app';
  return {
    id,
    direction: seeded.direction,
    status: call
      ? call.status === 'voicemail'
        ? 'voicemail'
        : 'completed'
      : (seeded.status ?? 'delivered'),
    body: seeded.text,
    attachments: seeded.attachments ?? [],
    dateAdded: at,
    dateUpdated: at,
    ...(seeded.source === undefined ? {} : { source: seeded.source }),
    ...(seeded.email?.metaIsNested === true ? { emailMetaIsNested: true } : {}),
    ...(manual ? { userId: userId('dana') } : {}),
    ...(seeded.messageType
      ? {
          messageType: seeded.messageType,
          source: 'app',
          from: HARBOUR_PHONE,
          to: contact.phone ?? '',
          activity: {
            title: seeded.text,
            type: seeded.messageType.replace('TYPE_ACTIVITY_', '').toLowerCase(),
            data: { contactId: contact.id },
          },
        }
      : {}),
    ...(seeded.provider ? { conversationProviderId: provider } : {}),
    ...(seeded.dueInMinutes === undefined
      ? {}
      : { scheduledAt: now + seeded.dueInMinutes * MINUTE }),
    ...(call ? { call: { duration: call.duration, status: call.status } } : {}),
    ...(call?.recording === undefined ? {} : { recordingSeconds: call.recording }),
    ...(call?.transcript ? { transcript: sentences(call.transcript) } : {}),
  };
}

export const conversationId = (contact: string): string => seededId(`conversation:${contact}`);

function addThread(
  store: Store,
  now: number,
  contact: Contact,
  thread: Omit<SeedThread, 'contact'>,
): void {
  const started = now - Math.max(...thread.messages.map(({ minutesAgo }) => minutesAgo)) * MINUTE;
  const conversation: Conversation = newConversation(
    { id: conversationId(contact.id), locationId: contact.locationId, contactId: contact.id },
    started,
  );
  store.addConversation(conversation);
  contact.dateAdded = Math.min(contact.dateAdded, started - MINUTE);
  contact.dateUpdated = contact.dateAdded;
  contact.createdBy = { ...contact.createdBy, timestamp: contact.dateAdded };
  let first: Email | undefined;
  thread.messages.forEach((seeded, index) => {
    const id = seededId(`message:${contact.id}:${String(index)}`);
    const email = emailOf(store, seeded, contact, first);
    const stored = storeMessage(
      store,
      now,
      conversation,
      seeded.channel ?? thread.channel,
      draftOf(seeded, contact, id, now),
      email && { ...email, id: seededId(`email:${id}`) },
    );
    first ??= stored.email;
  });
  conversation.unreadCount = thread.unread;
  conversation.starred = thread.starred ?? false;
}

/** Conversations on every channel, and short ones for half of the other contacts. */
export function seedConversations(store: Store, now: number): void {
  const told = new Set(THREADS.map(({ contact }) => contact));
  for (const { contact: index, ...thread } of THREADS) {
    const contact = store.contacts.get(contactId(index));
    if (contact) addThread(store, now, contact, thread);
  }
  const others = store.contacts.filter(({ locationId }) => locationId === HARBOUR);
  others.forEach((contact, index) => {
    if (told.has(index) || index % 2 !== 0 || contact.phone === undefined) return;
    const [question, answer] = SMALL_TALK[(index / 2) % SMALL_TALK.length] ?? ['', ''];
    const asked = index * 200 + 15;
    addThread(store, now, contact, {
      channel: 'SMS',
      unread: index % 3 === 0 ? 1 : 0,
      messages: [
        { minutesAgo: asked, direction: 'inbound', text: question },
        ...(index % 3 === 0
          ? []
          : [
              {
                minutesAgo: asked - 10,
                direction: 'outbound',
                text: answer,
                source: 'app',
              } as const,
            ]),
      ],
    });
  });
  store.contacts
    .filter(({ locationId }) => locationId === NORTHSIDE_ID)
    .slice(0, 3)
    .forEach((contact, index) => {
      addThread(store, now, contact, {
        channel: 'SMS',
        unread: 1,
        messages: [
          {
            minutesAgo: 100 + index * 50,
            direction: 'inbound',
            text: 'Is the gym open on Sunday?',
          },
        ],
      });
    });
}
