import { badRequest, type Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import {
  type FieldType,
  type ObjectField,
  type ObjectSchema,
  propertyOf,
} from '../state/objects.ts';
import { fieldsOf } from './objects.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isText = (value: unknown): boolean => typeof value === 'string';

const isMoney = (value: unknown): boolean =>
  isRecord(value) && typeof value.currency === 'string' && typeof value.value === 'number';

const isDay = (value: unknown): boolean =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value));

const isFiles = (value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => isRecord(one) && typeof one.url === 'string');

const keyOf = ({ options = [] }: ObjectField, value: unknown): boolean =>
  options.some(({ key }) => key === value);

const keysOf = (field: ObjectField, value: unknown): boolean =>
  Array.isArray(value) && value.every((one) => keyOf(field, one));

/** What the value of a field of each type is: choices by their keys, money with its currency. */
const FITS: Record<FieldType, (field: ObjectField, value: unknown) => boolean> = {
  TEXT: (_, value) => isText(value),
  LARGE_TEXT: (_, value) => isText(value),
  PHONE: (_, value) => isText(value),
  NUMERICAL: (_, value) => typeof value === 'number',
  MONETORY: (_, value) => isMoney(value),
  CHECKBOX: keysOf,
  MULTIPLE_OPTIONS: keysOf,
  SINGLE_OPTIONS: keyOf,
  RADIO: keyOf,
  DATE: (_, value) => isDay(value),
  TEXTBOX_LIST: () => false,
  FILE_UPLOAD: (_, value) => isFiles(value),
};

/** The field behind a key of the properties; a list of text boxes has one key for each: `list.box`. */
function fieldOf(fields: readonly ObjectField[], key: string): ObjectField | undefined {
  const whole = fields.find((one) => propertyOf(one) === key);
  if (whole) return whole;
  const [name = '', box] = key.split('.');
  const list = fields.find((one) => propertyOf(one) === name && one.dataType === 'TEXTBOX_LIST');
  return list && keyOf(list, box) ? { ...list, dataType: 'TEXT' } : undefined;
}

/** Checks the properties that are written against the object's fields; null empties a field. */
export function checkProperties(sandbox: Sandbox, object: ObjectSchema, properties: Json): void {
  const fields = fieldsOf(sandbox, object);
  for (const [key, value] of Object.entries(properties)) {
    const field = fieldOf(fields, key);
    if (!field) throw badRequest(`Property ${key} does not exist in ${object.key}`);
    if (value !== null && !FITS[field.dataType](field, value)) {
      throw badRequest(`Invalid value for property ${key} of type ${field.dataType}`);
    }
  }
}

/** Properties without those that were emptied. */
export const keptProperties = (properties: Json): Json =>
  Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
