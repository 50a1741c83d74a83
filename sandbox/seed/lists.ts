import { APP_ID, OTHER_APP_ID } from '../state/app-registration.ts';
import { seededId, seededUuid } from '../state/ids.ts';
import type { Provider } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { HARBOUR, NORTHSIDE_ID } from './ids.ts';
import { userId } from './users.ts';

const DAY = 86_400_000;

export const PROVIDERS = {
  /** Custom SMS channel of this app: its messages' status may be updated. */
  ownSms: seededId('provider:own-sms'),
  ownEmail: seededId('provider:own-email'),
  ownCall: seededId('provider:own-call'),
  /** Belongs to another app: status updates are refused. */
  otherSms: seededId('provider:other-sms'),
  northsideSms: seededId('provider:northside-sms'),
} as const;

export const TAGS = ['new patient', 'vip', 'newsletter', 'follow up', 'whitening'] as const;

const provider = (
  id: string,
  name: string,
  type: Provider['type'],
  appId: string,
  locationId: string,
): Provider => ({ id, name, type, appId, locationId, custom: true });

const FIELDS: readonly (readonly [string, string, (readonly string[])?])[] = [
  ['Preferred Name', 'TEXT'],
  ['Medical Notes', 'LARGE_TEXT'],
  ['Number of Children', 'NUMERICAL'],
  ['Second Phone', 'PHONE'],
  ['Yearly Budget', 'MONETORY'],
  ['Interests', 'CHECKBOX', ['Whitening', 'Implants', 'Braces']],
  ['Insurance', 'SINGLE_OPTIONS', ['Public', 'Private', 'None']],
  ['Languages', 'MULTIPLE_OPTIONS', ['English', 'Spanish', 'Arabic']],
  ['Contact Preference', 'RADIO', ['Phone', 'E-mail']],
  ['Last Check-up', 'DATE'],
  ['Emergency Contacts', 'TEXTBOX_LIST', ['Name', 'Number']],
  ['X-Ray', 'FILE_UPLOAD'],
  ['Consent', 'SIGNATURE'],
];

const fieldKey = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]+/g, '_');

export const fieldId = (name: string): string => seededId(`field:${name}`);

