import type { Bundle, ZObject } from 'zapier-platform-core';

import { companyContact } from '../../resources/company.ts';
import { contact } from '../../resources/contact.ts';
import type { RecordOf } from '../../resources/define.ts';
import { locationOf } from '../connection/location.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { defineRecords } from '../records/records.ts';
import { companies, pageAt } from './companies.ts';
import { FIRST_OFFSET, nextOffset } from '../operations/pages.ts';

/** A page of a company's contacts and the token of the next one. */
export interface MemberPage {
  contacts: RecordOf<typeof contact>[];
  next: string | null;
}

const membersOf = (companyId: string) =>
  defineRecords(contact, {
    path: path`/contacts/business/${companyId}`,
    many: 'contacts',
    withLocation: ['list'],
  });

/** The contacts of a company; none where it is gone. */
export async function contactsOf(
  z: ZObject,
  bundle: Bundle,
  companyId: string,
  token = FIRST_OFFSET,
): Promise<MemberPage> {
  const contacts = await membersOf(companyId).listIfThere(z, bundle, pageAt(token));
  return { contacts, next: nextOffset(token, contacts) };
}

/**
 * Puts a contact into a company, and takes it out of the one it was in.
 *
 * @throws errors.Error when HighLevel has no such company (any longer)
 */
export async function addToCompany(
  z: ZObject,
  bundle: Bundle,
  { contactId, companyId }: { contactId: string; companyId: string },
) {
  const { name } = await companies.call(z, bundle, { url: path`/businesses/${companyId}` });
  await setCompany(z, bundle, contactId, companyId);
  return member(bundle, contactId, { isInCompany: true, companyId, companyName: name });
}

/** Takes a contact out of its company. One that is in none stays so. */
export async function removeFromCompany(z: ZObject, bundle: Bundle, contactId: string) {
  await setCompany(z, bundle, contactId, null);
  return member(bundle, contactId, { isInCompany: false });
}

async function setCompany(
  z: ZObject,
  bundle: Bundle,
  contactId: string,
  businessId: string | null,
): Promise<void> {
  await send(z, {
    method: 'POST',
    url: '/contacts/bulk/business',
    json: { locationId: locationOf(bundle), ids: [contactId], businessId },
    repeatable: true,
  });
}

function member(bundle: Bundle, contactId: string, entry: Record<string, unknown>) {
  return companyContact.parse({ id: contactId, locationId: locationOf(bundle), ...entry });
}
