import type { Bundle, ZObject } from 'zapier-platform-core';

import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';

/** A choice of a field: what a record keeps, and what people read. */
export interface FieldOption {
  key: string;
  label: string;
}

/** A field of a custom object. */
export interface ObjectField {
  /** Stays when the field is renamed. */
  id: string;
  name: string;
  /** The key of its value in a record's `properties`. It stays too. */
  property: string;
  /** HighLevel's word for its type, such as `SINGLE_OPTIONS`. */
  dataType: string;
  options: readonly FieldOption[];
  /** Whether a record may have another value than the options. */
  takesOthers: boolean;
}

/** An object of a sub-account: a custom one, or one of HighLevel's own, such as contacts. */
export interface ObjectKind {
  id: string;
  key: string;
  singular: string;
  plural: string;
  /** The property that names its records. */
  primary: string;
  isStandard: boolean;
}

/** A custom object with its fields, in HighLevel's order. */
export interface ObjectSchema extends ObjectKind {
  fields: readonly ObjectField[];
}

/** All objects of the sub-account, HighLevel's own among them. */
export function objectsOf(z: ZObject, bundle: Bundle): Promise<ObjectKind[]> {
  return once(z, bundle, 'all', async () => {
    const { data } = await send(z, {
      url: '/objects/',
      params: { locationId: locationOf(bundle) },
    });
    return toList(toRecord(data)['objects']).filter(isRecord).flatMap(kindIn);
  });
}

/**
 * What records of an object have. One request in a run of a step, however often it is asked for.
 *
 * @param objectKey the object's key, such as `custom_objects.registration`, or its ID
 */
export function schemaOf(z: ZObject, bundle: Bundle, objectKey: string): Promise<ObjectSchema> {
  return once(z, bundle, objectKey, async () => {
    const { data } = await send(z, {
      url: path`/objects/${objectKey}`,
      params: { locationId: locationOf(bundle), fetchProperties: 'true' },
    });
    const answer = toRecord(data);
    const [kind = withoutNames(objectKey)] = kindIn(toRecord(answer['object']));
    return { ...kind, fields: toList(answer['fields']).filter(isRecord).flatMap(fieldIn) };
  });
}

function kindIn(raw: RawRecord): ObjectKind[] {
  const key = toText(raw['key']);
  if (key === null) return [];
  const { singular, plural } = toRecord(raw['labels']);
  const name = toText(singular) ?? toText(plural) ?? 'Object without a name';
  return [
    {
      id: toText(raw['id']) ?? key,
      key,
      singular: name,
      plural: toText(plural) ?? name,
      primary: propertyIn(toText(raw['primaryDisplayProperty']) ?? 'name'),
      isStandard: raw['standard'] === true,
    },
  ];
}

function withoutNames(key: string): ObjectKind {
  const name = propertyIn(key);
  return { id: key, key, singular: name, plural: name, primary: 'name', isStandard: false };
}

function fieldIn(raw: RawRecord): ObjectField[] {
  const fieldKey = toText(raw['fieldKey']);
  if (fieldKey === null) return [];
  const property = propertyIn(fieldKey);
  return [
    {
      id: toText(raw['id']) ?? property,
      name: toText(raw['name']) ?? property,
      property,
      dataType: toText(raw['dataType']) ?? '',
      options: toList(raw['options']).map(toRecord).flatMap(optionIn),
      takesOthers: raw['allowCustomOption'] === true,
    },
  ];
}

function optionIn(raw: RawRecord): FieldOption[] {
  const label = toText(raw['label']);
  const key = toText(raw['key']) ?? label;
  return key === null ? [] : [{ key, label: label ?? key }];
}

/** `start_date` of `custom_objects.treatment.start_date`. */
function propertyIn(fieldKey: string): string {
  return fieldKey.slice(fieldKey.lastIndexOf('.') + 1);
}

const answers = new WeakMap<object, Map<string, unknown>>();

/** What a run of a step asked for already: each run has a `z` of its own. A failure is not kept. */
function once<Answer>(
  z: ZObject,
  bundle: Bundle,
  what: string,
  ask: () => Promise<Answer>,
): Promise<Answer> {
  const known = answers.get(z) ?? new Map<string, unknown>();
  answers.set(z, known);
  const key = `${locationOf(bundle)} ${what}`;
  // Only this function fills the map, and under one key with one kind of answer.
  const asked = known.get(key) as Promise<Answer> | undefined;
  if (asked) return asked;
  const answer = ask();
  known.set(key, answer);
  answer.catch(() => known.delete(key));
  return answer;
}
