import * as z from 'zod';

import { contactSummary } from './contact.ts';
import { defineResource } from './define.ts';
import {
  dateTime,
  id,
  integer,
  lead,
  lines,
  nested,
  text,
  texts,
  valuesById,
  yesNo,
} from './fields.ts';
import { toRecord, toTexts, type RawRecord } from './values.ts';

const ID_EXAMPLE = '67b2c4d8e1f30a5b7c9d2e41';
const KEY_EXAMPLE = 'custom_objects.registration';
const CONTACT_EXAMPLE = 'hT7gK2mWq9ZbR4xVnL0s';
const LOCATION_EXAMPLE = 'Lc4tNs8PqWe2ZxRy6UvB';
const VALUES_EXAMPLE = 'Event: Spring Conference\nTicket: Student\nPrice: 49.5';

/**
 * A record of a custom object: wrapped in `record` when it is read or written, bare in searches, where
 * its dates have other names. lib/objects/records.ts puts in what the object's schema says of it.
 */
export const objectRecord = defineResource(
  'custom object record',
  () => z.object({ id: id('Record ID', ID_EXAMPLE), ...words(), ...ids() }),
  readRecord,
);

/** The same of a record that an event names; one that is gone has none of these. */
export const objectRecordDetails = defineResource(
  'custom object record details',
  () => z.object(words()),
  readRecord,
);

/** A record as triggers return it: with its typed values, fetched when they are used. */
export const objectRecordItem = defineResource(
  'custom object record item',
  () =>
    z.object({
      id: id('Record ID', ID_EXAMPLE),
      record: nested('Record', objectRecordDetails.shape()),
      ...ofEvent(),
      ...ids(),
    }),
  readEvent,
);

/** What an event says of a record that was deleted: every value as text. */
export const deletedObjectRecord = defineResource(
  'deleted custom object record',
  () =>
    z.object({
      id: id('Record ID', ID_EXAMPLE),
      ...ofEvent(),
      fields: valuesById('Fields'),
      ...ids(),
    }),
  readEvent,
);

