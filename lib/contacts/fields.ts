import { dropdownOf } from '../inputs/dropdowns.ts';

/** Input fields that several operations share. `as const` keeps their keys in the inferred inputs. */

export const contactField = {
  key: 'contactId',
  label: 'Contact',
  type: 'string',
  choices: dropdownOf('contact'),
  resource: 'contact',
  search: 'find_contact.id',
  helpText:
    'Choose a contact, or map a contact ID, email address or phone number from an earlier step. The contact must already be in HighLevel.',
} as const;

/** The same with what it is for. @param blank what happens where it is left blank */
export function contactFieldFor(purpose: string, blank = '') {
  const help = `${purpose} Choose one, or enter an ID, email address or phone number. ${blank}`;
  return { ...contactField, helpText: help.trim() };
}

/** A contact that filters. @param what what it keeps of, in the plural: `invoices` */
export function contactFilterField(what: string) {
  return contactFieldFor(`Only ${what} of this contact.`, 'Leave blank for any.');
}

export const queryField = {
  key: 'query',
  label: 'Search Text',
  type: 'string',
  helpText: "Words to search for, as in HighLevel's search box.",
} as const;
