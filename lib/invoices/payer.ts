import type { ZObject } from 'zapier-platform-core';

import type { RawRecord } from '../../resources/values.ts';
import { contactById } from '../contacts/contacts.ts';
import { withoutGaps } from '../http/client.ts';
import { quoted } from '../inputs/characters.ts';
import { invalid, notFound } from '../inputs/refusal.ts';

/** How a bill reaches its contact, in HighLevel's words. */
export const SEND_BY = {
  sms_and_email: 'Email and Text Message',
  email: 'Email',
  sms: 'Text Message',
} as const;

/** Who pays a bill, and where it is sent. */
export interface Payer {
  /** As HighLevel wants it. */
  details: RawRecord;
  name: string;
  email: string | null;
  phone: string | null;
}

/** @throws errors.Error for a contact that is gone */
export async function payerOf(z: ZObject, contactId: string): Promise<Payer> {
  const contact = await contactById(z, contactId);
  if (!contact) throw notFound({ what: 'contact', label: 'Contact', id: contactId });
  const { email, phone, companyName } = contact;
  const name = contact.name ?? companyName ?? email ?? phone ?? 'Customer';
  const address = withoutGaps({
    addressLine1: contact.address1,
    city: contact.city,
    state: contact.state,
    countryCode: contact.country,
    postalCode: contact.postalCode,
  });
  return {
    details: {
      id: contactId,
      name,
      // Both must be named, even where there is none.
      email: email ?? '',
      phoneNo: phone ?? '',
      ...withoutGaps({
        companyName,
        address: Object.keys(address).length > 0 ? address : undefined,
      }),
    },
    name,
    email,
    phone,
  };
}

/**
 * Where a bill goes.
 *
 * @param by what a person chose; without it, wherever it can
 * @throws errors.Error where the contact lacks what it would be sent to
 */
export function addressesFor(payer: Payer, by: string | undefined): RawRecord {
  const { email, phone } = payer;
  checkReach(payer, by);
  const isBy = (way: string) => by === undefined || by.includes(way);
  return withoutGaps({
    email: email !== null && isBy('email') ? [email] : [],
    phoneNo: phone !== null && isBy('sms') ? [phone] : undefined,
  });
}

/** Who a bill is sent to. */
export type Reached = Pick<Payer, 'name' | 'email' | 'phone'>;

/** @throws errors.Error where the contact lacks what a bill would be sent to */
export function checkReach({ name, email, phone }: Reached, by: string | undefined): void {
  const lacks = (way: string, value: string | null) => (by ?? '').includes(way) && value === null;
  if (lacks('email', email)) throw unreachable(name, 'email address', phone && SEND_BY.sms);
  if (lacks('sms', phone)) throw unreachable(name, 'phone number', email && SEND_BY.email);
}

/** How a bill can reach a contact, in HighLevel's words; by email where it can not at all. */
export function waysTo({ email, phone }: Reached): string {
  if (phone === null) return 'email';
  return email === null ? 'sms' : 'sms_and_email';
}

/** @param instead the label of what would reach the contact */
function unreachable(name: string, what: string, instead: string | null): Error {
  const other = instead ? `, or set "Send By" to ${instead}` : '';
  return invalid(
    `${quoted(name)} has no ${what}, so HighLevel cannot send it that way.`,
    `Add one to the contact, for example with Update Contact before this step${other}.`,
  );
}

/** The error for a contact of whom HighLevel demands more; undefined where it has all. */
export function lackingDetails({ name, email, phone }: Payer): Error | undefined {
  if (email !== null && phone !== null) return undefined;
  const what = email === null ? 'email address' : 'phone number';
  return invalid(
    `HighLevel refused the contact ${quoted(name)}, who has no ${what}.`,
    'Add it to the contact, for example with Update Contact before this step.',
  );
}
