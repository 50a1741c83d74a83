import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import { CONVERSATION_TYPES, typeNumber } from '../state/channels.ts';
import type { Contact, Conversation, Email, Message, Origin } from '../state/records.ts';

/** A date as most of the API writes it. */
export const iso = (ms: number): string => new Date(ms).toISOString();

/** A date as `GET /conversations/{id}` writes it. */
const timestamp = (ms: number): Json => ({
  seconds: Math.floor(ms / 1000),
  nanoseconds: (ms % 1000) * 1_000_000,
});

/** Answers of those calls whose two spellings were seen; the others have the first only. */
export const SUCCEEDED = { succeded: true, succeeded: true };

export const fullName = (contact: Contact): string =>
  [contact.firstName, contact.lastName].filter(Boolean).join(' ');

/** What both readings of a conversation tell of its messages, whatever their kind. */
const lately = (sandbox: Sandbox, conversation: Conversation): Json => ({
  messageTypes: conversation.messageTypes.map(typeNumber),
  isLastMessageInternalComment: conversation.lastMessageType === 'TYPE_INTERNAL_COMMENT',
  profilePhoto: sandbox.store.contacts.get(conversation.contactId)?.profilePhoto ?? null,
});

/** A row of `GET /conversations/search`: dates in milliseconds, types by name, the sort value in `sort`. */
export function conversationRow(sandbox: Sandbox, row: Conversation, sortValue: number): Json {
  const contact = sandbox.store.contacts.get(row.contactId);
  return {
    id: row.id,
    contactId: row.contactId,
    locationId: row.locationId,
    type: CONVERSATION_TYPES[row.type],
    unreadCount: row.unreadCount,
    starred: row.starred,
    deleted: row.deleted,
    inbox: row.inbox,
    followers: row.followers,
    mentions: row.mentions,
    lastMessageBody: row.lastMessageBody,
    lastMessageType: row.lastMessageType,
    lastMessageDirection: row.lastMessageDirection,
    lastMessageDate: row.lastMessageDate,
    lastManualMessageDate: row.lastManualMessageDate,
    lastOutboundMessageAction: row.lastOutboundMessageAction,
    ...lately(sandbox, row),
    dateAdded: row.dateAdded,
    dateUpdated: row.dateUpdated,
    assignedTo: contact?.assignedTo,
    userId: contact?.assignedTo,
    fullName: contact && fullName(contact),
    contactName: contact && fullName(contact),
    companyName: contact?.companyName,
    email: contact?.email,
    phone: contact?.phone,
    tags: contact?.tags ?? [],
    scoring: [],
    attributed: null,
    sort: [sortValue],
  };
}

/** `GET /conversations/{id}`: flat, types as numbers, dates as seconds and nanoseconds. */
export function conversationDetail(sandbox: Sandbox, found: Conversation): Json {
  const assignedTo = sandbox.store.contacts.get(found.contactId)?.assignedTo;
  return {
    id: found.id,
    contactId: found.contactId,
    locationId: found.locationId,
    type: found.type,
    unreadCount: found.unreadCount,
    starred: found.starred,
    deleted: found.deleted,
    inbox: found.inbox,
    assignedTo,
    lastMessageBody: found.lastMessageBody,
    lastMessageType: found.lastMessageType && typeNumber(found.lastMessageType),
    ...lately(sandbox, found),
    lastMessageDate: timestamp(found.lastMessageDate),
    dateAdded: timestamp(found.dateAdded),
    dateUpdated: timestamp(found.dateUpdated),
  };
}

/** The number that stands where a conversation has had no message yet. */
const NO_MESSAGE_YET = 100;

