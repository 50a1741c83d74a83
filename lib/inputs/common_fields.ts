import { defineInputFields } from 'zapier-platform-core';

import { DATE_HELP } from './help.ts';

/** Input fields that steps of many areas have. */

/** A moment. Its key stays in the inferred inputs. @param help what it is for; how a date is written is added */
export function dateField<const Key extends string>(key: Key, label: string, help: string) {
  return { key, label, type: 'datetime', helpText: `${help} ${DATE_HELP}` } as const;
}

/** The most that a step returns at once. */
const MOST = 500;

/** How many entries of a list a step returns. @param what they are called, in the plural */
export function limitField(what: string, initially = 100) {
  return {
    key: 'limit',
    label: 'Limit',
    type: 'integer',
    meta: { min: 1, max: MOST },
    default: String(initially),
    helpText: `How many ${what} to return, up to ${MOST}. To do something with each of them, add Looping by Zapier.`,
  } as const;
}

/** Where somebody or something is; the street has a key of its own in each area. */
export const placeFields = defineInputFields([
  { key: 'city', label: 'City', type: 'string' },
  { key: 'state', label: 'State', type: 'string' },
  { key: 'postalCode', label: 'Postal Code', type: 'string' },
  {
    key: 'country',
    label: 'Country',
    type: 'string',
    meta: { kind: 'country' },
    placeholder: 'US',
    helpText: 'The two-letter code, such as `US` or `GB`, or the name in English.',
  },
]);

export const websiteField = {
  key: 'website',
  label: 'Website',
  type: 'string',
  placeholder: 'https://example.com',
} as const;

/** A field without its search step, which finds one record, and which not every version has. */
export function withoutSearch<const Field extends { search: string }>({
  search: _search,
  ...field
}: Field) {
  return field;
}
