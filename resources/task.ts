import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, text, yesNo } from './fields.ts';
import { contactLink } from './links.ts';
import { isRecord, toRecord, toText, type RawRecord } from './values.ts';

/**
 * A task for a contact, wrapped in `task` by get and create, bare in webhooks; the search over the
 * sub-account names the id `_id` and the date `createdAt`, and adds the contact's name.
 */
export const task = defineResource(
  'task',
  () => z.object({ id: id('Task ID', 'tSk6Yu3IoP8aSd1FgHjK'), ...taskDetails() }),
  readTask,
);

/** What a record that names a task may hold of it; a task that was deleted has none of these. */
export const taskSummary = defineResource('task summary', () => z.object(taskDetails()), readTask);

function taskDetails() {
  return {
    title: text('Title', 'Send the offer'),
    body: text('Description', 'With the price for two rooms.'),
    dueDate: dateTime('Due Date', '2026-11-24T09:00:00.000Z'),
    completed: yesNo('Is Completed', false),
    assignedTo: text('Assigned User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    contactName: text('Contact Name', 'Anna Example'),
    contactLink: text(
      'Contact Link',
      'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/contacts/detail/hT7gK2mWq9ZbR4xVnL0s',
    ),
    dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

function readTask(raw: RawRecord): RawRecord {
  const inner = isRecord(raw['task']) ? { ...raw, ...raw['task'] } : raw;
  const contact = toRecord(inner['contactDetails']);
  const names = [toText(contact['firstName']), toText(contact['lastName'])].filter(Boolean);
  return {
    ...inner,
    id: inner['id'] ?? inner['_id'],
    contactName:
      toText(inner['contactName']) ?? toText(contact['fullName']) ?? (names.join(' ') || null),
    contactLink: contactLink(inner['locationId'], inner['contactId']),
    dateAdded: inner['dateAdded'] ?? inner['createdAt'],
  };
}
