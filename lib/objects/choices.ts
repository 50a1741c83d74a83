import type { Bundle, ZObject } from 'zapier-platform-core';

import { toText } from '../../resources/values.ts';
import { folded } from '../inputs/characters.ts';
import type { RecordFinder } from '../inputs/finders.ts';
import { idIn } from '../inputs/ids.ts';
import { NoSuchRecordError } from '../inputs/refusal.ts';
import { onlyOne, toldApart, type ChoiceSource } from '../operations/choices.ts';
import { objectsOf, schemaOf } from './schema.ts';

/** The custom objects of the sub-account: contacts, opportunities and companies have steps of their own. */
export const objectChoices: ChoiceSource = async (z, bundle) => {
  const objects = (await objectsOf(z, bundle)).filter(({ isStandard }) => !isStandard);
  return {
    choices: toldApart(
      objects.map(({ key, singular, plural }) => ({ id: key, name: singular, detail: plural })),
    ),
  };
};

/** A custom object by its singular or plural name, in any case. */
export const objectNamed: RecordFinder = async (z, bundle, typed, label) => {
  const found = (await objectsOf(z, bundle)).filter(
    ({ isStandard, singular, plural }) =>
      !isStandard && [singular, plural].some((name) => folded(name) === folded(typed)),
  );
  return onlyOne(
    found.map(({ key, singular, plural }) => ({ id: key, name: `${singular} (${plural})` })),
    { what: 'custom object', typed, label },
  );
};

const OBJECT_LABEL = 'Custom Object';

/**
 * The key of the custom object that a form, or a step whose inputs are not read yet, names; undefined
 * where it names none.
 */
export async function chosenObject(z: ZObject, bundle: Bundle): Promise<string | undefined> {
  const typed = toText(bundle.inputData['objectKey'])?.trim();
  if (!typed) return undefined;
  try {
    return idIn(typed, OBJECT_LABEL) ?? (await objectNamed(z, bundle, typed, OBJECT_LABEL));
  } catch (error) {
    // In a form, a value that is mapped may be none yet.
    if (error instanceof NoSuchRecordError) return undefined;
    throw error;
  }
}

/** The schema of the custom object that a form names; undefined where it names none. */
export async function chosenSchema(z: ZObject, bundle: Bundle) {
  const objectKey = await chosenObject(z, bundle);
  return objectKey === undefined ? undefined : schemaOf(z, bundle, objectKey);
}

/** The fields of the custom object in `objectKey`, by their properties. */
export const objectFieldChoices: ChoiceSource = async (z, bundle) => {
  const schema = await chosenSchema(z, bundle);
  if (!schema) return { choices: [] };
  return {
    choices: toldApart(
      schema.fields
        .filter(({ dataType }) => !UNSEARCHABLE.includes(dataType))
        .map(({ property, name }) => ({ id: property, name, detail: property })),
    ),
  };
};

/** Types whose values HighLevel cannot look for. */
export const UNSEARCHABLE = ['FILE_UPLOAD', 'TEXTBOX_LIST'];
