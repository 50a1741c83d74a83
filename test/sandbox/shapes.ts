import {
  anything,
  boolean,
  either,
  exactly,
  iso,
  like,
  listOf,
  mapOf,
  ms,
  number,
  optional,
  orNull,
  record,
  text,
} from './support/shape.ts';

/**
 * The shapes of HighLevel's answers and events: keys and types, written down from its published
 * files and from recorded answers, not from the sandbox. Where the two differ, the recorded one
 * counts.
 */

export const traceId = like(/^[0-9a-f-]{36}$/);
const typeName = like(/^TYPE_[A-Z_]+$/);
const direction = like(/^(in|out)bound$/);
export const phone = like(/^\+\d{7,15}$/);

/** A file at its own address as a text, or an object, mixed. */
const attachments = listOf(either(text, record({ url: text, type: text, name: optional(text) })));

/** One field comes in three formats of date and two systems of types, by the endpoint. */
const seconds = record({ seconds: number, nanoseconds: number });

const lately = {
  messageTypes: listOf(number),
  isLastMessageInternalComment: boolean,
  profilePhoto: orNull(text),
};

export const conversationSearch = record({
  conversations: listOf(
    record({
      id: text,
      contactId: text,
      locationId: text,
      type: typeName,
      unreadCount: number,
      fullName: text,
      contactName: text,
      email: optional(text),
      phone: optional(phone),
      companyName: optional(text),
      tags: listOf(text),
      lastMessageBody: optional(text),
      lastMessageType: optional(typeName),
      lastMessageDirection: optional(direction),
      lastMessageDate: ms,
      lastManualMessageDate: optional(ms),
      lastOutboundMessageAction: optional(like(/^(automated|manual)$/)),
      dateAdded: ms,
      dateUpdated: ms,
      assignedTo: optional(text),
      userId: optional(text),
      starred: boolean,
      deleted: boolean,
      inbox: boolean,
      followers: listOf(text),
      mentions: listOf(text),
      scoring: listOf(anything),
      attributed: orNull(boolean),
      sort: listOf(number),
      ...lately,
    }),
  ),
  total: number,
  traceId,
});

export const conversation = record({
  id: text,
  contactId: text,
  locationId: text,
  type: number,
  unreadCount: number,
  starred: boolean,
  deleted: boolean,
  inbox: boolean,
  assignedTo: optional(text),
  lastMessageBody: optional(text),
  lastMessageType: optional(number),
  lastMessageDate: seconds,
  dateAdded: seconds,
  dateUpdated: seconds,
  ...lately,
  traceId,
});

export const updatedConversation = record({
  success: exactly(true),
  conversation: record({
    id: text,
    locationId: text,
    contactId: text,
    assignedTo: optional(text),
    userId: optional(text),
    lastMessageBody: optional(text),
    lastMessageDate: iso,
    lastMessageType: number,
    unreadCount: number,
    inbox: boolean,
    starred: boolean,
    deleted: boolean,
    dateAdded: iso,
    dateUpdated: iso,
  }),
  traceId,
});

export const createdConversation = record({
  success: exactly(true),
  conversation: record({
    id: text,
    dateUpdated: iso,
    dateAdded: iso,
    deleted: boolean,
    contactId: text,
    locationId: text,
    lastMessageDate: iso,
    assignedTo: optional(text),
  }),
  traceId,
});

const messageKeys = {
  id: text,
  type: number,
  messageType: typeName,
  locationId: text,
  contactId: text,
  conversationId: text,
  dateAdded: iso,
  dateUpdated: iso,
  body: optional(text),
  direction,
  status: text,
  contentType: text,
  attachments,
  source: optional(like(/^(workflow|bulk_actions|campaign|api|app)$/)),
  userId: optional(text),
  altId: optional(text),
  subType: optional(text),
  conversationProviderId: optional(text),
  chatWidgetId: optional(text),
};

const ids = record({ messageIds: listOf(text) });

const plainMessage = record(messageKeys);

const call = record({
  ...messageKeys,
  messageType: like(/^TYPE_(IVR_|CUSTOM_|CAMPAIGN_)?(CALL|VOICEMAIL)$/),
  meta: record({ call: record({ duration: number, status: text }) }),
});