/** The conversation in the answer to `PUT /conversations/{id}`: types as numbers, ISO dates. */
export function conversationUpdated(sandbox: Sandbox, found: Conversation): Json {
  const assignedTo = sandbox.store.contacts.get(found.contactId)?.assignedTo;
  return {
    id: found.id,
    locationId: found.locationId,
    contactId: found.contactId,
    assignedTo,
    userId: assignedTo,
    lastMessageBody: found.lastMessageBody,
    lastMessageDate: iso(found.lastMessageDate),
    lastMessageType: found.lastMessageType ? typeNumber(found.lastMessageType) : NO_MESSAGE_YET,
    unreadCount: found.unreadCount,
    inbox: found.inbox,
    starred: found.starred,
    deleted: found.deleted,
    dateAdded: iso(found.dateAdded),
    dateUpdated: iso(found.dateUpdated),
  };
}

/** The conversation in the answer to `POST /conversations/`. */
export function conversationCreated(sandbox: Sandbox, found: Conversation): Json {
  return {
    id: found.id,
    dateUpdated: iso(found.dateUpdated),
    dateAdded: iso(found.dateAdded),
    deleted: found.deleted,
    contactId: found.contactId,
    locationId: found.locationId,
    lastMessageDate: iso(found.lastMessageDate),
    assignedTo: sandbox.store.contacts.get(found.contactId)?.assignedTo,
  };
}

/**
 * A message in lists. An email's row stands for its thread and comes without the mail's own words
 * (highlevel-api-docs #40), a call's without its recording in `attachments` (#113).
 */
export function messageRow(sandbox: Sandbox, message: Message): Json {
  const meta: Json = {};
  if (message.call) meta.call = message.call;
  if (message.emailIds) {
    const ids = { messageIds: message.emailIds };
    meta.email = message.emailMetaIsNested === true ? { email: ids } : ids;
  }
  const { activity, lateMedia } = message;
  const isLate = lateMedia !== undefined && lateMedia.readings > 0;
  return {
    id: message.id,
    type: typeNumber(message.messageType),
    messageType: message.messageType,
    locationId: message.locationId,
    contactId: message.contactId,
    conversationId: message.conversationId,
    dateAdded: iso(message.dateAdded),
    dateUpdated: iso(message.dateUpdated),
    body: isLate ? '' : message.body,
    direction: message.direction,
    status: message.status,
    contentType: message.contentType,
    attachments: isLate ? [] : sandbox.attachments(message.attachments),
    meta: Object.keys(meta).length > 0 ? meta : undefined,
    source: message.source,
    userId: message.userId,
    altId: message.altId,
    subType: message.subType,
    conversationProviderId: message.conversationProviderId,
    chatWidgetId: message.chatWidgetId,
    ...(activity ? { from: message.from, to: message.to, activity } : {}),
  };
}

/** An email with its addresses and body. */
export function emailDetail(sandbox: Sandbox, email: Email): Json {
  return {
    id: email.id,
    altId: email.altId,
    threadId: email.threadId,
    locationId: email.locationId,
    contactId: email.contactId,
    conversationId: email.conversationId,
    dateAdded: iso(email.dateAdded),
    subject: email.subject,
    body: email.body,
    direction: email.direction,
    status: email.status,
    contentType: email.contentType,
    attachments: sandbox.attachments(email.attachments),
    provider: email.provider,
    from: email.from,
    to: email.to,
    cc: email.cc,
    bcc: email.bcc,
    replyToMessageId: email.replyToMessageId,
    source: email.source,
    conversationProviderId: email.conversationProviderId,
  };
}

const originView = ({ timestamp: at, ...origin }: Origin): Json => ({
  ...origin,
  timestamp: iso(at),
});

const lower = (text: string | undefined): string | undefined => text?.toLowerCase();

/** The value of a custom field; files of this server get its address. */
function fieldValue(sandbox: Sandbox, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => fieldValue(sandbox, one));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      key === 'url' && typeof inner === 'string'
        ? sandbox.absolute(inner)
        : fieldValue(sandbox, inner),
    ]),
  );
}

