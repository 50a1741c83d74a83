import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, integer, lines, text, yesNo } from './fields.ts';
import { CONTACT_LINK_EXAMPLE, contactLink } from './links.ts';

const CONVERSATION_LINK =
  'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/conversations/conversations/cVn5Qe2aTzX8wLr4KpYb';

/** Many contacts at once: as one text to read, and as line items. */
export const contactList = defineResource('contact list', () =>
  z.object({
    id: id('First Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    summary: text('Summary', 'Anna Example, anna@example.com, +15550100123'),
    count: integer('Number of Contacts', 1),
    hasMore: yesNo('Has More', false),
    contacts: lines('Contact', {
      id: text('ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      name: text('Name', 'Anna Example'),
      email: text('Email', 'anna@example.com'),
      phone: text('Phone', '+15550100123'),
      companyName: text('Company', 'Example Studio'),
      tags: text('Tags', 'customer, vip'),
      source: text('Source', 'website form'),
      city: text('City', 'Springfield'),
      assignedTo: text('Assigned User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
      dateAdded: dateTime('Created At', '2026-10-02T08:30:00.000Z'),
      dateUpdated: dateTime('Updated At', '2026-11-20T10:02:00.000Z'),
      link: text('Link', CONTACT_LINK_EXAMPLE),
    }),
  }),
);

/** Many conversations at once. */
export const conversationList = defineResource('conversation list', () =>
  z.object({
    id: id('First Conversation ID', 'cVn5Qe2aTzX8wLr4KpYb'),
    summary: text(
      'Summary',
      '2026-11-20 10:02 Anna Example (SMS, inbound, unread): Is Thursday at ten still free?',
    ),
    count: integer('Number of Conversations', 1),
    unreadCount: integer('Number of Unread Conversations', 1),
    hasMore: yesNo('Has More', false),
    conversations: lines('Conversation', {
      id: text('ID', 'cVn5Qe2aTzX8wLr4KpYb'),
      contactName: text('Contact Name', 'Anna Example'),
      email: text('Contact Email', 'anna@example.com'),
      phone: text('Contact Phone', '+15550100123'),
      lastMessageBody: text('Last Message Text', 'Is Thursday at ten still free?'),
      lastMessageChannel: text('Last Message Channel', 'sms'),
      lastMessageDirection: text('Last Message Direction', 'inbound'),
      lastMessageDate: dateTime('Last Message Date', '2026-11-20T10:02:00.000Z'),
      isUnread: yesNo('Is Unread', true),
      unreadCount: integer('Unread Messages', 2),
      starred: yesNo('Is Starred', false),
      assignedUserName: text('Assigned User Name', 'Sam Agent'),
      tags: text('Contact Tags', 'customer, vip'),
      link: text('Link', CONVERSATION_LINK),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      assignedTo: text('Assigned User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    }),
  }),
);

/** Many tasks at once. */
export const taskList = defineResource('task list', () =>
  z.object({
    id: id('First Task ID', 'tSk6Yu3IoP8aSd1FgHjK'),
    summary: text('Summary', 'Send the offer (Anna Example), due 2026-11-24 09:00'),
    count: integer('Number of Tasks', 1),
    hasMore: yesNo('Has More', false),
    tasks: lines('Task', {
      id: text('ID', 'tSk6Yu3IoP8aSd1FgHjK'),
      title: text('Title', 'Send the offer'),
      body: text('Description', 'With the price for two rooms.'),
      dueDate: dateTime('Due Date', '2026-11-24T09:00:00.000Z'),
      completed: yesNo('Is Completed', false),
      contactName: text('Contact Name', 'Anna Example'),
      contactLink: text('Contact Link', CONTACT_LINK_EXAMPLE),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      assignedTo: text('Assigned User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    }),
  }),
);

/** Many notes at once. */
export const noteList = defineResource(
  'note list',
  () =>
    z.object({
      id: id('First Note ID', 'nTe4Qw7ErT2yUi9OpAsD'),
      summary: text('Summary', '2026-11-20 10:02 First call: Prefers to be called after five.'),
      count: integer('Number of Notes', 1),
      notes: lines('Note', {
        id: text('ID', 'nTe4Qw7ErT2yUi9OpAsD'),
        title: text('Title', 'First call'),
        bodyText: text('Text', 'Prefers to be called after five.'),
        dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
        pinned: yesNo('Is Pinned', false),
        userId: text('User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
      }),
      contactLink: text('Contact Link', CONTACT_LINK_EXAMPLE),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    }),
  (raw) => ({ ...raw, contactLink: contactLink(raw['locationId'], raw['contactId']) }),
);
