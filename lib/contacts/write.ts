import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { contact, savedContact } from '../../resources/contact.ts';
import { contactTags } from '../../resources/contact_tags.ts';
import { isRecord, toList, toRecord, toText, toTexts } from '../../resources/values.ts';
import { noneOf } from '../inputs/alternatives.ts';
import { call, send, withoutGaps } from '../http/client.ts';
import { path } from '../http/path.ts';
import { readEmail } from '../inputs/email.ts';
import { customFieldValues } from './custom_fields.ts';
import { readDay } from '../inputs/days.ts';
import { locationOf } from '../connection/location.ts';
import { readPhone } from '../inputs/phone.ts';

/** What steps write of a contact, in the words of lib/contact_fields.ts. */
export interface ContactInput {
  email?: string;
  phone?: string;
  firstName?: string;
  lastName?: string;
  name?: string;
  companyName?: string;
  gender?: string;
  address1?: string;
  city?: string;
  state?: string;
  postalCode?: string;
  country?: string;
  website?: string;
  timezone?: string;
  dateOfBirth?: string;
  source?: string;
  assignedTo?: string;
  /** Custom fields, by the keys of lib/custom_fields.ts. */
  [custom: string]: unknown;
}

function bodyOf(bundle: Bundle, input: ContactInput): Record<string, unknown> {
  const { email, phone, dateOfBirth } = input;
  const { timezone } = bundle.meta;
  const customFields = customFieldValues(input, timezone);
  return withoutGaps({
    firstName: input.firstName,
    lastName: input.lastName,
    name: input.name,
    email: email && readEmail(email),
    phone: phone && (readPhone(phone, 'Phone Number').number ?? phone),
    companyName: input.companyName,
    gender: input.gender,
    address1: input.address1,
    city: input.city,
    state: input.state,
    postalCode: input.postalCode,
    country: input.country,
    website: input.website,
    timezone: input.timezone,
    dateOfBirth: dateOfBirth && readDay(dateOfBirth, 'Date of Birth', timezone),
    source: input.source,
    assignedTo: input.assignedTo,
    customFields: customFields.length > 0 ? customFields : undefined,
  });
}

/**
 * Creates a contact, or updates the one with the same e-mail address or phone number, and adds tags.
 * HighLevel's own `tags` would replace those that the contact has, so they go in a second request.
 *
 * @param options.alwaysNew creates a second contact where the sub-account allows duplicates
 */
export async function upsertContact(
  z: ZObject,
  bundle: Bundle,
  input: ContactInput,
  options: { tags?: string[]; alwaysNew?: boolean },
) {
  const { tags = [], alwaysNew } = options;
  const { email, phone, firstName, lastName, name } = input;
  if (!email && !phone && !firstName && !lastName && !name) {
    throw noneOf(['Email Address', 'Phone Number', 'First Name', 'Last Name', 'Full Name']);
  }
  const body = bodyOf(bundle, input);
  const { data } = await send(z, {
    method: 'POST',
    url: '/contacts/upsert',
    body: { locationId: locationOf(bundle), ...body, createNewIfDuplicateAllowed: alwaysNew },
    // Found by e-mail or phone, the contact is the same however often this is sent.
    repeatable: alwaysNew !== true && (email ?? phone) !== undefined,
  });
  const answer = toRecord(data);
  const saved = savedContact.parse({ ...answer, ...unsaved(body, toRecord(answer['contact'])) });
  return tags.length === 0
    ? saved
    : { ...saved, tags: (await addTags(z, bundle, saved.id, tags)).tags };
}

/** Labels of what HighLevel may leave out without a word (highlevel-api-docs #37, #337). */
const UNSAVED = { email: 'Email Address', phone: 'Phone Number' };

/**
 * What was sent and is not in the answer. When e-mail and phone belong to two contacts, HighLevel
 * updates one of them and drops the other value without an error.
 */
function unsaved(sent: Record<string, unknown>, saved: Record<string, unknown>) {
  const addresses = [saved['email'], ...entriesOf(saved['additionalEmails'], 'email')];
  const numbers = [saved['phone'], ...entriesOf(saved['additionalPhones'], 'phone')];
  const email = toText(sent['email']);
  const phone = toText(sent['phone']);
  const notSaved = [
    ...(email && !addresses.some((one) => toText(one)?.toLowerCase() === email)
      ? [UNSAVED.email]
      : []),
    ...(phone && !numbers.some((one) => isSameNumber(toText(one), phone)) ? [UNSAVED.phone] : []),
  ];
  if (notSaved.length === 0) return { notSaved };
  const what = notSaved.join(' and ');
  return {
    notSaved,
    notice: `HighLevel did not save: ${what}. Most often another contact of the sub-account has it already.`,
  };
}

function entriesOf(list: unknown, key: string): unknown[] {
  return toList(list).map((entry) => (isRecord(entry) ? entry[key] : entry));
}

function isSameNumber(saved: string | null, sent: string): boolean {
  const digits = readPhone(sent, UNSAVED.phone).digits;
  return saved?.replaceAll(/\D/g, '').endsWith(digits) ?? false;
}

/**
 * Changes a contact; what is not given stays.
 *
 * @param emptied properties of HighLevel's contact that are emptied
 * @throws errors.Error when nothing is given
 */
export function updateContact(
  z: ZObject,
  bundle: Bundle,
  contactId: string,
  input: ContactInput,
  emptied: readonly string[] = [],
) {
  const body = bodyOf(bundle, input);
  if (Object.keys(body).length + emptied.length === 0) {
    throw new errors.Error(
      'Nothing to change: fill in at least one field besides "Contact", or map a value that the earlier step always gives.',
      'missing_input',
    );
  }
  return call(z, contact, {
    method: 'PUT',
    url: path`/contacts/${contactId}`,
    json: { ...Object.fromEntries(emptied.map((key) => [key, null])), ...body },
  });
}

/** Adds tags to those that the contact has. */
export function addTags(z: ZObject, bundle: Bundle, contactId: string, tags: readonly string[]) {
  return changeTags(z, bundle, 'POST', contactId, tags);
}

/** Takes tags away from those that the contact has. */
export function removeTags(z: ZObject, bundle: Bundle, contactId: string, tags: readonly string[]) {
  return changeTags(z, bundle, 'DELETE', contactId, tags);
}

async function changeTags(
  z: ZObject,
  bundle: Bundle,
  method: 'POST' | 'DELETE',
  contactId: string,
  tags: readonly string[],
) {
  const { data } = await send(z, {
    method,
    url: path`/contacts/${contactId}/tags`,
    body: { tags },
    repeatable: true,
  });
  return contactTags.parse({
    ...toRecord(data),
    id: contactId,
    locationId: locationOf(bundle),
    changed: tags,
  });
}

/**
 * Tags as a person lists them, each once: entries of a list, several in one entry by commas.
 *
 * @throws errors.Error when there is none
 */
export function readTags(listed: readonly string[]): string[] {
  const tags = toTexts(listed)
    .flatMap((entry) => entry.split(','))
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  if (tags.length === 0) throw noneOf(['Tags']);
  return [...new Set(tags)];
}
