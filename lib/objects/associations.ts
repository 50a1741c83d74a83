import type { Bundle, ZObject } from 'zapier-platform-core';

import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { folded } from '../inputs/characters.ts';
import type { RecordFinder } from '../inputs/finders.ts';
import { notFound } from '../inputs/refusal.ts';
import { onlyOne, PAGE_SIZE, toldApart, type ChoiceSource } from '../operations/choices.ts';
import { FIRST_OFFSET, nextOffset, pagesOf } from '../operations/pages.ts';
import { objectsOf } from './schema.ts';

/** One end of an association: which object's records stand there, and what they are called in it. */
export interface AssociationEnd {
  objectKey: string;
  label: string;
}

/** How records of two objects belong together. HighLevel wants their IDs in this order. */
export interface Association {
  id: string;
  key: string;
  first: AssociationEnd;
  second: AssociationEnd;
}

/** So many pages of associations are read. */
const LIMITS = { mostPages: 5, pageMs: 3_000 };

/** The associations of the sub-account, HighLevel's own among them. */
export async function associationsOf(z: ZObject, bundle: Bundle): Promise<Association[]> {
  const all: Association[] = [];
  const read = async (token: string) => {
    const { data } = await send(z, {
      url: '/associations/',
      params: { locationId: locationOf(bundle), skip: Number(token), limit: PAGE_SIZE },
    });
    const rows = toList(toRecord(data)['associations']).filter(isRecord);
    return { rows, next: nextOffset(token, rows) };
  };
  for await (const { rows } of pagesOf(bundle, FIRST_OFFSET, read, LIMITS)) {
    all.push(...rows.flatMap(associationIn));
  }
  return all;
}

function associationIn(raw: RawRecord): Association[] {
  const id = toText(raw['id']) ?? toText(raw['_id']);
  const [firstKey, secondKey] = [toText(raw['firstObjectKey']), toText(raw['secondObjectKey'])];
  if (id === null || firstKey === null || secondKey === null) return [];
  return [
    {
      id,
      key: toText(raw['key']) ?? id,
      first: { objectKey: firstKey, label: toText(raw['firstObjectLabel']) ?? firstKey },
      second: { objectKey: secondKey, label: toText(raw['secondObjectLabel']) ?? secondKey },
    },
  ];
}

/** The association with an ID. @throws errors.Error where there is none */
export async function associationById(
  z: ZObject,
  bundle: Bundle,
  associationId: string,
): Promise<Association> {
  const found = (await associationsOf(z, bundle)).find(({ id }) => id === associationId);
  if (found) return found;
  throw notFound({ what: 'association', label: 'Association', id: associationId });
}

/** What people read of an association: `Registration – Guest`. */
export function nameOf({ first, second }: Association): string {
  return `${first.label} – ${second.label}`;
}

export const associationChoices: ChoiceSource = async (z, bundle) => ({
  choices: toldApart(
    (await associationsOf(z, bundle)).map((one) => ({
      id: one.id,
      name: nameOf(one),
      detail: one.key,
    })),
  ),
});

/** An association by its name in either order, or by its key, in any case. */
export const associationNamed: RecordFinder = async (z, bundle, typed, label) => {
  const wanted = joined(typed);
  const found = (await associationsOf(z, bundle)).filter((one) =>
    [
      `${one.first.label}-${one.second.label}`,
      `${one.second.label}-${one.first.label}`,
      one.key,
    ].some((name) => joined(name) === wanted),
  );
  return onlyOne(
    found.map((one) => ({ id: one.id, name: `${nameOf(one)} (${one.key})` })),
    { what: 'association', typed, label },
  );
};

/** Any dash joins the two names, as people write it. */
function joined(name: string): string {
  return folded(name).replaceAll(/\s*[-–—/]\s*/g, '-');
}

/** What people call the kinds of records, by their keys. */
export async function kindNames(
  z: ZObject,
  bundle: Bundle,
): Promise<(objectKey: string) => string> {
  const objects = await objectsOf(z, bundle);
  return (objectKey) =>
    objects.find(({ key }) => key === objectKey)?.singular ?? KINDS[objectKey] ?? 'Record';
}

const KINDS: Readonly<Record<string, string>> = {
  contact: 'Contact',
  opportunity: 'Opportunity',
  business: 'Company',
};
