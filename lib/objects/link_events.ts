import { defineInputFields, type Bundle, type ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import type { linkItem } from '../../resources/object_record.ts';
import { toText, type RawRecord } from '../../resources/values.ts';
import { contactPointer } from '../contacts/dehydrate.ts';
import { associationsOf, type Association } from './associations.ts';
import { associationField } from './fields.ts';
import * as hydrators from './hydrators.ts';
import { isCustom, linksOf } from './links.ts';
import { searchRecords } from './records.ts';

/** What the events of links may be asked for. */
export const linkFilters = defineInputFields([
  {
    ...associationField,
    helpText:
      'Only links by this association, such as `Registration – Guest`. Leave blank for any.',
  },
]);

interface LinkFilters {
  associationId?: string;
}

/** Whether a person asked for a link. */
export function isAskedFor(
  entry: RecordOf<typeof linkItem>,
  { associationId }: LinkFilters,
): boolean {
  return associationId === undefined || associationId === entry.associationId;
}

/** A link with pointers to its contact, and to what its two records are called. */
export function withNames(z: ZObject, entry: RecordOf<typeof linkItem>) {
  const { associationId, firstObjectKey, firstRecordId, secondObjectKey, secondRecordId } = entry;
  return {
    ...entry,
    details: z.dehydrate(hydrators.link, {
      associationId,
      firstObjectKey,
      firstRecordId,
      secondObjectKey,
      secondRecordId,
    }),
    contact: contactPointer(z, entry.contactId),
  };
}

/** Of so many records the links are looked at, until there are examples enough. */
const RECORDS = 5;
const ENOUGH = 3;

/**
 * Links for a test in the editor. HighLevel lists them by record only: those of the records that were
 * changed last, of a custom object at one end of the association.
 */
export async function someLinks(z: ZObject, bundle: Bundle<LinkFilters & Record<string, unknown>>) {
  const { associationId } = bundle.inputData;
  const association = (await associationsOf(z, bundle)).find(
    (one) =>
      customEnd(one) !== undefined && (associationId === undefined || one.id === associationId),
  );
  const objectKey = association && customEnd(association);
  if (!association || objectKey === undefined) return [];
  const sort = { field: 'updatedAt', direction: 'desc' } as const;
  const { rows } = await searchRecords(z, bundle, objectKey, { sort }, undefined, RECORDS);
  const found: RawRecord[] = [];
  for (const { id } of rows) {
    if (found.length >= ENOUGH) break;
    const { links } = await linksOf(z, bundle, toText(id) ?? '', association.id);
    found.push(...links);
  }
  return found.map((link) => ({
    firstObjectKey: association.first.objectKey,
    secondObjectKey: association.second.objectKey,
    ...link,
  }));
}

function customEnd({ first, second }: Association): string | undefined {
  return [first.objectKey, second.objectKey].find(isCustom);
}
