import type { Bundle, ZObject } from 'zapier-platform-core';

import { toText } from '../../resources/values.ts';
import { companies } from '../companies/companies.ts';
import { contactById } from '../contacts/contacts.ts';
import { contactNamed, reachIn } from '../contacts/find_named.ts';
import { rawOpportunity } from '../opportunities/opportunities.ts';
import { companyField } from '../companies/fields.ts';
import { quoted } from '../inputs/characters.ts';
import { finderOf, type RecordFinder } from '../inputs/finders.ts';
import { idIn } from '../inputs/ids.ts';
import { NoSuchRecordError } from '../inputs/refusal.ts';
import { onlyOne } from '../operations/choices.ts';
import { opportunityField } from '../opportunities/fields.ts';
import { kindNames, nameOf, type Association } from './associations.ts';
import { recordsNamed } from './named.ts';
import { nameIn, rawRecord } from './records.ts';
import { schemaOf } from './schema.ts';

/** What a step says of a record that is to be linked, and the label of the field. */
export interface TypedEnd {
  typed: string;
  label: string;
}

/** The IDs of two records, in the order of their association. */
export interface Ends {
  firstRecordId: string;
  secondRecordId: string;
}

/**
 * Finds the two records that a step names, and puts them in the association's order. Where both ends
 * are of one kind, the order that a person gave counts.
 *
 * @throws errors.Error where one of them is no record of either kind
 */
export async function endsOf(
  z: ZObject,
  bundle: Bundle,
  association: Association,
  [one, other]: readonly [TypedEnd, TypedEnd],
): Promise<Ends> {
  const [first, second] = [association.first.objectKey, association.second.objectKey];
  const firstRecordId = await recordOf(z, bundle, first, one);
  if (firstRecordId !== undefined) {
    const secondRecordId = await recordOf(z, bundle, second, other);
    if (secondRecordId !== undefined) return { firstRecordId, secondRecordId };
    throw await noRecord(z, bundle, association, [second], other);
  }
  const swapped = first === second ? undefined : await recordOf(z, bundle, second, one);
  if (swapped === undefined) throw await noRecord(z, bundle, association, [first, second], one);
  const otherId = await recordOf(z, bundle, first, other);
  if (otherId !== undefined) return { firstRecordId: otherId, secondRecordId: swapped };
  throw await noRecord(z, bundle, association, [first], other);
}

/**
 * The record that a step names, which may be of either kind of an association.
 *
 * @throws errors.Error where it is of neither
 */
export async function endOf(
  z: ZObject,
  bundle: Bundle,
  association: Association,
  end: TypedEnd,
): Promise<string> {
  const kinds = [...new Set([association.first.objectKey, association.second.objectKey])];
  for (const kind of kinds) {
    const found = await recordOf(z, bundle, kind, end);
    if (found !== undefined) return found;
  }
  throw await noRecord(z, bundle, association, kinds, end);
}

async function noRecord(
  z: ZObject,
  bundle: Bundle,
  association: Association,
  objectKeys: readonly string[],
  { typed, label }: TypedEnd,
): Promise<Error> {
  const kindOf = await kindNames(z, bundle);
  const kinds = [...new Set(objectKeys)].map(kindOf).join(' or ');
  return new NoSuchRecordError(
    `"${label}" cannot be ${quoted(typed)}: no ${kinds} is found by that, and the association ${nameOf(association)} needs one there.`,
    'Map its ID. A contact is also found by email address or phone number; an opportunity, a company or a record by its exact name.',
  );
}

/** The ID of the record of a kind that a text names; undefined where there is none. */
async function recordOf(
  z: ZObject,
  bundle: Bundle,
  objectKey: string,
  { typed, label }: TypedEnd,
): Promise<string | undefined> {
  const { read, find } = KINDS[objectKey] ?? ofCustomObject(objectKey);
  const id = idIn(typed, label);
  if (id !== undefined) return (await read(z, bundle, id)) ? id : undefined;
  try {
    return await find(z, bundle, typed, label);
  } catch (error) {
    if (error instanceof NoSuchRecordError) return undefined;
    throw error;
  }
}

/** What a record of any kind is called; null where it is gone. */
export async function recordName(
  z: ZObject,
  bundle: Bundle,
  { objectKey, recordId }: { objectKey: string; recordId: string },
): Promise<string | null> {
  if (objectKey === '' || recordId === '') return null;
  const { read } = KINDS[objectKey] ?? ofCustomObject(objectKey);
  const found = await read(z, bundle, recordId);
  return found ? await found.name() : null;
}

/** A record that is there; what it is called may take another request. */
interface Found {
  name: () => string | null | Promise<string | null>;
}

interface Kind {
  /** The record with an ID; undefined where there is none. */
  read: (z: ZObject, bundle: Bundle, id: string) => Promise<Found | undefined>;
  /** The record by what a person has in hand; undefined for what cannot name one of this kind. */
  find: (...parts: Parameters<RecordFinder>) => Promise<string | undefined>;
}

/** The kinds of records that have calls of their own. */
const KINDS: Readonly<Record<string, Kind>> = {
  contact: {
    read: async (z, _bundle, id) => named(await contactById(z, id)),
    // What reaches nobody may be the name of the record at the other end.
    find: async (z, bundle, typed, label) =>
      reachIn(typed, label) && contactNamed(z, bundle, typed, label),
  },
  opportunity: {
    read: async (z, _bundle, id) => {
      const raw = await rawOpportunity(z, id);
      return raw && { name: () => toText(raw['name']) };
    },
    find: finderIn(opportunityField),
  },
  business: {
    read: async (z, bundle, id) => named(await companies.get(z, bundle, id)),
    find: finderIn(companyField),
  },
};

function named(found: { name: string | null } | undefined): Found | undefined {
  return found && { name: () => found.name };
}

function finderIn(field: Parameters<typeof finderOf>[0]): RecordFinder {
  const finder = finderOf(field);
  if (!finder) throw new TypeError(`The field "${field.key}" finds no record by its name.`);
  return finder;
}

function ofCustomObject(objectKey: string): Kind {
  return {
    read: async (z, bundle, id) => {
      const raw = await rawRecord(z, bundle, objectKey, id);
      return raw && { name: async () => nameIn(await schemaOf(z, bundle, objectKey), raw) };
    },
    find: async (z, bundle, typed, label) => {
      const schema = await schemaOf(z, bundle, objectKey);
      const found = await recordsNamed(z, bundle, schema, typed);
      const choices = found.map((raw) => ({
        id: toText(raw['id']) ?? '',
        name: nameIn(schema, raw) ?? '',
      }));
      return onlyOne(choices, { what: schema.singular, typed, label });
    },
  };
}