const emailRow = record({
  ...messageKeys,
  messageType: like(/^TYPE_(CAMPAIGN_|CUSTOM_|CUSTOM_PROVIDER_)?EMAIL$/),
  meta: record({ email: either(ids, record({ email: ids })) }),
});

const activity = record({
  ...messageKeys,
  messageType: like(/^TYPE_ACTIVITY_/),
  from: text,
  to: text,
  source: exactly('app'),
  activity: record({ title: text, type: text, data: mapOf(anything) }),
});

/** A message of any kind; the kinds differ in their keys. */
const message = either(plainMessage, call, emailRow, activity);

export const conversationMessages = record({
  messages: record({
    lastMessageId: orNull(text),
    nextPage: boolean,
    messages: listOf(message),
  }),
  traceId,
});

export const exportedMessages = record({
  messages: listOf(message),
  nextCursor: orNull(text),
  total: number,
  traceId,
});

export const exportedEmails = record({
  messages: listOf(emailRow),
  nextCursor: orNull(text),
  total: number,
  traceId,
});

export const oneMessage = record({ message, traceId });
export const oneActivity = record({ message: activity, traceId });

export const oneEmail = record({
  emailMessage: record({
    id: text,
    altId: optional(text),
    threadId: text,
    locationId: text,
    contactId: text,
    conversationId: text,
    dateAdded: iso,
    subject: optional(text),
    body: text,
    direction,
    status: text,
    contentType: text,
    attachments,
    provider: optional(text),
    from: text,
    to: listOf(text),
    cc: listOf(text),
    bcc: listOf(text),
    replyToMessageId: optional(text),
    source: optional(text),
    conversationProviderId: optional(text),
  }),
  traceId,
});

export const sentMessage = record({
  conversationId: text,
  messageId: text,
  emailMessageId: optional(text),
  messageIds: optional(listOf(text)),
  msg: optional(text),
  status: optional(text),
  traceId,
});

const customFieldValues = listOf(record({ id: text, value: anything }));

const dndSetting = record({
  status: like(/^(active|inactive|permanent)$/),
  message: optional(text),
  code: optional(text),
});

const origin = record({ source: text, channel: text, sourceId: text, timestamp: iso });
const attribution = mapOf(orNull(text));

/** Texts, and numbers of milliseconds where HighLevel keeps them so. */
const dateOfBirth = either(text, number);

const contactKeys = {
  id: text,
  locationId: text,
  additionalEmails: listOf(record({ email: text })),
  additionalPhones: listOf(record({ phone: text })),
  createdBy: origin,
  country: text,
  type: text,
  dnd: boolean,
  dndSettings: mapOf(dndSetting),
  tags: listOf(text),
  customFields: customFieldValues,
  followers: listOf(text),
  dateAdded: iso,
  dateUpdated: iso,
};

const contactTexts = [
  'name',
  'firstName',
  'firstNameLowerCase',
  'lastName',
  'lastNameLowerCase',
  'fullNameLowerCase',
  'email',
  'emailLowerCase',
  'phone',
  'companyName',
  'businessId',
  'address1',
  'city',
  'state',
  'postalCode',
  'website',
  'timezone',
  'gender',
  'source',
  'assignedTo',
  'visitorId',
];

const contactKeysRead = {
  ...contactKeys,
  ...Object.fromEntries(contactTexts.map((key) => [key, optional(text)])),
  dateOfBirth: optional(dateOfBirth),
  inboundDndSettings: optional(record({ all: dndSetting })),
  attributionSource: optional(attribution),
  lastAttributionSource: optional(attribution),
};

const contact = record(contactKeysRead);
const both = { succeded: exactly(true), succeeded: exactly(true) };

export const oneContact = record({ contact, traceId });
export const duplicateContact = record({
  contact,
  matchingField: like(/^(email|phone)$/),
  traceId,
});
export const upsertedContact = record({ new: boolean, ...both, contact, traceId });
export const updatedContact = record({ ...both, contact, traceId });

