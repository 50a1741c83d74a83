import type { Bundle, ZObject } from 'zapier-platform-core';

import { linkIdIn, recordLink, relatedRecord, removedLink } from '../../resources/object_record.ts';
import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { contactPointer } from '../contacts/dehydrate.ts';
import { contactNamed, reachIn } from '../contacts/find_named.ts';
import { send } from '../http/client.ts';
import { throwFailure } from '../http/failures.ts';
import { path } from '../http/path.ts';
import { GONE } from '../records/details.ts';
import { idIn } from '../inputs/ids.ts';
import { missing } from '../inputs/refusal.ts';
import { PAGE_SIZE } from '../operations/choices.ts';
import { gather } from '../operations/pages.ts';
import {
  associationById,
  associationsOf,
  kindNames,
  nameOf,
  type Association,
} from './associations.ts';
import { endOf, endsOf, type Ends } from './ends.ts';
import * as hydrators from './hydrators.ts';

/** Two records and how they belong together, as steps name them. */
export interface LinkInput {
  associationId: string;
  firstRecord: string;
  secondRecord: string;
}

async function readLink(z: ZObject, bundle: Bundle, input: LinkInput) {
  const association = await associationById(z, bundle, input.associationId);
  const ends = await endsOf(z, bundle, association, [
    { typed: input.firstRecord, label: 'First Record' },
    { typed: input.secondRecord, label: 'Second Record' },
  ]);
  return { association, ends };
}

/** Links two records. Those that are linked already stay so. */
export async function linkRecords(z: ZObject, bundle: Bundle, input: LinkInput) {
  const { association, ends } = await readLink(z, bundle, input);
  const kindOf = await kindNames(z, bundle);
  const response = await send(z, {
    method: 'POST',
    url: '/associations/relations',
    body: { locationId: locationOf(bundle), associationId: association.id, ...ends },
    expected: [400],
    // HighLevel refuses a second link of the same two.
    repeatable: true,
  });
  const existing =
    response.status === 400 && isDuplicate(response.data)
      ? await linkBetween(z, bundle, association, ends)
      : undefined;
  if (response.status >= 400 && existing === undefined) throwFailure(response, bundle);
  return recordLink.parse({
    id: linkIdIn(existing ?? toRecord(response.data)),
    ...ends,
    associationId: association.id,
    associationName: nameOf(association),
    firstObjectName: kindOf(association.first.objectKey),
    secondObjectName: kindOf(association.second.objectKey),
    alreadyLinked: existing !== undefined,
    locationId: locationOf(bundle),
  });
}

/** `duplicate relation…` (highlevel-api-docs #73). */
function isDuplicate(data: unknown): boolean {
  return /duplicate relation/i.test(JSON.stringify(toRecord(data)['message'] ?? ''));
}

/** Ends the link of two records, which both stay. Those that are not linked stay so. */
export async function unlinkRecords(z: ZObject, bundle: Bundle, input: LinkInput) {
  const { association, ends } = await readLink(z, bundle, input);
  const link = await linkBetween(z, bundle, association, ends);
  const linkId = link && toText(linkIdIn(link));
  if (linkId) {
    await send(z, {
      method: 'DELETE',
      url: path`/associations/relations/${linkId}`,
      params: { locationId: locationOf(bundle) },
      mayBeEmpty: true,
    });
  }
  return removedLink.parse({
    id: ends.firstRecordId,
    secondRecordId: ends.secondRecordId,
    wasLinked: Boolean(linkId),
    linkId,
    associationId: association.id,
    associationName: nameOf(association),
    locationId: locationOf(bundle),
  });
}

/** So many of a record's links are looked through for one: 1,000. */
const LIMITS = { mostPages: 10, pageMs: 3_000 };

