import * as z from 'zod';

import { contactSummary } from './contact.ts';
import { defineResource } from './define.ts';
import { dateTime, id, lead, nested, text, yesNo } from './fields.ts';
import { CONTACT_LINK_EXAMPLE, contactLink } from './links.ts';
import { isRecord, toRecord, toText, type RawRecord } from './values.ts';

/**
 * A task for a contact, wrapped in `task` by get and create, bare in webhooks; the search over the
 * sub-account names the id `_id` and the date `createdAt`, and adds the contact's name.
 */
export const task = defineResource(
  'task',
  () =>
    z.object({
      ...words(),
      contactName: text('Contact Name', 'Anna Example'),
      contactLink: text('Contact Link', CONTACT_LINK_EXAMPLE),
      ...ids(),
    }),
  readTask,
);

/**
 * A task as triggers give it, with its contact, fetched when used. Text and contact may be pointers:
 * HighLevel leaves them out of some webhooks (highlevel-api-docs #332).
 */
export const taskItem = defineResource(
  'task item',
  () => z.object({ ...words(), contact: nested('Contact', contactSummary.shape()), ...ids() }),
  readTask,
);

/** What is left to say of a task that was deleted: with its contact, fetched when used. */
export const deletedTask = defineResource(
  'deleted task',
  () => {
    // HighLevel does not say whether it was done.
    const { completed: _completed, ...left } = words();
    return z.object({ ...left, contact: nested('Contact', contactSummary.shape()), ...ids() });
  },
  readTask,
);

function words() {
  return {
    id: id('Task ID', 'tSk6Yu3IoP8aSd1FgHjK'),
    title: lead(text('Title', 'Send the offer')),
    body: lead(text('Description', 'With the price for two rooms.')),
    dueDate: lead(dateTime('Due Date', '2026-11-24T09:00:00.000Z')),
    completed: lead(yesNo('Is Completed', false)),
    dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
  };
}

function ids() {
  return {
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    assignedTo: text('Assigned User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

/** A webhook's `type` is the event, which says whether the task is done. */
const COMPLETED: Record<string, boolean> = { TaskCreate: false, TaskComplete: true };

function readTask(raw: RawRecord): RawRecord {
  const inner = isRecord(raw['task']) ? { ...raw, ...raw['task'] } : raw;
  const contact = toRecord(inner['contactDetails']);
  const names = [toText(contact['firstName']), toText(contact['lastName'])].filter(Boolean);
  return {
    ...inner,
    id: inner['id'] ?? inner['_id'],
    completed: inner['completed'] ?? COMPLETED[toText(inner['type']) ?? ''],
    contactName:
      toText(inner['contactName']) ?? toText(contact['fullName']) ?? (names.join(' ') || null),
    contactLink: contactLink(inner['locationId'], inner['contactId']),
    dateAdded: inner['dateAdded'] ?? inner['createdAt'],
  };
}
