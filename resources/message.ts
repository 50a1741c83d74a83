import * as z from 'zod';

import { channelOf } from './channels.ts';
import { contactSummary } from './contact.ts';
import { defineResource } from './define.ts';
import { emailExtras } from './email.ts';
import {
  dateTime,
  file,
  id,
  integer,
  lead,
  nested,
  text,
  texts,
  textsOrPointer,
  yesNo,
} from './fields.ts';
import { plainText } from './html.ts';
import { conversationLink } from './links.ts';
import { isRecord, toList, toRecord, toText, toTexts, toUrls, type RawRecord } from './values.ts';

/**
 * A message on any channel: from the export and a conversation's list (`TYPE_` names, call and
 * email details in `meta`), wrapped in `message` when read alone, and flat with short names in
 * webhooks.
 */
export const message = defineResource(
  'message',
  () =>
    z.object({
      ...words(),
      ...ids(),
      attachments: texts('Attachment URLs', ['https://example.com/files/photo.jpg']),
    }),
  readMessage,
);

/** A message as triggers return it: with its contact, its email and its files, fetched when used. */
export const messageItem = defineResource(
  'message item',
  () =>
    z.object({
      ...words(),
      attachmentFiles: textsOrPointer(
        'Attachments',
        ['https://example.com/files/photo.jpg'],
        'file',
      ),
      recordingFile: file('Recording', null),
      transcriptFile: file('Transcript File', null),
      emailContent: nested('Email', emailExtras.shape()),
      contact: nested('Contact', contactSummary.shape()),
      ...ids(),
      attachments: textsOrPointer('Attachment URLs', ['https://example.com/files/photo.jpg']),
    }),
  // The pointers stand beside the keys that readMessage makes.
  (raw) => ({
    ...readMessage(raw),
    contact: raw['contact'],
    emailContent: raw['emailContent'],
    attachmentFiles: raw['attachmentFiles'],
    recordingFile: raw['recordingFile'],
    transcriptFile: raw['transcriptFile'],
  }),
);

/** What a message contains; one that was deleted has none of these. */
export const messageContent = defineResource(
  'message content',
  () =>
    z.object({
      body: text('Text', 'Is Thursday at ten still free?'),
      attachments: texts('Attachment URLs', ['https://example.com/files/photo.jpg']),
    }),
  readMessage,
);

/** What HighLevel answers when a message was accepted for sending. */
export const sentMessage = defineResource(
  'sent message',
  () =>
    z.object({
      id: id('Message ID', 'mSg6Tx4KpR9wQz2LvNcY'),
      channel: text('Channel', 'sms'),
      status: text('Status', 'pending'),
      scheduledFor: dateTime('Scheduled For', null),
      link: text(
        'Conversation Link',
        'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/conversations/conversations/cVn5Qe2aTzX8wLr4KpYb',
      ),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
      emailMessageId: text('Email ID', null),
    }),
  (raw) => ({
    ...raw,
    id: raw['messageId'] ?? toTexts(raw['messageIds'])[0] ?? raw['emailMessageId'],
    channel: channelOf(raw['channel']),
    link: conversationLink(raw['locationId'], raw['conversationId']),
  }),
);

/** A message after its delivery status was set. */
export const messageStatus = defineResource(
  'message status',
  () =>
    z.object({
      id: id('Message ID', 'mSg6Tx4KpR9wQz2LvNcY'),
      status: text('Status', 'delivered'),
      link: text(
        'Conversation Link',
        'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/conversations/conversations/cVn5Qe2aTzX8wLr4KpYb',
      ),
      conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
      emailMessageId: text('Email ID', null),
    }),
  (raw) => ({
    ...raw,
    id: raw['messageId'] ?? raw['id'],
    link: conversationLink(raw['locationId'], raw['conversationId']),
  }),
);

