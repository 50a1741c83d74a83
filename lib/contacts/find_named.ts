import type { Bundle, ZObject } from 'zapier-platform-core';

import { countryOf } from '../connection/location_facts.ts';
import { quoted } from '../inputs/characters.ts';
import { readEmail } from '../inputs/emails.ts';
import type { RecordFinder } from '../inputs/finders.ts';
import { nationalReader, readPhone } from '../inputs/phone.ts';
import { invalid, NoSuchRecordError } from '../inputs/refusal.ts';
import { contactsWith, type Contact } from './contacts.ts';

/**
 * The contact with an email address or a phone number, in one request mostly.
 *
 * @throws errors.Error for a name, and when no contact or more than one has it
 */
export const contactNamed: RecordFinder = async (z, bundle, typed, label) => {
  const contacts = await contactsWith(z, bundle, await reachOf(z, bundle, typed, label));
  const [first, second] = contacts;
  if (!first) {
    throw new NoSuchRecordError(
      `"${label}": no contact in this sub-account has ${quoted(typed)}.`,
      'Check it, or add a Create or Update Contact step before this one.',
    );
  }
  if (second) {
    throw invalid(
      `"${label}" cannot be ${quoted(typed)}: ${nameOf(first)} and ${nameOf(second)} share it.`,
      'Choose the contact from the list, or map its Contact ID.',
    );
  }
  return first.id;
};

function nameOf({ name, companyName }: Contact): string {
  return name ?? companyName ?? 'a contact without a name';
}

/**
 * An email address, or a whole phone number in E.164: the last digits of one may be another person's
 * too. One request for the country of the sub-account, where the number is without its code.
 */
async function reachOf(
  z: ZObject,
  bundle: Bundle,
  typed: string,
  label: string,
): Promise<{ email: string } | { phone: string }> {
  const form = reachIn(typed, label);
  if (form === undefined) {
    throw invalid(
      `"${label}" needs a contact's ID, email address or phone number, and is ${quoted(typed)}.`,
      'Add a Find Contact step and map its Contact ID.',
    );
  }
  return 'national' in form
    ? { phone: nationalReader(await countryOf(z, bundle))(form.national, label) }
    : form;
}

/** An email address, a phone number in E.164, or one without its country code. */
export type Reach = { email: string } | { phone: string } | { national: string };

/** How a text reaches a contact; undefined where it is neither an email address nor a phone number. */
export function reachIn(typed: string, label: string): Reach | undefined {
  const email = typed.includes('@') ? readable(() => readEmail(typed, label)) : undefined;
  if (email !== undefined) return { email };
  const phone = /\d/.test(typed) ? readable(() => readPhone(typed, label)) : undefined;
  if (!phone) return undefined;
  return phone.number === undefined ? { national: typed } : { phone: phone.number };
}

/** What was read; undefined for a text that is none of the kind. */
export function readable<Value>(read: () => Value): Value | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
