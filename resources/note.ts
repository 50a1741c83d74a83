import * as z from 'zod';

import { contactSummary } from './contact.ts';
import { defineResource } from './define.ts';
import { dateTime, id, lead, nested, text, yesNo } from './fields.ts';
import { plainText } from './html.ts';
import { CONTACT_LINK_EXAMPLE, contactLink } from './links.ts';
import { isRecord, toText, type RawRecord } from './values.ts';

/**
 * A note on a contact, wrapped in `note` by get and create, bare in lists and webhooks. Webhooks
 * carry id, text, contact and date; title, color and author come from the REST API only.
 */
export const note = defineResource(
  'note',
  () =>
    z.object({
      ...words(),
      contactLink: text('Contact Link', CONTACT_LINK_EXAMPLE),
      ...details(),
      ...ids(),
    }),
  readNote,
);

/** What a note's webhook leaves out; a note that was deleted has none of these. */
export const noteDetails = defineResource('note details', () => z.object(details()), readNote);

/** A note as triggers give it: with its contact and what the webhook left out, fetched when used. */
export const noteItem = defineResource(
  'new note',
  () =>
    z.object({
      ...words(),
      contact: nested('Contact', contactSummary.shape()),
      details: nested('Note', noteDetails.shape()),
      ...ids(),
    }),
  readNote,
);

/** What is left to say of a note that was deleted: with its contact, fetched when used. */
export const deletedNote = defineResource(
  'deleted note',
  () => z.object({ ...words(), contact: nested('Contact', contactSummary.shape()), ...ids() }),
  readNote,
);

function words() {
  return {
    id: id('Note ID', 'nTe4Qw7ErT2yUi9OpAsD'),
    bodyText: lead(text('Text', 'Prefers to be called after five.')),
    dateAdded: lead(dateTime('Created At', '2026-11-20T10:02:00.000Z')),
    body: text('HTML', '<p>Prefers to be called after five.</p>'),
  };
}

function ids() {
  return {
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

function details() {
  return {
    title: lead(text('Title', 'First call')),
    color: text('Color', '#FFAA00'),
    pinned: yesNo('Is Pinned', false),
    userId: text('User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
  };
}

function readNote(raw: RawRecord): RawRecord {
  const inner = isRecord(raw['note']) ? { ...raw, ...raw['note'] } : raw;
  const body = toText(inner['body']);
  return {
    ...inner,
    bodyText: body === null ? null : plainText(body),
    contactLink: contactLink(inner['locationId'], inner['contactId']),
  };
}
