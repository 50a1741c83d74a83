import type { FastifyInstance, FastifyRequest } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { badRequest, unprocessable } from '../http/errors.ts';
import {
  anything,
  boolean,
  listOf,
  nested,
  oneOf,
  type Reader,
  readBody,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId } from '../state/ids.ts';
import { newContact } from '../state/contacts.ts';
import type { Contact } from '../state/records.ts';
import { contactEvent, type ContactEvent } from '../webhooks/events.ts';
import { writeCustomFields } from './custom-field-values.ts';
import { findContact, param } from './find.ts';
import { isEmail, toE164 } from './phone.ts';
import { contactCreated, contactDetail, SUCCEEDED } from './views.ts';

const READ = { access: { scope: 'contacts.readonly' } };
const WRITE = { access: { scope: 'contacts.write' } };

const anEmail: Reader<string> = (value, name, problems) => {
  if (typeof value === 'string' && isEmail(value)) return value;
  problems.push(`${name} must be an email`);
  return undefined;
};

const email: Reader<string> = (value, name, problems) =>
  value === '' ? '' : anEmail(value, name, problems);

const phone: Reader<string> = (value, name, problems) => {
  if (value === '') return '';
  const found = typeof value === 'string' ? toE164(value) : undefined;
  if (found === undefined) problems.push(`${name} must be a valid phone number`);
  return found;
};

const DND = nested(
  { status: oneOf(['active', 'inactive', 'permanent']) },
  { message: string, code: string },
);

const COMMON = {
  firstName: string,
  lastName: string,
  name: string,
  email,
  phone,
  address1: string,
  city: string,
  state: string,
  postalCode: string,
  website: string,
  timezone: string,
  dnd: boolean,
  dndSettings: nested({}, { Call: DND, Email: DND, SMS: DND, WhatsApp: DND, GMB: DND, FB: DND }),
  inboundDndSettings: nested(
    {},
    { all: nested({ status: oneOf(['active', 'inactive']) }, { message: string }) },
  ),
  tags: listOf(string),
  customFields: listOf(
    nested({}, { id: string, key: string, field_value: anything, value: anything }),
  ),
  source: string,
  dateOfBirth: anything,
  country: string,
  assignedTo: string,
};
const CREATE = { ...COMMON, gender: string, companyName: string };
/** An empty email is refused here, an empty phone is not. */
const UPSERT = { ...CREATE, email: anEmail, createNewIfDuplicateAllowed: boolean };

const readUpdate = (body: unknown) => readBody(body, {}, COMMON);
/** What the specification of the update lets be null: it is emptied. */
const NULLABLE = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'address1',
  'city',
  'state',
  'website',
  'timezone',
  'source',
  'dateOfBirth',
  'assignedTo',
] as const;

function emptied(body: unknown): Partial<Record<(typeof NULLABLE)[number], string>> {
  if (typeof body !== 'object' || body === null) return {};
  const keys = NULLABLE.filter((key) => Reflect.get(body, key) === null);
  return Object.fromEntries(keys.map((key) => [key, '']));
}

type Input = ReturnType<typeof readUpdate> & { gender?: string; companyName?: string };

const TEXTS = [
  'firstName',
  'lastName',
  'email',
  'phone',
  'companyName',
  'address1',
  'city',
  'state',
  'country',
  'postalCode',
  'website',
  'timezone',
  'gender',
  'source',
  'assignedTo',
] as const;

function apply(sandbox: Sandbox, contact: Contact, input: Input): void {
  for (const key of TEXTS) {
    const value = input[key];
    if (value === '') Reflect.deleteProperty(contact, key);
    else if (value !== undefined) contact[key] = value;
  }
  if (input.name !== undefined && input.firstName === undefined && input.lastName === undefined) {
    const [first = '', ...others] = input.name.split(' ');
    contact.firstName = first;
    contact.lastName = others.join(' ');
  }
  if (input.dateOfBirth === '') Reflect.deleteProperty(contact, 'dateOfBirth');
  else if (typeof input.dateOfBirth === 'string') {
    const date = new Date(input.dateOfBirth);
    if (Number.isNaN(date.getTime())) throw badRequest('dateOfBirth is not a valid date');
    contact.dateOfBirth = date.toISOString();
  }
  if (input.assignedTo !== undefined && input.assignedTo !== '') {
    const user = sandbox.store.users.get(input.assignedTo);
    if (!user?.locationIds.includes(contact.locationId)) throw badRequest('Invalid assignedTo');
  }
  contact.dnd = input.dnd ?? contact.dnd;
  if (input.dndSettings) contact.dndSettings = { ...contact.dndSettings, ...input.dndSettings };
  if (input.inboundDndSettings?.all) {
    contact.inboundDndSettings = { all: input.inboundDndSettings.all };
  }
  // Tags are replaced, not added.
  if (input.tags) contact.tags = [...new Set(input.tags.map((tag) => tag.trim().toLowerCase()))];
  if (input.customFields) {
    contact.customFields = writeCustomFields(
      sandbox,
      { locationId: contact.locationId, model: 'contact' },
      input.customFields,
      contact.customFields,
    );
  }
  rememberTags(sandbox, contact);
  contact.dateUpdated = sandbox.now();
}

/** A tag used on a contact becomes a tag of the location. */
export function rememberTags(sandbox: Sandbox, contact: Contact): void {
  for (const name of contact.tags) {
    const known = sandbox.store.tags.find(
      (tag) => tag.locationId === contact.locationId && tag.name === name,
    );
    if (!known) sandbox.store.tags.add({ id: newId(), locationId: contact.locationId, name });
  }
}