/** The custom fields of a contact, by id; their keys are in the list of fields only. */
export const customFieldValues = (sandbox: Sandbox, contact: Contact): Json[] =>
  contact.customFields.map(({ id, value }) => ({ id, value: fieldValue(sandbox, value) }));

/** A contact as `GET /contacts/{id}` and the writes answer it. */
export function contactDetail(sandbox: Sandbox, contact: Contact): Json {
  const name = fullName(contact);
  return {
    id: contact.id,
    name: name === '' ? undefined : name,
    locationId: contact.locationId,
    firstName: contact.firstName,
    firstNameLowerCase: lower(contact.firstName),
    lastName: contact.lastName,
    lastNameLowerCase: lower(contact.lastName),
    fullNameLowerCase: name === '' ? undefined : name.toLowerCase(),
    email: contact.email,
    emailLowerCase: lower(contact.email),
    additionalEmails: contact.additionalEmails.map((email) => ({ email })),
    phone: contact.phone,
    additionalPhones: contact.additionalPhones.map((phone) => ({ phone })),
    companyName: contact.companyName,
    businessId: contact.businessId,
    address1: contact.address1,
    city: contact.city,
    state: contact.state,
    country: contact.country,
    postalCode: contact.postalCode,
    website: contact.website,
    timezone: contact.timezone,
    gender: contact.gender,
    source: contact.source,
    dateOfBirth: contact.dateOfBirth,
    type: 'lead',
    dnd: contact.dnd,
    dndSettings: contact.dndSettings,
    inboundDndSettings: contact.inboundDndSettings,
    tags: contact.tags,
    customFields: customFieldValues(sandbox, contact),
    assignedTo: contact.assignedTo,
    followers: contact.followers,
    visitorId: contact.visitorId,
    attributionSource: contact.attributionSource,
    lastAttributionSource: contact.lastAttributionSource,
    createdBy: originView(contact.createdBy),
    dateAdded: iso(contact.dateAdded),
    dateUpdated: iso(contact.dateUpdated),
  };
}

/** The contact in the answer to `POST /contacts/`, which tells more than later readings. */
export const contactCreated = (sandbox: Sandbox, contact: Contact): Json => ({
  ...contactDetail(sandbox, contact),
  deleted: false,
  lastUpdatedBy: originView(contact.createdBy),
  bounceEmail: false,
  unsubscribeEmail: false,
  validEmail: null,
  validEmailDate: null,
  lastSessionActivityAt: iso(contact.dateAdded),
});

const NULL_IN_ROWS = [
  'firstName',
  'lastName',
  'firstNameLowerCase',
  'lastNameLowerCase',
  'email',
  'phone',
  'companyName',
  'city',
  'state',
  'country',
  'postalCode',
  'website',
  'source',
  'dateOfBirth',
  'assignedTo',
  'timezone',
  'inboundDndSettings',
  'attributionSource',
  'lastAttributionSource',
];
const NOT_IN_ROWS = ['name', 'visitorId', 'emailLowerCase', 'fullNameLowerCase', 'address1'];

/** A row of `POST /contacts/search`, which has null where a single contact has no key. */
export function contactRow(sandbox: Sandbox, contact: Contact): Json {
  const name = fullName(contact);
  const row: Json = {};
  for (const [key, value] of Object.entries(contactDetail(sandbox, contact))) {
    if (!NOT_IN_ROWS.includes(key)) row[key] = value;
  }
  for (const key of NULL_IN_ROWS) row[key] ??= null;
  return {
    ...row,
    contactName: name === '' ? null : name.toLowerCase(),
    address: contact.address1 ?? null,
    businessId: contact.businessId ?? null,
    businessName:
      sandbox.store.objectRecords.get(contact.businessId ?? '')?.properties.name ?? null,
    opportunities: [],
    validEmail: null,
    phoneLabel: null,
    searchAfter: [contact.dateAdded, contact.id],
  };
}
