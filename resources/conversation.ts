import * as z from 'zod';

import { channelOf, channelsOf, conversationTypeOf } from './channels.ts';
import { defineResource } from './define.ts';
import { dateTime, id, integer, text, texts, yesNo } from './fields.ts';
import { conversationLink } from './links.ts';
import { isRecord, toList, toNumber, type RawRecord } from './values.ts';

/**
 * A conversation. Search sends it with epoch milliseconds and `TYPE_` names, get flat with numbers
 * for types, put and create wrapped in `conversation`, and the read-state webhook with few keys.
 */
export const conversation = defineResource('conversation', () => conversationSchema({}), read);

/** A conversation with the people in it by name, which HighLevel tells by their IDs only. */
export const conversationDetails = defineResource('conversation details', () =>
  conversationSchema({
    assignedUserName: text('Assigned User Name', 'Sam Agent'),
    assignedUserEmail: text('Assigned User Email', 'sam@example.com'),
  }),
);

/** A conversation as "create" answers it. */
export const createdConversation = defineResource(
  'created conversation',
  () => conversationSchema({}).extend({ alreadyExisted: yesNo('Already Existed', false) }),
  (raw) => ({ ...read(raw), alreadyExisted: raw['alreadyExisted'] }),
);

/** @param people fields that name who is assigned */
function conversationSchema<People extends z.ZodRawShape>(people: People) {
  return z.object({
    id: id('Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
    contactName: text('Contact Name', 'Anna Example'),
    email: text('Contact Email', 'anna@example.com'),
    phone: text('Contact Phone', '+15550100123'),
    lastMessageBody: text('Last Message Text', 'Is Thursday at ten still free?'),
    lastMessageChannel: text('Last Message Channel', 'sms'),
    lastMessageDirection: text('Last Message Direction', 'inbound'),
    lastMessageDate: dateTime('Last Message Date', '2026-11-20T10:02:00.000Z'),
    link: text(
      'Conversation Link',
      'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/conversations/conversations/cVn5Qe2aTzX8wLr4KpYb',
    ),
    isUnread: yesNo('Is Unread', true),
    unreadCount: integer('Unread Messages', 2),
    starred: yesNo('Is Starred', false),
    ...people,
    tags: texts('Contact Tags', ['customer']),
    channels: texts('Channels', ['sms', 'email']),
    type: text('Conversation Type', 'phone'),
    dateAdded: dateTime('Created At', '2026-11-18T09:15:00.000Z'),
    dateUpdated: dateTime('Updated At', '2026-11-20T10:02:00.000Z'),
    lastManualMessageDate: dateTime('Last Manual Message Date', '2026-11-19T16:40:00.000Z'),
    inbox: yesNo('Is in Inbox', true),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    assignedTo: text('Assigned User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    followers: texts('Follower IDs', ['uS3rPq8LmN2vXc7ZtYwE']),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  });
}

function read(raw: RawRecord): RawRecord {
  const inner = isRecord(raw['conversation']) ? raw['conversation'] : raw;
  const conversationId = inner['id'] ?? inner['conversationId'];
  const unreadCount = toNumber(inner['unreadCount']);
  return {
    ...inner,
    id: conversationId,
    contactName: inner['contactName'] ?? inner['fullName'],
    link: conversationLink(inner['locationId'], conversationId),
    isUnread: unreadCount === null ? null : unreadCount > 0,
    type: conversationTypeOf(inner['type']),
    channels: channelsOf(toList(inner['messageTypes'])),
    lastMessageChannel: channelOf(inner['lastMessageType']),
  };
}