export const createdContact = record({
  contact: record({
    ...contactKeysRead,
    deleted: exactly(false),
    lastUpdatedBy: origin,
    bounceEmail: boolean,
    unsubscribeEmail: boolean,
    validEmail: orNull(boolean),
    validEmailDate: orNull(text),
    lastSessionActivityAt: iso,
  }),
  traceId,
});

/** A row has null where a single contact has no key. */
const nullableTexts = [
  'firstName',
  'lastName',
  'firstNameLowerCase',
  'lastNameLowerCase',
  'contactName',
  'email',
  'phone',
  'phoneLabel',
  'companyName',
  'address',
  'city',
  'state',
  'postalCode',
  'website',
  'source',
  'assignedTo',
  'timezone',
  'businessId',
  'businessName',
];

export const contactSearch = record({
  contacts: listOf(
    record({
      ...contactKeys,
      ...Object.fromEntries(nullableTexts.map((key) => [key, orNull(text)])),
      gender: optional(text),
      dateOfBirth: orNull(dateOfBirth),
      inboundDndSettings: orNull(record({ all: dndSetting })),
      attributionSource: orNull(attribution),
      lastAttributionSource: orNull(attribution),
      opportunities: listOf(anything),
      validEmail: orNull(boolean),
      searchAfter: listOf(either(number, text)),
    }),
  ),
  total: number,
  traceId,
});

/** What several calls answer that change or delete. */
export const succeededTwice = record({ ...both, traceId });
export const succeededOnce = record({ succeeded: exactly(true), traceId });
export const succeded = record({ succeded: exactly(true), traceId });

export const changedTags = record({
  tags: listOf(text),
  tagsAdded: listOf(text),
  tagsRemoved: listOf(text),
  traceId,
});

const note = record({
  id: text,
  body: text,
  bodyText: text,
  userId: orNull(text),
  dateAdded: iso,
  contactId: text,
  title: optional(text),
  color: optional(text),
  pinned: boolean,
  relations: listOf(anything),
});
export const oneNote = record({ note, traceId });
export const notes = record({ notes: listOf(note), traceId });

const task = record({
  id: text,
  title: text,
  body: text,
  assignedTo: optional(text),
  dueDate: iso,
  completed: boolean,
  contactId: text,
});
export const oneTask = record({ task, traceId });
export const tasks = record({ tasks: listOf(task), traceId });

const documented = {
  documentType: text,
  parentId: orNull(text),
  standard: boolean,
  scopes: listOf(text),
};

const customField = record({
  id: text,
  name: text,
  model: like(/^(contact|opportunity)$/),
  fieldKey: like(/^(contact|opportunity)\.\w+$/),
  placeholder: text,
  dataType: like(/^[A-Z_]+$/),
  position: number,
  picklistOptions: optional(listOf(text)),
  isMultiFileAllowed: optional(boolean),
  maxFileLimit: optional(number),
  acceptedFormat: optional(listOf(text)),
  locationId: text,
  dateAdded: iso,
  ...documented,
});
export const oneCustomField = record({ customField, traceId });
export const customFields = record({ customFields: listOf(customField), traceId });

const customValue = record({
  id: text,
  name: text,
  fieldKey: like(/^\{\{ custom_values\.\w+ \}\}$/),
  value: text,
  locationId: text,
  ...documented,
});
export const oneCustomValue = record({ customValue, traceId });
export const customValues = record({ customValues: listOf(customValue), traceId });

/** The 38 switches of the published files, and ten more that live answers have. */
const PERMISSIONS = 48;

const permissions: typeof anything = (value, path, problems) => {
  mapOf(boolean)(value, path, problems);
  const count = Object.keys(value ?? {}).length;
  if (count !== PERMISSIONS) problems.push(`${path} has ${String(count)} switches`);
};

