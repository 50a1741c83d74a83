import type { Bundle, ZObject } from 'zapier-platform-core';

import { countryOf } from '../connection/location_facts.ts';
import { locationOf } from '../connection/location.ts';
import { sendMany } from '../http/bulk.ts';
import { idIn } from '../inputs/ids.ts';
import { nationalReader } from '../inputs/phone.ts';
import { contact } from '../../resources/contact.ts';
import { toRecord } from '../../resources/values.ts';
import { chunksOf, pagesOf } from '../operations/pages.ts';
import { eitherOf } from './by_ids.ts';
import { searchContacts, type Contact } from './contacts.ts';
import { readable, reachIn, type Reach } from './find_named.ts';

/** What became of a text that names a contact. */
export type NamedContact =
  | { entry: string; contactId: string }
  | { entry: string; outcome: 'not_found' | 'not_started'; problem: string };

/** So many emails and numbers are looked up in one request; several contacts may share each. */
const KEYS_AT_ONCE = 50;

const LIMITS = { mostPages: 5, pageMs: 6_000 };

/** An email address or a phone number, as HighLevel writes it. */
interface Key {
  field: 'email' | 'phone';
  value: string;
}

/**
 * The contacts that many texts name, each by an ID, an email address or a phone number. One request
 * for each 50 emails and numbers; those that HighLevel's search does not know (yet) are looked up one
 * by one, as far as the step's time allows.
 *
 * @param label of the field, for sentences
 */
export async function contactsNamed(
  z: ZObject,
  bundle: Bundle,
  entries: readonly string[],
  label: string,
): Promise<NamedContact[]> {
  const keyOf = await keyReader(z, bundle, entries, label);
  const keys = entries.flatMap((entry) => keyOf(entry) ?? []);
  const found = await searchByKeys(z, bundle, keys);
  const missing = keys.filter((key) => !found.some((one) => has(one, key)));
  const lookedUp = await lookUp(z, bundle, missing);
  return entries.map((entry): NamedContact => {
    const contactId = idIn(entry, label);
    if (contactId !== undefined) return { entry, contactId };
    const key = keyOf(entry);
    if (!key) {
      const problem = "This is no contact's ID, email address or phone number.";
      return { entry, outcome: 'not_found', problem };
    }
    const matching = found.filter((one) => has(one, key));
    const contacts = matching.length > 0 ? matching : lookedUp.get(key.value);
    return contacts ? named(entry, contacts) : { entry, outcome: 'not_started', problem: NO_ROOM };
  });
}

/** Why something was not started. */
export const NO_ROOM =
  "There was no room left in HighLevel's limit or in the time of this step. Run it again for this one.";

function named(entry: string, contacts: readonly Contact[]): NamedContact {
  const [first, second] = contacts;
  if (!first) {
    return { entry, outcome: 'not_found', problem: 'No contact in this sub-account has it.' };
  }
  if (!second) return { entry, contactId: first.id };
  const problem = `${contacts.length} contacts share it. Map the ID of the one you mean.`;
  return { entry, outcome: 'not_found', problem };
}

/** How entries that are no IDs are looked up. One request for the country where a number lacks it. */
async function keyReader(
  z: ZObject,
  bundle: Bundle,
  entries: readonly string[],
  label: string,
): Promise<(entry: string) => Key | undefined> {
  const reaches = new Map<string, Reach>();
  for (const entry of entries) {
    const reach = idIn(entry, label) === undefined ? reachIn(entry, label) : undefined;
    if (reach) reaches.set(entry, reach);
  }
  const isNational = [...reaches.values()].some((reach) => 'national' in reach);
  const country = isNational ? await countryOf(z, bundle) : null;
  return (entry) => {
    const reach = reaches.get(entry);
    if (!reach) return undefined;
    if ('email' in reach) return { field: 'email', value: reach.email.toLowerCase() };
    if ('phone' in reach) return { field: 'phone', value: reach.phone };
    const value = readable(() => nationalReader(country)(reach.national, label));
    return value === undefined ? undefined : { field: 'phone', value };
  };
}

function has(one: Contact, { field, value }: Key): boolean {
  return one[field]?.toLowerCase() === value;
}

async function searchByKeys(z: ZObject, bundle: Bundle, keys: readonly Key[]): Promise<Contact[]> {
  const found: Contact[] = [];
  for (const part of chunksOf(keys, KEYS_AT_ONCE)) {
    const filters = eitherOf(part.map(({ field, value }) => [field, value]));
    const read = (token: string) => searchContacts(z, bundle, { filters }, token);
    for await (const { contacts } of pagesOf(bundle, '1', read, LIMITS)) found.push(...contacts);
  }
  return found;
}

/**
 * The contacts that the look-up of duplicates knows, by the value: it knows a new one at once. A value
 * that is not among them was not looked up.
 */
async function lookUp(
  z: ZObject,
  bundle: Bundle,
  keys: readonly Key[],
): Promise<Map<string, Contact[]>> {
  const outcomes = await sendMany(
    z,
    bundle,
    keys.map(({ field, value }) => ({
      url: '/contacts/search/duplicate',
      params: {
        locationId: locationOf(bundle),
        ...(field === 'email' ? { email: value } : { number: value }),
      },
    })),
  );
  const known = new Map<string, Contact[]>();
  keys.forEach(({ value }, index) => {
    const outcome = outcomes[index];
    if (outcome?.state !== 'done') return;
    const raw = toRecord(outcome.data)['contact'];
    known.set(value, raw ? [contact.parse(raw)] : []);
  });
  return known;
}