/** What people look for first in a message. The example is a text message. */
function words() {
  return {
    id: id('Message ID', 'mSg6Tx4KpR9wQz2LvNcY'),
    body: lead(text('Text', 'Is Thursday at ten still free?')),
    subject: lead(text('Subject', null)),
    channel: lead(text('Channel', 'sms')),
    direction: lead(text('Direction', 'inbound')),
    status: lead(text('Status', 'delivered')),
    from: lead(text('From', '+15550100123')),
    to: lead(text('To', '+15550100100')),
    dateAdded: lead(dateTime('Created At', '2026-11-20T10:02:00.000Z')),
    link: lead(
      text(
        'Conversation Link',
        'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/conversations/conversations/cVn5Qe2aTzX8wLr4KpYb',
      ),
    ),
    callDuration: integer('Call Duration in Seconds', null),
    callStatus: text('Call Status', null),
    source: text('Source', 'app'),
    isActivity: yesNo('Is Activity', false),
    dateUpdated: dateTime('Updated At', '2026-11-20T10:02:05.000Z'),
  };
}

function ids() {
  return {
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    conversationId: text('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
    userId: text('User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    emailMessageId: text('Email ID', null),
    threadId: text('Thread ID', null),
    threadEmailIds: texts('Thread Email IDs', []),
    conversationProviderId: text('Conversation Provider ID', null),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

/** A webhook's `type` is the event, where the REST API has a number there. */
const ANNOUNCED: Record<string, string> = {
  InboundMessage: 'inbound',
  OutboundMessage: 'outbound',
};

function readMessage(raw: RawRecord): RawRecord {
  const inner = isRecord(raw['message']) ? raw['message'] : raw;
  const meta = toRecord(inner['meta']);
  const call = toRecord(meta['call']);
  const emailIds = emailIdsIn(toRecord(meta['email']));
  const announced = ANNOUNCED[toText(inner['type']) ?? ''];
  const channel = channelOf(
    inner['messageType'] ??
      inner['messageTypeString'] ??
      inner['messageTypeId'] ??
      (announced ? null : inner['type']),
  );
  const said = toText(inner['direction'])?.toLowerCase();
  const isCall = channel === 'call' || channel === 'voicemail';
  const body = toText(inner['body']);
  return {
    ...inner,
    id: inner['id'] ?? inner['messageId'] ?? inner['emailMessageId'] ?? inner['webhookId'],
    channel,
    isActivity: channel === 'activity',
    // Webhooks contradict themselves: calls come under the wrong event, and other messages with a
    // direction copied from elsewhere.
    direction: announced && !isCall ? announced : (said ?? announced),
    status: toText(inner['status'])?.toLowerCase(),
    body: channel === 'email' ? emailText(body, announced !== undefined) : body,
    attachments: toUrls(inner['attachments']),
    from: inner['from'],
    to: toTexts(toList(inner['to'])).join(', '),
    link: conversationLink(inner['locationId'], inner['conversationId']),
    emailMessageId: inner['emailMessageId'] ?? emailIds.at(-1),
    threadEmailIds: emailIds.length > 0 ? emailIds : inner['emailMessageId'],
    callDuration: call['duration'] ?? inner['callDuration'] ?? meta['callDuration'],
    callStatus: call['status'] ?? inner['callStatus'] ?? meta['callStatus'],
  };
}

/** The IDs of a thread's emails, the oldest first; HighLevel nests them once or twice. */
function emailIdsIn(meta: RawRecord): string[] {
  const ids = toTexts(meta['messageIds']);
  return ids.length > 0 ? ids : toTexts(toRecord(meta['email'])['messageIds']);
}

/**
 * The text of an email. A webhook has its HTML; the row of a list stands for a thread, and its text
 * is often that of the email before.
 */
function emailText(body: string | null, isEvent: boolean): string | null {
  return isEvent && body !== null ? plainText(body) : null;
}

/**
 * The id of the message itself. The events of emails have none but the email's, and some of text
 * messages have none at all: the record then goes by another id.
 */
export function messageIdIn(event: RawRecord): string | null {
  return toText(event['messageId']);
}