/** What people choose from: providers, tags, fields, values, templates, workflows, campaigns, numbers. */
export function seedLists(store: Store, now: number): void {
  for (const one of [
    provider(PROVIDERS.ownSms, 'Harbour Text', 'SMS', APP_ID, HARBOUR),
    provider(PROVIDERS.ownEmail, 'Harbour Mail', 'Email', APP_ID, HARBOUR),
    provider(PROVIDERS.ownCall, 'Harbour Voice', 'Call', APP_ID, HARBOUR),
    provider(PROVIDERS.otherSms, 'Another App', 'SMS', OTHER_APP_ID, HARBOUR),
    provider(PROVIDERS.northsideSms, 'Northside Text', 'SMS', APP_ID, NORTHSIDE_ID),
  ]) {
    store.providers.add(one);
  }
  for (const name of TAGS) {
    store.tags.add({ id: seededId(`tag:${name}`), locationId: HARBOUR, name });
  }
  store.tags.add({
    id: seededId('tag:northside:member'),
    locationId: NORTHSIDE_ID,
    name: 'member',
  });

  FIELDS.forEach(([name, dataType, picklistOptions], position) => {
    store.customFields.add({
      id: fieldId(name),
      locationId: HARBOUR,
      name,
      fieldKey: `contact.${fieldKey(name)}`,
      dataType,
      position: position * 50,
      model: 'contact',
      dateAdded: now - 200 * DAY,
      ...(picklistOptions ? { picklistOptions: [...picklistOptions] } : {}),
      ...(dataType === 'FILE_UPLOAD' ? { isMultipleFile: true, maxNumberOfFiles: 3 } : {}),
    });
  });
  store.customFields.add({
    id: fieldId('Treatment'),
    locationId: HARBOUR,
    name: 'Treatment',
    fieldKey: 'opportunity.treatment',
    dataType: 'TEXT',
    position: 0,
    model: 'opportunity',
    dateAdded: now - 200 * DAY,
  });
  store.customFields.add({
    id: fieldId('Membership Number'),
    locationId: NORTHSIDE_ID,
    name: 'Membership Number',
    fieldKey: 'contact.membership_number',
    dataType: 'TEXT',
    position: 0,
    model: 'contact',
    dateAdded: now - 200 * DAY,
  });
  store.customValues.add({
    id: seededId('value:northside:Class Plan'),
    locationId: NORTHSIDE_ID,
    name: 'Class Plan',
    fieldKey: '{{ custom_values.class_plan }}',
    value: 'https://northsidefitness.example.org/classes',
  });
  for (const [name, value] of [
    ['Opening Hours', 'Mo-Fr 8-18, Sa 10-14'],
    ['Booking Link', 'https://harbourdental.example.com/book'],
  ] as const) {
    store.customValues.add({
      id: seededId(`value:${name}`),
      locationId: HARBOUR,
      name,
      fieldKey: `{{ custom_values.${fieldKey(name)} }}`,
      value,
    });
  }
  for (const [name, type, body, subject] of [
    ['Appointment reminder', 'sms', 'Hi {{contact.first_name}}, see you tomorrow!'],
    ['Running late', 'sms', 'We are running 10 minutes late, sorry.'],
    ['Welcome', 'email', '<p>Welcome to Harbour Dental!</p>', 'Welcome'],
    ['Check-up due', 'whatsapp', 'Your check-up is due. Reply YES to book.'],
  ] as const) {
    store.templates.add({
      id: seededId(`template:${name}`),
      locationId: HARBOUR,
      name,
      type,
      body,
      dateAdded: now - 90 * DAY,
      ...(subject === undefined ? {} : { subject }),
    });
  }
  for (const [name, status, version] of [
    ['Welcome new patient', 'published', 4],
    ['Missed call text back', 'published', 2],
    ['Recall after six months', 'published', 1],
    ['Spring offer', 'draft', 7],
  ] as const) {
    store.workflows.add({
      id: seededUuid(`workflow:${name}`),
      locationId: HARBOUR,
      name,
      status,
      version,
      createdAt: now - 150 * DAY,
      updatedAt: now - 10 * DAY,
    });
  }
  store.workflows.add({
    id: seededUuid('workflow:northside'),
    locationId: NORTHSIDE_ID,
    name: 'Trial week',
    status: 'published',
    version: 1,
    createdAt: now - 50 * DAY,
    updatedAt: now - 5 * DAY,
  });
  for (const [name, status] of [
    ['Whitening weeks', 'published'],
    ['Autumn newsletter', 'draft'],
  ] as const) {
    store.campaigns.add({ id: seededId(`campaign:${name}`), locationId: HARBOUR, name, status });
  }
  for (const [phoneNumber, friendlyName, type, locationId] of [
    ['+16175550100', 'Front desk', 'local', HARBOUR],
    ['+16175550101', 'Appointments', 'local', HARBOUR],
    ['+18005550199', 'Toll-free', 'toll-free', HARBOUR],
    ['+13125550100', 'Northside', 'local', NORTHSIDE_ID],
  ] as const) {
    store.phoneNumbers.add({
      id: seededId(`number:${phoneNumber}`),
      locationId,
      phoneNumber,
      friendlyName,
      type,
      isDefaultNumber: friendlyName === 'Front desk' || friendlyName === 'Northside',
      sms: type === 'local',
      dateAdded: now - 300 * DAY,
      ...(friendlyName === 'Appointments' ? { linkedUser: userId('miguel') } : {}),
    });
  }
  for (const [name, channel] of [
    ['Newsletter', 'email'],
    ['Reminders', 'sms'],
  ] as const) {
    store.subtypes.add({
      id: seededId(`subtype:${name}`),
      locationId: HARBOUR,
      name,
      channel,
      language: 'en',
      archived: false,
      dateAdded: now - 60 * DAY,
    });
  }
}