const user = {
  id: text,
  name: text,
  firstName: text,
  lastName: text,
  email: text,
  phone: text,
  extension: text,
  permissions,
  scopes: listOf(text),
  scopesAssignedToOnly: listOf(text),
  totpEnabled: boolean,
  roles: record({
    type: text,
    role: text,
    locationIds: listOf(text),
    restrictSubAccount: boolean,
  }),
  deleted: boolean,
  profilePhoto: optional(text),
  lcPhone: mapOf(text),
  platformLanguage: text,
};
export const oneUser = record({ ...user, traceId });
export const users = record({ users: listOf(record(user)), traceId });

const place = {
  name: text,
  address: text,
  city: text,
  state: text,
  country: text,
  postalCode: text,
  website: text,
  timezone: text,
};

export const location = record({
  location: record({
    ...place,
    id: text,
    companyId: text,
    brandId: orNull(text),
    logoUrl: text,
    domain: text,
    firstName: text,
    lastName: text,
    email: text,
    phone,
    business: record(place),
    social: mapOf(text),
    settings: mapOf(anything),
    reseller: mapOf(anything),
  }),
  traceId,
});

/** Numbers, written as text. */
export const rateLimitHeaders = Object.fromEntries(
  [
    'x-ratelimit-max',
    'x-ratelimit-interval-milliseconds',
    'x-ratelimit-remaining',
    'x-ratelimit-limit-daily',
    'x-ratelimit-daily-remaining',
    'x-ratelimit-daily-reset',
  ].map((name) => [name, like(/^\d+$/)]),
);

/** Beside what the published files say of an event. */
export const envelope = { appId: text, versionId: text, timestamp: iso, webhookId: traceId };

const messageEventKeys = {
  ...envelope,
  type: like(/^(In|Out)boundMessage$/),
  locationId: text,
  contactId: text,
  conversationId: text,
  dateAdded: iso,
  direction,
  messageTypeId: number,
  messageTypeString: typeName,
  attachments,
  source: optional(text),
  userId: optional(text),
  conversationProviderId: optional(text),
};

export const textEvent = record({
  ...messageEventKeys,
  messageType: text,
  messageId: text,
  body: text,
  contentType: text,
  status: text,
  from: optional(text),
  to: optional(text),
  chatWidgetId: optional(text),
});

export const callEvent = record({
  ...messageEventKeys,
  messageType: exactly('CALL'),
  messageId: text,
  status: text,
  callDuration: number,
  callStatus: text,
});

export const emailEvent = record({
  ...messageEventKeys,
  messageType: exactly('Email'),
  body: text,
  emailMessageId: text,
  threadId: text,
  subject: optional(text),
  from: text,
  to: listOf(text),
  cc: listOf(text),
  bcc: listOf(text),
  provider: optional(text),
});

export const unreadEvent = record({
  ...envelope,
  type: exactly('ConversationUnreadUpdate'),
  locationId: text,
  id: text,
  contactId: text,
  unreadCount: number,
  inbox: boolean,
  starred: boolean,
  deleted: boolean,
});

const contactEventTexts = [
  'address1',
  'city',
  'state',
  'companyName',
  'source',
  'email',
  'firstName',
  'lastName',
  'phone',
  'postalCode',
  'website',
  'assignedTo',
];

const contactEventKeys = {
  ...envelope,
  ...Object.fromEntries(contactEventTexts.map((key) => [key, optional(text)])),
  type: like(/^Contact[A-Z]/),
  locationId: text,
  id: text,
  name: text,
  country: text,
  dateAdded: iso,
  dateOfBirth: optional(dateOfBirth),
  dnd: boolean,
  tags: listOf(text),
  attachments: listOf(anything),
  customFields: customFieldValues,
};

export const contactEvent = record(contactEventKeys);
export const contactDndEvent = record({ ...contactEventKeys, dndSettings: mapOf(dndSetting) });

export const noteEvent = record({
  ...envelope,
  type: like(/^Note(Create|Update|Delete)$/),
  locationId: text,
  id: text,
  body: text,
  contactId: text,
  dateAdded: iso,
});

export const taskEvent = record({
  ...envelope,
  type: like(/^Task(Create|Complete|Delete)$/),
  locationId: text,
  id: text,
  assignedTo: optional(text),
  body: optional(text),
  contactId: text,
  title: text,
  dateAdded: iso,
  dueDate: iso,
});
