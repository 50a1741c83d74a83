import type { Bundle, ZObject } from 'zapier-platform-core';

import { toText, type RawRecord } from '../../resources/values.ts';
import { isSameName } from '../inputs/characters.ts';
import type { RecordFinder } from '../inputs/finders.ts';
import { missing } from '../inputs/refusal.ts';
import { type Choice, choicePage, type ChoiceSource, onlyOne } from '../operations/choices.ts';
import { chosenObject } from './choices.ts';
import { FIRST_PAGE, nameIn, searchRecords } from './records.ts';
import { schemaOf, type ObjectSchema } from './schema.ts';

/** The filter for the name of records. */
function byName({ primary }: ObjectSchema, name: string) {
  return [{ field: `properties.${primary}`, operator: 'eq', value: name }];
}

/** Records of an object with exactly a name, in any case: two are enough to see that it is not one. */
export async function recordsNamed(
  z: ZObject,
  bundle: Bundle,
  schema: ObjectSchema,
  name: string,
): Promise<RawRecord[]> {
  const { rows } = await searchRecords(z, bundle, schema.key, { filters: byName(schema, name) });
  return rows.filter((raw) => isSameName(nameIn(schema, raw) ?? '', name));
}

/** The records of the custom object in `objectKey`, the newest first. */
export const recordChoices: ChoiceSource = async (z, bundle, token = FIRST_PAGE) => {
  const objectKey = await chosenObject(z, bundle);
  if (objectKey === undefined) return { choices: [] };
  const [schema, page] = await Promise.all([
    schemaOf(z, bundle, objectKey),
    searchRecords(z, bundle, objectKey, {}, token),
  ]);
  const choices = page.rows.flatMap((raw) => choiceOf(schema, raw));
  return choicePage(choices, page.next);
};

/** The one record of the object in `objectKey` with a name. */
export const recordNamed: RecordFinder = async (z, bundle, typed, label) => {
  const objectKey = await chosenObject(z, bundle);
  if (objectKey === undefined) throw missing('Custom Object');
  const schema = await schemaOf(z, bundle, objectKey);
  const found = await recordsNamed(z, bundle, schema, typed);
  return onlyOne(
    found.flatMap((raw) => choiceOf(schema, raw)),
    {
      what: `record of the custom object ${schema.singular}`,
      typed,
      label,
    },
  );
};

function choiceOf(schema: ObjectSchema, raw: RawRecord): Choice[] {
  const id = toText(raw['id']);
  return id === null ? [] : [{ id, name: nameIn(schema, raw) ?? 'Record without a name' }];
}
