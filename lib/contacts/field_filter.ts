import type { Bundle, ZObject } from 'zapier-platform-core';

import { toDay, toTexts } from '../../resources/values.ts';
import type { SearchFilter } from '../http/search_filters.ts';
import { folded, isSameName } from '../inputs/characters.ts';
import { readDay } from '../inputs/dates.ts';
import { readEmail } from '../inputs/emails.ts';
import type { RecordFinder } from '../inputs/finders.ts';
import { readNumber } from '../inputs/numbers.ts';
import { nationalReader, readFullPhone } from '../inputs/phone.ts';
import { readCountry, readTimezone } from '../inputs/places.ts';
import { refused } from '../inputs/refusal.ts';
import { listCustomFields, type CustomField } from '../locations/custom_fields.ts';
import { choicesFrom, findByName, type ChoiceSource } from '../operations/choices.ts';
import type { Contact } from './contacts.ts';

/**
 * A field of contacts and the whole value that it must have: a standard field by the name that
 * HighLevel's search has for it, or a custom field by its ID.
 */
export interface FieldFilter {
  field: string;
  value: string;
}

/** What HighLevel is asked for, and whether a contact of its answer has exactly the value. */
export interface FieldCondition {
  filter: SearchFilter;
  holds: (entry: Contact) => boolean;
}

interface StandardField {
  label: string;
  valueOf: (entry: Contact) => string | null;
  /** The value as HighLevel keeps it. */
  read?: (typed: string, label: string) => string;
}

const lowered = (typed: string): string => typed.toLowerCase();

/** By the names that HighLevel's search has for them. */
const STANDARD_FIELDS: Readonly<Record<string, StandardField>> = {
  email: {
    label: 'Email',
    valueOf: (entry) => entry.email,
    read: (typed, label) => readEmail(typed, label).toLowerCase(),
  },
  phone: {
    label: 'Phone',
    valueOf: (entry) => entry.phone,
    read: (typed, label) => readFullPhone(typed, label, nationalReader(null)),
  },
  firstNameLowerCase: {
    label: 'First Name',
    valueOf: (entry) => entry.firstName,
    read: lowered,
  },
  lastNameLowerCase: { label: 'Last Name', valueOf: (entry) => entry.lastName, read: lowered },
  companyName: { label: 'Company', valueOf: (entry) => entry.companyName },
  source: { label: 'Source', valueOf: (entry) => entry.source },
  address: { label: 'Street Address', valueOf: (entry) => entry.address1 },
  city: { label: 'City', valueOf: (entry) => entry.city },
  state: { label: 'State', valueOf: (entry) => entry.state },
  postalCode: { label: 'Postal Code', valueOf: (entry) => entry.postalCode },
  country: { label: 'Country', valueOf: (entry) => entry.country, read: readCountry },
  website: { label: 'Website', valueOf: (entry) => entry.website },
  timezone: { label: 'Time Zone', valueOf: (entry) => entry.timezone, read: readTimezone },
};

const STANDARD_CHOICES = Object.entries(STANDARD_FIELDS).map(([id, { label }]) => ({
  id,
  name: label,
}));

/** Data types that HighLevel cannot search by a value. */
const UNSEARCHABLE = ['FILE_UPLOAD', 'SIGNATURE', 'TEXTBOX_LIST'];

/** The fields that contacts can be found by: the standard ones, then the sub-account's own. */
const fieldChoices: ChoiceSource = async (z, bundle) => {
  const fields = await listCustomFields(z, bundle, 'contact');
  return {
    choices: [
      ...STANDARD_CHOICES,
      ...fields
        .filter(({ dataType }) => !UNSEARCHABLE.includes(dataType ?? ''))
        .map(({ id, name }) => ({ id, name: name ?? 'Field without a name' })),
    ],
  };
};

const customFieldNamed = findByName(fieldChoices, 'field');

/** A standard field needs no request. */
const fieldNamed: RecordFinder = (z, bundle, typed, label) => {
  const standard = STANDARD_CHOICES.find(
    ({ id, name }) => folded(id) === folded(typed) || isSameName(name, typed),
  );
  return standard ? Promise.resolve(standard.id) : customFieldNamed(z, bundle, typed, label);
};

/** Any field of contacts. */
export const contactFieldField = {
  key: 'field',
  label: 'Field',
  type: 'string',
  choices: choicesFrom(fieldChoices, fieldNamed),
  resource: 'contact_field',
  helpText: 'A standard field or one of your custom fields.',
} as const;

/**
 * The conditions for fields. One request where one of them is a custom field, whose type decides how
 * a value is compared.
 *
 * @param label of the field with the value, for sentences
 */
export async function conditionsFor(
  z: ZObject,
  bundle: Bundle,
  filters: readonly (FieldFilter & { label: string })[],
): Promise<FieldCondition[]> {
  const isCustom = filters.some(({ field }) => !Object.hasOwn(STANDARD_FIELDS, field));
  const known = isCustom ? await listCustomFields(z, bundle, 'contact') : [];
  return filters.map(({ field, value, label }) => {
    const standard = STANDARD_FIELDS[field];
    if (standard) return standardCondition(field, standard, value, label);
    const type = known.find(({ id }) => id === field)?.dataType ?? null;
    return customCondition(field, type, { value, label, timezone: bundle.meta.timezone });
  });
}

function standardCondition(
  field: string,
  { valueOf, read }: StandardField,
  typed: string,
  label: string,
): FieldCondition {
  const value = read?.(typed, label) ?? typed;
  return {
    filter: { field, operator: 'eq', value },
    holds: (entry) => isSameName(valueOf(entry) ?? '', value),
  };
}

const NUMBERS = ['NUMERICAL', 'FLOAT', 'MONETORY'];

function customCondition(
  id: string,
  type: CustomField['dataType'],
  { value, label, timezone }: { value: string; label: string; timezone: string | null | undefined },
): FieldCondition {
  const field = `customFields.${id}`;
  const valueOf = (entry: Contact): unknown => entry.custom[id];
  if (type === 'DATE') {
    const day = readDay(value, label, timezone);
    const within = { gte: `${day}T00:00:00.000Z`, lte: `${day}T23:59:59.999Z` };
    return {
      filter: { field, operator: 'range', value: within },
      holds: (entry) => toDay(valueOf(entry)) === day,
    };
  }
  if (NUMBERS.includes(type ?? '')) {
    const number = readNumber(value);
    if (number === undefined) throw refused(label, 'a number', value);
    return {
      filter: { field, operator: 'eq', value: number },
      holds: (entry) => Number(valueOf(entry)) === number,
    };
  }
  return {
    filter: { field, operator: 'eq', value },
    holds: (entry) => {
      const found = valueOf(entry);
      return toTexts(Array.isArray(found) ? found : [found]).some((one) => isSameName(one, value));
    },
  };
}