async function linkBetween(
  z: ZObject,
  bundle: Bundle,
  association: Association,
  { firstRecordId, secondRecordId }: Ends,
): Promise<RawRecord | undefined> {
  const isIt = (link: RawRecord) =>
    link['firstRecordId'] === firstRecordId && link['secondRecordId'] === secondRecordId;
  const { entries } = await gather(
    bundle,
    FIRST_LINKS,
    (token) => linksOf(z, bundle, firstRecordId, association.id, token),
    ({ links }) => links.filter(isIt),
    { ...LIMITS, most: 0 },
  );
  return entries[0];
}

const FIRST_LINKS = '0';

/** A page of what a record is linked to; none where the record is gone. */
export async function linksOf(
  z: ZObject,
  bundle: Bundle,
  recordId: string,
  associationId: string | undefined,
  token = FIRST_LINKS,
  limit = PAGE_SIZE,
): Promise<{ links: RawRecord[]; next: string | null }> {
  const skip = Number(token);
  const { status, data } = await send(z, {
    url: path`/associations/relations/${recordId}`,
    params: { locationId: locationOf(bundle), skip, limit, associationIds: associationId },
    expected: GONE,
  });
  const rows = status < 400 ? toList(toRecord(data)['relations']).filter(isRecord) : [];
  return {
    // Where HighLevel overlooks the filter.
    links: rows.filter(
      (row) => associationId === undefined || row['associationId'] === associationId,
    ),
    next: rows.length < limit ? null : String(skip + limit),
  };
}

/** What a step says of the record whose links it looks for. */
export interface RelatedInput {
  record: string;
  associationId?: string;
}

/** What a record is linked to, by one association or by all. */
export async function relatedRecords(
  z: ZObject,
  bundle: Bundle,
  { record, associationId }: RelatedInput,
  token?: string,
) {
  const associations = await associationsOf(z, bundle);
  const association = associations.find(({ id }) => id === associationId);
  const recordId = await subjectOf(z, bundle, record, association);
  const [kindOf, page] = await Promise.all([
    kindNames(z, bundle),
    linksOf(z, bundle, recordId, associationId, token),
  ]);
  const results = page.links.map((link) => {
    const own = associations.find(({ id }) => id === link['associationId']);
    return asRelated(z, bundle, { link, recordId, association: own, kindOf });
  });
  return { results, next: page.next };
}

/** An ID needs nothing else, and what reaches a person is of a contact. */
async function subjectOf(
  z: ZObject,
  bundle: Bundle,
  typed: string,
  association: Association | undefined,
): Promise<string> {
  const label = 'Record';
  const id = idIn(typed, label);
  if (id !== undefined) return id;
  if (association) return endOf(z, bundle, association, { typed, label });
  if (reachIn(typed, label) === undefined) throw missing('Association');
  return contactNamed(z, bundle, typed, label);
}

function asRelated(
  z: ZObject,
  bundle: Bundle,
  {
    link,
    recordId,
    association,
    kindOf,
  }: {
    link: RawRecord;
    recordId: string;
    association: Association | undefined;
    kindOf: (objectKey: string) => string;
  },
) {
  const side = link['firstRecordId'] === recordId ? 'second' : 'first';
  const relatedId = toText(link[`${side}RecordId`]);
  const objectKey = toText(link[`${side}ObjectKey`]) ?? association?.[side].objectKey ?? '';
  return relatedRecord.parse({
    id: linkIdIn(link),
    recordId,
    relatedRecordId: relatedId,
    relatedObjectKey: objectKey,
    relatedObject: kindOf(objectKey),
    role: association?.[side].label,
    associationId: link['associationId'],
    associationName: association && nameOf(association),
    contact: objectKey === 'contact' ? contactPointer(z, relatedId) : null,
    record: isCustom(objectKey)
      ? z.dehydrate(hydrators.objectRecord, { objectKey, recordId: relatedId ?? '' })
      : null,
    locationId: locationOf(bundle),
  });
}

/** Whether an object's records are read as such. Contacts and opportunities have calls of their own. */
export function isCustom(objectKey: string): boolean {
  return objectKey.startsWith('custom_object') || objectKey === 'business';
}
