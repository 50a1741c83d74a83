import * as z from 'zod';

import { contactSummary } from './contact.ts';
import { defineResource } from './define.ts';
import { dateTime, id, nested, text, yesNo } from './fields.ts';
import { plainText } from './html.ts';
import { contactLink } from './links.ts';
import { isRecord, toText, type RawRecord } from './values.ts';

const LINK_EXAMPLE =
  'https://app.leadconnectorhq.com/v2/location/Lc4tNs8PqWe2ZxRy6UvB/contacts/detail/hT7gK2mWq9ZbR4xVnL0s';

/**
 * A note on a contact, wrapped in `note` by get and create, bare in lists and webhooks. Webhooks
 * carry id, text, contact and date; title, color and author come from the REST API only.
 */
export const note = defineResource(
  'note',
  () => z.object({ ...announced(), contactLink: text('Contact Link', LINK_EXAMPLE), ...details() }),
  readNote,
);

/** What a note's webhook leaves out; a note that was deleted has none of these. */
export const noteDetails = defineResource('note details', () => z.object(details()), readNote);

/** A note as the trigger gives it: with its contact and what the webhook left out, fetched when used. */
export const noteItem = defineResource(
  'new note',
  () =>
    z.object({
      ...announced(),
      details: nested('Note', noteDetails.shape()),
      contact: nested('Contact', contactSummary.shape()),
    }),
  readNote,
);

function announced() {
  return {
    id: id('Note ID', 'nTe4Qw7ErT2yUi9OpAsD'),
    body: text('Text', '<p>Prefers to be called after five.</p>'),
    bodyText: text('Plain Text', 'Prefers to be called after five.'),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

function details() {
  return {
    title: text('Title', 'First call'),
    userId: text('User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    color: text('Color', '#FFAA00'),
    pinned: yesNo('Is Pinned', false),
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
