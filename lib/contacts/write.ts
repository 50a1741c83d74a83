import type { Bundle, ZObject } from 'zapier-platform-core';

import { savedContact, updatedContact } from '../../resources/contact.ts';
import { contactTags } from '../../resources/contact_tags.ts';
import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { noneOf, nothingToChange } from '../inputs/alternatives.ts';
import { isSameNumber } from '../inputs/phone.ts';
import { invalid } from '../inputs/refusal.ts';
import { stepOf } from '../http/step_context.ts';
import { send, withoutGaps } from '../http/client.ts';
import { path } from '../http/path.ts';
import { customFieldValues, unsavedFields } from '../locations/custom_field_form.ts';
import { locationOf } from '../connection/location.ts';

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
  /** Custom fields, by the keys of their input fields. */
  [custom: string]: unknown;
}

function bodyOf(input: ContactInput): Record<string, unknown> {
  const customFields = customFieldValues(input);
  return withoutGaps({
    firstName: input.firstName,
    lastName: input.lastName,
    name: input.name,
    email: input.email,
    phone: input.phone,
    companyName: input.companyName,
    gender: input.gender,
    address1: input.address1,
    city: input.city,
    state: input.state,
    postalCode: input.postalCode,
    country: input.country,
    website: input.website,
    timezone: input.timezone,
    dateOfBirth: input.dateOfBirth,
    source: input.source,
    assignedTo: input.assignedTo,
    customFields: customFields.length > 0 ? customFields : undefined,
  });
}

/**
 * Creates a contact, or updates the one with the same email address or phone number, and adds tags.
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
  const body = bodyOf(input);
  const { data } = await send(z, {
    method: 'POST',
    url: '/contacts/upsert',
    body: { locationId: locationOf(bundle), ...body, createNewIfDuplicateAllowed: alwaysNew },
    // Found by email or phone, the contact is the same however often this is sent.
    repeatable: alwaysNew !== true && (email ?? phone) !== undefined,
  });
  const answer = toRecord(data);
  const saved = savedContact.parse({
    ...answer,
    ...unsaved(bundle, body, toRecord(answer['contact'])),
  });
  return tags.length === 0
    ? saved
    : { ...saved, tags: (await addTags(z, bundle, saved.id, tags)).tags };
}

/** Labels of what HighLevel may leave out without a word (highlevel-api-docs #37, #337). */
const UNSAVED = { email: 'Email Address', phone: 'Phone Number' };

/**
 * What was sent and is not in the answer. When email and phone belong to two contacts, HighLevel
 * updates one of them and drops the other value without an error; of a custom field it drops what is
 * none of its options.
 *
 * @param sent the body of the request
 * @param saved the contact in the answer
 */
function unsaved(bundle: Bundle, sent: RawRecord, saved: RawRecord) {
  const taken = takenElsewhere(sent, saved);
  const dropped = unsavedFields(bundle, saved['customFields']);
  const sentences = [
    ...(taken.length > 0
      ? [
          `HighLevel did not save: ${taken.join(' and ')}. Most often another contact of the sub-account has it already.`,
        ]
      : []),
    ...dropped.sentences,
  ];
  return {
    notSaved: [...taken, ...dropped.labels],
    ...(sentences.length > 0 && { notice: sentences.join(' ') }),
  };
}

function takenElsewhere(sent: RawRecord, saved: RawRecord): string[] {
  const addresses = [saved['email'], ...entriesOf(saved['additionalEmails'], 'email')];
  const numbers = [saved['phone'], ...entriesOf(saved['additionalPhones'], 'phone')];
  const email = toText(sent['email']);
  const phone = toText(sent['phone']);
  return [
    ...(email && !addresses.some((one) => toText(one)?.toLowerCase() === email)
      ? [UNSAVED.email]
      : []),
    ...(phone && !numbers.some((one) => isSameNumber(toText(one) ?? '', phone))
      ? [UNSAVED.phone]
      : []),
  ];
}

function entriesOf(list: unknown, key: string): unknown[] {
  return toList(list).map((entry) => (isRecord(entry) ? entry[key] : entry));
}

/**
 * Changes a contact; what is not given stays.
 *
 * @param emptied properties of HighLevel's contact that are emptied
 * @throws errors.Error when nothing is given, or one is both filled in and emptied
 */
export async function updateContact(
  z: ZObject,
  bundle: Bundle,
  contactId: string,
  input: ContactInput,
  emptied: readonly string[] = [],
) {
  const body = bodyOf(input);
  if (Object.keys(body).length + emptied.length === 0) {
    throw nothingToChange({ besides: 'Contact' });
  }
  const both = emptied.find((key) => body[key] !== undefined);
  if (both !== undefined) {
    const label = stepOf(bundle).labels[both] ?? both;
    throw invalid(
      `"${label}" is filled in and also chosen in "Fields to Empty".`,
      `To save the value, remove "${label}" from "Fields to Empty"; to empty the field, clear the value.`,
    );
  }
  const { data } = await send(z, {
    method: 'PUT',
    url: path`/contacts/${contactId}`,
    json: { ...Object.fromEntries(emptied.map((key) => [key, null])), ...body },
  });
  const answer = toRecord(data);
  return updatedContact.parse({
    ...answer,
    ...unsaved(bundle, body, toRecord(answer['contact'] ?? answer)),
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
  const answer = toRecord(data);
  const changed = answer[method === 'POST' ? 'tagsAdded' : 'tagsRemoved'];
  return contactTags.parse({
    ...answer,
    id: contactId,
    locationId: locationOf(bundle),
    // HighLevel's own specification has the tags only; then the step names what it asked for.
    changed: Array.isArray(changed) ? changed : tags,
  });
}
