import type { FormKind } from '../state/forms.ts';
import { seededId, seededUuid } from '../state/ids.ts';
import type { Store } from '../state/store.ts';
import { contactId } from './contacts.ts';
import { HARBOUR, NORTHSIDE_ID } from './ids.ts';
import { fieldId } from './lists.ts';

const HOUR = 3_600_000;

export const formId = (name: string): string => seededId(`form:${name}`);

const FORMS: readonly (readonly [string, FormKind, string, boolean])[] = [
  ['New Patient', 'form', HARBOUR, false],
  ['Callback', 'form', HARBOUR, false],
  ['Old forms', 'form', HARBOUR, true],
  ['After the Visit', 'survey', HARBOUR, false],
  ['Smile Check', 'survey', HARBOUR, false],
  ['Free Trial', 'form', NORTHSIDE_ID, false],
];

interface Filled {
  form: string;
  contact: number;
  hoursAgo: number;
  answers: Record<string, unknown>;
  referrer?: string;
  utm?: Record<string, string>;
}

const FILLED: readonly Filled[] = [
  {
    form: 'New Patient',
    contact: 0,
    hoursAgo: 2,
    answers: {
      [fieldId('Insurance')]: 'Private',
      [fieldId('Interests')]: ['Whitening', 'Braces'],
      [fieldId('Number of Children')]: 2,
    },
    referrer: 'https://www.example.com/search',
    utm: {
      utm_source: 'newsletter',
      utm_medium: 'email',
      utm_campaign: 'spring',
      utm_term: 'dentist',
      utm_content: 'blue',
    },
  },
  {
    form: 'New Patient',
    contact: 2,
    hoursAgo: 26,
    answers: { [fieldId('Insurance')]: 'Public', how_did_you_hear: 'A friend' },
  },
  { form: 'Callback', contact: 3, hoursAgo: 5, answers: { best_time: 'Mornings' } },
  { form: 'Callback', contact: 6, hoursAgo: 100, answers: { best_time: 'Any', terms: 'on' } },
  { form: 'New Patient', contact: 8, hoursAgo: 50 * 24, answers: {} },
  {
    form: 'After the Visit',
    contact: 5,
    hoursAgo: 3,
    answers: { score: '9', [fieldId('Contact Preference')]: 'Phone' },
  },
  { form: 'After the Visit', contact: 6, hoursAgo: 49, answers: { score: '4', why: 'Long wait' } },
];

/** Forms and surveys, and what people wrote into them, one of them longer ago than a month. */
export function seedForms(store: Store, now: number): void {
  for (const [name, kind, locationId, isFolder] of FORMS) {
    store.forms.add({ id: formId(name), locationId, name, kind, isFolder });
  }
  FILLED.forEach(({ form, contact, hoursAgo, answers, referrer = '', utm = {} }, index) => {
    const person = store.contacts.get(contactId(contact));
    const { firstName = '', lastName = '', email = '', phone = '' } = person ?? {};
    store.submissions.add({
      id: seededUuid(`submission:${String(index)}`),
      kind: store.forms.get(formId(form))?.kind ?? 'form',
      formId: formId(form),
      locationId: HARBOUR,
      contactId: contactId(contact),
      name: `${firstName} ${lastName}`,
      email,
      answers: { first_name: firstName, last_name: lastName, email, phone, ...answers },
      page: { url: 'https://harbourdental.example.com/contact', title: 'Contact us' },
      referrer,
      utm,
      dateAdded: now - hoursAgo * HOUR,
    });
  });
}