type Matching = { contact: Contact; field: 'email' | 'phone' } | undefined;

/** Another contact of the location with the same email, else with the same phone. */
function duplicateOf(
  sandbox: Sandbox,
  locationId: string,
  input: Pick<Input, 'email' | 'phone'>,
  except?: string,
): Matching {
  const others = sandbox.store.contacts.filter(
    (contact) => contact.locationId === locationId && contact.id !== except,
  );
  if (input.email) {
    const wanted = input.email.toLowerCase();
    const contact = others.find((one) => one.email?.toLowerCase() === wanted);
    if (contact) return { contact, field: 'email' };
  }
  if (input.phone) {
    const contact = others.find((one) => one.phone === input.phone);
    if (contact) return { contact, field: 'phone' };
  }
  return undefined;
}

function refuseDuplicate(duplicate: Matching): void {
  if (!duplicate) return;
  const { contact, field } = duplicate;
  throw badRequest('This location does not allow duplicated contacts.', {
    meta: {
      contactId: contact.id,
      contactName: [contact.firstName, contact.lastName].filter(Boolean).join(' '),
      matchingField: field,
    },
  });
}

function create(sandbox: Sandbox, locationId: string, input: Input): Contact {
  const now = sandbox.now();
  const contact = newContact({ id: newId(), locationId, source: 'public api' }, now);
  apply(sandbox, contact, input);
  sandbox.lag.hide(contact.id);
  return sandbox.store.contacts.add(contact);
}

const fire = (sandbox: Sandbox, type: ContactEvent, contact: Contact): void => {
  sandbox.webhooks.fire(contactEvent(sandbox, type, contact));
};

function update(sandbox: Sandbox, contact: Contact, input: Input): void {
  const tags = contact.tags.join();
  const dnd = JSON.stringify([contact.dnd, contact.dndSettings]);
  apply(sandbox, contact, input);
  fire(sandbox, 'ContactUpdate', contact);
  if (contact.tags.join() !== tags) fire(sandbox, 'ContactTagUpdate', contact);
  if (JSON.stringify([contact.dnd, contact.dndSettings]) !== dnd) {
    fire(sandbox, 'ContactDndUpdate', contact);
  }
}

function allowsDuplicates(sandbox: Sandbox, locationId: string): boolean {
  return sandbox.store.locations.get(locationId)?.allowDuplicateContact ?? false;
}

/**
 * Upsert: the contact with the same email, else the same phone, is updated. When the two belong to
 * different contacts, the second value is dropped without a word (highlevel-api-docs #37).
 */
function upsert(sandbox: Sandbox, request: FastifyRequest): Record<string, unknown> {
  const { locationId, createNewIfDuplicateAllowed, ...input } = readBody(
    request.body,
    { locationId: string },
    UPSERT,
  );
  requireLocation(request, locationId);
  if (!input.email && !input.phone && input.name === undefined && input.firstName === undefined) {
    throw unprocessable(['email or phone should not be empty']);
  }
  const match =
    createNewIfDuplicateAllowed === true && allowsDuplicates(sandbox, locationId)
      ? undefined
      : duplicateOf(sandbox, locationId, input);
  if (!match) {
    const contact = create(sandbox, locationId, input);
    fire(sandbox, 'ContactCreate', contact);
    return { new: true, ...SUCCEEDED, contact: contactDetail(sandbox, contact) };
  }
  const other = match.field === 'email' ? 'phone' : 'email';
  const taken = duplicateOf(sandbox, locationId, { [other]: input[other] }, match.contact.id);
  if (taken) Reflect.deleteProperty(input, other);
  update(sandbox, match.contact, input);
  return { new: false, ...SUCCEEDED, contact: contactDetail(sandbox, match.contact) };
}

/** Contacts: read, create, update, upsert, delete. */
export function contactRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/contacts/:contactId', { config: READ }, (request) => ({
    contact: contactDetail(sandbox, findContact(sandbox, request, param(request, 'contactId'))),
  }));

  app.post('/contacts/', { config: WRITE }, (request) => {
    const { locationId, ...input } = readBody(request.body, { locationId: string }, CREATE);
    requireLocation(request, locationId);
    if (!allowsDuplicates(sandbox, locationId)) {
      refuseDuplicate(duplicateOf(sandbox, locationId, input));
    }
    const contact = create(sandbox, locationId, input);
    fire(sandbox, 'ContactCreate', contact);
    return { contact: contactCreated(sandbox, contact) };
  });

  app.post('/contacts/upsert', { config: WRITE }, (request) => upsert(sandbox, request));

  app.put('/contacts/:contactId', { config: WRITE }, (request) => {
    const input = { ...readUpdate(request.body), ...emptied(request.body) };
    const contact = findContact(sandbox, request, param(request, 'contactId'));
    if (!allowsDuplicates(sandbox, contact.locationId)) {
      refuseDuplicate(duplicateOf(sandbox, contact.locationId, input, contact.id));
    }
    update(sandbox, contact, input);
    return { ...SUCCEEDED, contact: contactDetail(sandbox, contact) };
  });

  app.delete('/contacts/:contactId', { config: WRITE }, (request) => {
    const contact = findContact(sandbox, request, param(request, 'contactId'));
    const conversation = sandbox.store.conversationOf(contact.id);
    if (conversation) sandbox.store.deleteConversation(conversation);
    sandbox.store.contacts.delete(contact.id);
    fire(sandbox, 'ContactDelete', contact);
    return SUCCEEDED;
  });
}