/** Many records at once: as one text to read, and as line items. */
export const objectRecordList = defineResource('custom object record list', () =>
  z.object({
    id: id('Sub-Account ID', LOCATION_EXAMPLE),
    summary: text('Summary', 'Spring Conference: Ticket: Student, Price: 49.5'),
    count: integer('Number of Records', 1),
    total: integer('Total Matches', 1),
    hasMore: yesNo('Has More', false),
    objectName: text('Custom Object', 'Registration'),
    records: lines('Record', {
      id: text('ID', ID_EXAMPLE),
      name: text('Name', 'Spring Conference'),
      valuesText: text('Values as Text', VALUES_EXAMPLE),
      ownerName: text('Owner', 'Sam Agent'),
      createdAt: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
      updatedAt: dateTime('Updated At', '2026-11-21T15:40:00.000Z'),
      ownerId: text('Owner ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    }),
  }),
);

/** Two records that are linked. */
export const recordLink = defineResource('link of records', () =>
  z.object({
    id: id('Link ID', LINK_EXAMPLE),
    ...ends(),
    alreadyLinked: yesNo('Already Linked', false),
  }),
);

/** Two records that a step unlinked. */
export const removedLink = defineResource('removed link', () =>
  z.object({
    id: id('First Record ID', ID_EXAMPLE),
    wasLinked: yesNo('Was Linked', true),
    linkId: text('Link ID', LINK_EXAMPLE),
    secondRecordId: text('Second Record ID', CONTACT_EXAMPLE),
    ...association(),
    locationId: text('Sub-Account ID', LOCATION_EXAMPLE),
  }),
);

/** What an event of a link leaves out: what its association and its two records are called. */
export const linkDetails = defineResource('link details', () =>
  z.object({
    associationName: text('Association', 'Registration – Guest'),
    firstObjectName: text('First Object', 'Registration'),
    firstRecordName: text('First Record', 'Spring Conference'),
    secondObjectName: text('Second Object', 'Contact'),
    secondRecordName: text('Second Record', 'Anna Example'),
  }),
);

/** A link as triggers return it: with its contact, where one of its records is one. */
export const linkItem = defineResource(
  'link item',
  () =>
    z.object({
      id: id('Link ID', LINK_EXAMPLE),
      details: nested('Link', linkDetails.shape()),
      contact: nested('Contact', contactSummary.shape()),
      firstRecordId: text('First Record ID', ID_EXAMPLE),
      firstObjectKey: text('First Object Key', KEY_EXAMPLE),
      secondRecordId: text('Second Record ID', CONTACT_EXAMPLE),
      secondObjectKey: text('Second Object Key', 'contact'),
      contactId: text('Contact ID', CONTACT_EXAMPLE),
      associationId: text('Association ID', ASSOCIATION_EXAMPLE),
      locationId: text('Sub-Account ID', LOCATION_EXAMPLE),
    }),
  (raw) => ({
    ...raw,
    id: linkIdIn(raw),
    contactId: ['first', 'second']
      .filter((end) => raw[`${end}ObjectKey`] === 'contact')
      .map((end) => raw[`${end}RecordId`])[0],
  }),
);

/** A record that another one is linked to. */
export const relatedRecord = defineResource('related record', () =>
  z.object({
    id: id('Link ID', LINK_EXAMPLE),
    relatedObject: lead(text('Kind of Record', 'Contact')),
    role: text('Label in Association', 'Guest'),
    record: nested('Record', objectRecordDetails.shape()),
    contact: nested('Contact', contactSummary.shape()),
    associationName: text('Association', 'Registration – Guest'),
    relatedRecordId: text('Related Record ID', CONTACT_EXAMPLE),
    recordId: text('Record ID', ID_EXAMPLE),
    associationId: text('Association ID', ASSOCIATION_EXAMPLE),
    relatedObjectKey: text('Kind of Record Key', 'contact'),
    locationId: text('Sub-Account ID', LOCATION_EXAMPLE),
  }),
);

const LINK_EXAMPLE = '67b2c5a1e1f30a5b7c9d2f10';
const ASSOCIATION_EXAMPLE = '669e5795add2094075906c65';

/** The ID of a link: projects that use this API read it under three names. */
export function linkIdIn(raw: RawRecord): unknown {
  return raw['id'] ?? raw['_id'] ?? raw['relationId'];
}

function words() {
  return {
    name: lead(text('Name', 'Spring Conference')),
    objectName: lead(text('Custom Object', 'Registration')),
    fields: valuesById('Fields'),
    valuesText: text('Values as Text', VALUES_EXAMPLE),
    ownerName: lead(text('Owner', 'Sam Agent')),
    createdAt: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
    updatedAt: dateTime('Updated At', '2026-11-21T15:40:00.000Z'),
  };
}

function ids() {
  return {
    objectKey: text('Custom Object Key', KEY_EXAMPLE),
    ownerId: text('Owner ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    followers: texts('Follower IDs', ['uS3rPq8LmN2vXc7ZtYwE']),
    locationId: text('Sub-Account ID', LOCATION_EXAMPLE),
  };
}

function ofEvent() {
  return {
    valuesText: lead(text('Values as Text', VALUES_EXAMPLE)),
    occurredAt: dateTime('Happened At', '2026-11-21T15:40:00.000Z'),
  };
}

function association() {
  return {
    associationName: text('Association', 'Registration – Guest'),
    associationId: text('Association ID', ASSOCIATION_EXAMPLE),
  };
}

function ends() {
  return {
    ...association(),
    firstObjectName: text('First Object', 'Registration'),
    firstRecordId: text('First Record ID', ID_EXAMPLE),
    secondObjectName: text('Second Object', 'Contact'),
    secondRecordId: text('Second Record ID', CONTACT_EXAMPLE),
    locationId: text('Sub-Account ID', LOCATION_EXAMPLE),
  };
}

function readRecord(raw: RawRecord): RawRecord {
  const [ownerId] = toTexts(raw['owner'] ?? raw['owners']);
  return {
    ...raw,
    ownerId,
    createdAt: raw['createdAt'] ?? raw['dateAdded'],
    updatedAt: raw['updatedAt'] ?? raw['dateUpdated'],
  };
}

/** An event has its values as `properties: [{key, valueString}]`; a record of a list as an object. */
function readEvent(raw: RawRecord): RawRecord {
  const fields = Object.fromEntries(
    Object.entries(propertiesIn(raw['properties'])).map(([key, value]) => [
      key.replaceAll('.', '__'),
      plainText(value),
    ]),
  );
  return {
    ...readRecord(raw),
    fields: raw['fields'] ?? fields,
    valuesText:
      raw['valuesText'] ??
      Object.entries(fields)
        .map(([key, value]) => `${key}: ${value}`)
        .join('\n'),
    occurredAt: raw['timestamp'] ?? raw['updatedAt'] ?? raw['createdAt'],
  };
}

/** The values of a record by their properties, in either of HighLevel's shapes. */
export function propertiesIn(properties: unknown): RawRecord {
  if (!Array.isArray(properties)) return toRecord(properties);
  return Object.fromEntries(
    properties
      .map(toRecord)
      .flatMap(({ key, valueString }) => (typeof key === 'string' ? [[key, valueString]] : [])),
  );
}

/** A value as a person reads it: an event has lists, money and files as JSON. */
function plainText(value: unknown): string {
  return textsOf(typeof value === 'string' ? parsed(value) : value).join(', ');
}

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  const { value: amount, url } = toRecord(value);
  return toTexts(amount ?? url ?? (typeof value === 'boolean' ? String(value) : value));
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
