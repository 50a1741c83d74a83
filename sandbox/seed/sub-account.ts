import { randomUUID } from 'node:crypto';

import { COMPANY_ID } from '../state/app-registration.ts';
import { newAppointment } from '../state/calendars.ts';
import { newContact } from '../state/contacts.ts';
import { newConversation, storeMessage } from '../state/conversing.ts';
import { newId, newObjectId } from '../state/ids.ts';
import { newOpportunity } from '../state/opportunities.ts';
import { PERMISSIONS } from '../state/permissions.ts';
import type { Location } from '../state/records.ts';
import type { Store } from '../state/store.ts';
import { dayIn, momentIn } from '../state/zones.ts';
import { seedSmallPlace } from './small-place.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;

/** First and last names of the people in every made sub-account. */
const CLIENTS = [
  ['Anna', 'Lindqvist'],
  ['Ben', 'Ashworth'],
  ['Cora', 'Lindgren'],
] as const;

/**
 * Adds a small sub-account with records of its own, all of them named after it: nothing in it has an
 * id, a tag, a field or a user of another one. The first person has the name of one in every other.
 */
export function addSubAccount(
  store: Store,
  place: { name: string; timezone: string; number: number },
  now: number,
): Location {
  const { name, timezone } = place;
  const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '');
  const digits = String(place.number).padStart(4, '0');
  const location = store.locations.add({
    id: newId(),
    companyId: COMPANY_ID,
    name,
    email: `hello@${slug}.example.com`,
    phone: `+1415555${digits}`,
    timezone,
    address: `${String(place.number)} Market Street`,
    city: 'San Francisco',
    state: 'CA',
    country: 'US',
    postalCode: '94103',
    website: `https://${slug}.example.com`,
    firstName: 'Olive',
    lastName: name,
    allowDuplicateContact: false,
    allowDuplicateOpportunity: false,
    dateAdded: now,
  });
  const locationId = location.id;
  const user = store.users.add({
    id: newId(),
    companyId: COMPANY_ID,
    firstName: 'Olive',
    lastName: name,
    email: `olive@${slug}.example.com`,
    type: 'account',
    role: 'admin',
    locationIds: [locationId],
    permissions: Object.fromEntries(PERMISSIONS.map((key) => [key, key !== 'assignedDataOnly'])),
    scopes: [],
    scopesAssignedToOnly: [],
    deleted: false,
    dateAdded: now,
  });
  const tag = `client of ${name.toLowerCase()}`;
  store.tags.add({ id: newId(), locationId, name: tag });
  store.workflows.add({
    id: randomUUID(),
    locationId,
    name: `Welcome to ${name}`,
    status: 'published',
    version: 1,
    createdAt: now,
    updatedAt: now,
  });
  store.customFields.add({
    id: newId(),
    locationId,
    name: `${name} Number`,
    fieldKey: `contact.${slug}_number`,
    dataType: 'TEXT',
    position: 0,
    model: 'contact',
    dateAdded: now,
  });
  const pipeline = store.pipelines.add({
    id: newId(),
    locationId,
    name: `${name} Sales`,
    stages: ['Lead', 'Offer', 'Sold'].map((stage, position) => ({
      id: randomUUID(),
      name: stage,
      position,
      stageWinProbability: position * 50,
    })),
  });
  const calendar = store.calendars.add({
    id: newId(),
    locationId,
    name: `${name} Visits`,
    description: '',
    slug,
    calendarType: 'round_robin',
    isActive: true,
    slotDuration: 30,
    slotInterval: 30,
    perSlot: 1,
    team: [user.id],
    asksForUser: false,
    openHours: [{ days: [0, 1, 2, 3, 4, 5, 6], from: 9 * 60, to: 17 * 60 }],
    bookableDays: 60,
  });
  store.phoneNumbers.add({
    id: newId(),
    locationId,
    phoneNumber: location.phone,
    friendlyName: name,
    type: 'local',
    isDefaultNumber: true,
    sms: true,
    dateAdded: now,
  });
  const form = store.forms.add({
    id: newId(),
    locationId,
    name: `Ask ${name}`,
    kind: 'form',
    isFolder: false,
  });
  const contactIds = CLIENTS.map(([firstName, lastName], index) => {
    const contact = store.contacts.add(
      newContact(
        {
          id: newId(),
          locationId,
          firstName,
          lastName,
          email: `${firstName}.${lastName}@${slug}.example.org`.toLowerCase(),
          phone: `+1415556${String(place.number * CLIENTS.length + index).padStart(4, '0')}`,
          tags: [tag],
          assignedTo: user.id,
        },
        now - index * MINUTE,
      ),
    );
    const conversation = store.addConversation(
      newConversation({ locationId, contactId: contact.id }, now),
    );
    store.opportunities.add(
      newOpportunity(
        {
          locationId,
          contactId: contact.id,
          name: `${firstName} at ${name}`,
          pipelineId: pipeline.id,
          pipelineStageId: pipeline.stages[index]?.id ?? '',
          monetaryValue: (index + 1) * 100,
        },
        now - index * MINUTE,
      ),
    );
    const startTime = momentIn(timezone, dayIn(timezone, now + (index + 1) * DAY), 10 * 60);
    store.appointments.add(
      newAppointment(
        {
          locationId,
          calendarId: calendar.id,
          contactId: contact.id,
          title: `${firstName} ${lastName}`,
          assignedUserId: user.id,
          startTime,
          endTime: startTime + 30 * MINUTE,
        },
        now - index * MINUTE,
      ),
    );
    store.submissions.add({
      id: randomUUID(),
      kind: 'form',
      formId: form.id,
      locationId,
      contactId: contact.id,
      name: `${firstName} ${lastName}`,
      email: contact.email ?? '',
      answers: { first_name: firstName, email: contact.email, question: `Where is ${name}?` },
      page: { url: location.website, title: name },
      referrer: '',
      utm: {},
      dateAdded: now - index * MINUTE,
    });
    storeMessage(store, now - index * MINUTE, conversation, 'SMS', {
      direction: 'inbound',
      status: 'delivered',
      body: `Is ${name} open on Sunday?`,
    });
    return contact.id;
  });
  seedSmallPlace(store, { locationId, name, userId: user.id, contactIds, id: newObjectId }, now);
  return location;
}
