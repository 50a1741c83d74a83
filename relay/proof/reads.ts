import { isKnown, type SubscribableEvent } from '../events.ts';

/** A read of HighLevel's API that needs a scope. */
export interface Read {
  /** HighLevel's name of the scope. */
  scope: string;
  /** What HighLevel's consent page calls it. */
  label: string;
  version: '2021-04-15' | '2021-07-28';
  method: 'GET' | 'POST';
  /** Path and query. @param locationId as it may stand in an address */
  path: (locationId: string) => string;
  /** What is sent along, as JSON. */
  body?: (locationId: string) => Record<string, unknown>;
  /** The list in the answer; without it the answer is the location itself. */
  list?: string;
}

/** The sub-account itself: it says which agency it belongs to. */
export const LOCATION: Read = {
  scope: 'locations.readonly',
  label: 'View Sub-Account',
  version: '2021-07-28',
  method: 'GET',
  path: (locationId) => `/locations/${locationId}`,
};

const MESSAGES: Read = {
  scope: 'conversations/message.readonly',
  label: 'View Conversation Messages',
  version: '2021-04-15',
  method: 'GET',
  // HighLevel never returns fewer than ten.
  path: (locationId) => `/conversations/messages/export?locationId=${locationId}&limit=10`,
  list: 'messages',
};

const CONVERSATIONS: Read = {
  scope: 'conversations.readonly',
  label: 'View Conversations',
  version: '2021-04-15',
  method: 'GET',
  path: (locationId) => `/conversations/search?locationId=${locationId}&limit=1`,
  list: 'conversations',
};

const CONTACTS: Read = {
  scope: 'contacts.readonly',
  label: 'View Contacts',
  version: '2021-07-28',
  method: 'POST',
  path: () => '/contacts/search',
  body: (locationId) => ({ locationId, pageLimit: 1 }),
  list: 'contacts',
};

const CAMPAIGNS: Read = {
  scope: 'campaigns.readonly',
  label: 'View Campaigns',
  version: '2021-07-28',
  method: 'GET',
  path: (locationId) => `/campaigns/?locationId=${locationId}`,
  list: 'campaigns',
};

const USERS: Read = {
  scope: 'users.readonly',
  label: 'View Users',
  version: '2021-07-28',
  method: 'GET',
  path: (locationId) => `/users/?locationId=${locationId}`,
  list: 'users',
};

const OPPORTUNITIES: Read = {
  scope: 'opportunities.readonly',
  label: 'View Opportunities',
  version: '2021-07-28',
  method: 'GET',
  // This call alone spells the sub-account so.
  path: (locationId) => `/opportunities/search?location_id=${locationId}&limit=1`,
  list: 'opportunities',
};

/** HighLevel lists appointments of one calendar or user only, so that its calendars are read. */
const CALENDARS: Read = {
  scope: 'calendars.readonly',
  label: 'View Calendars',
  version: '2021-04-15',
  method: 'GET',
  path: (locationId) => `/calendars/?locationId=${locationId}`,
  list: 'calendars',
};

const ORDERS: Read = {
  scope: 'payments/orders.readonly',
  label: 'View Payment Orders',
  version: '2021-07-28',
  method: 'GET',
  path: (locationId) => `/payments/orders?altId=${locationId}&limit=1`,
  list: 'data',
};

const PRODUCTS: Read = {
  scope: 'products.readonly',
  label: 'View Products',
  version: '2021-07-28',
  method: 'GET',
  path: (locationId) => `/products/?locationId=${locationId}&limit=1`,
  list: 'products',
};

const INVOICES: Read = {
  scope: 'invoices.readonly',
  label: 'View Invoices',
  version: '2021-07-28',
  method: 'GET',
  path: (locationId) => `/invoices/?altId=${locationId}&altType=location&limit=1&offset=0`,
  list: 'invoices',
};

/** Records are listed by their object, and an event is of any: one that nobody has is searched for. */
const RECORDS: Read = {
  scope: 'objects/record.readonly',
  label: 'View Objects Record',
  version: '2021-07-28',
  method: 'POST',
  path: () => '/objects/business/records/search',
  body: (locationId) => ({ locationId, page: 1, pageLimit: 1 }),
  list: 'records',
};

const SCHEMAS: Read = {
  scope: 'objects/schema.readonly',
  label: 'View Objects Schema',
  version: '2021-07-28',
  method: 'GET',
  path: (locationId) => `/objects/?locationId=${locationId}`,
  list: 'objects',
};

/** HighLevel lists the relations of one record only, so that the kinds of relations are read. */
const ASSOCIATIONS: Read = {
  scope: 'associations.readonly',
  label: 'View Associations',
  version: '2021-07-28',
  method: 'GET',
  path: (locationId) => `/associations/?locationId=${locationId}&skip=0&limit=1`,
  list: 'associations',
};

/**
 * What a subscriber must be able to read to be sent an event: what the event holds. HighLevel counts
 * notes and tasks among contacts.
 */
const READ_FOR: Readonly<Record<SubscribableEvent, Read>> = {
  InboundMessage: MESSAGES,
  OutboundMessage: MESSAGES,
  ConversationStarted: MESSAGES,
  ConversationUnreadUpdate: CONVERSATIONS,
  ContactCreate: CONTACTS,
  ContactUpdate: CONTACTS,
  ContactDelete: CONTACTS,
  ContactTagUpdate: CONTACTS,
  ContactDndUpdate: CONTACTS,
  NoteCreate: CONTACTS,
  NoteUpdate: CONTACTS,
  NoteDelete: CONTACTS,
  TaskCreate: CONTACTS,
  TaskComplete: CONTACTS,
  TaskDelete: CONTACTS,
  CampaignStatusUpdate: CAMPAIGNS,
  // No scope is documented for it. It says of emails what messages say: to whom, and what became of them.
  LCEmailStats: MESSAGES,
  UserCreate: USERS,
  UserUpdate: USERS,
  UserDelete: USERS,
  OpportunityCreate: OPPORTUNITIES,
  OpportunityUpdate: OPPORTUNITIES,
  OpportunityStageUpdate: OPPORTUNITIES,
  OpportunityStatusUpdate: OPPORTUNITIES,
  OpportunityMonetaryValueUpdate: OPPORTUNITIES,
  OpportunityAssignedToUpdate: OPPORTUNITIES,
  OpportunityDelete: OPPORTUNITIES,
  AppointmentCreate: CALENDARS,
  AppointmentUpdate: CALENDARS,
  AppointmentDelete: CALENDARS,
  OrderCreate: ORDERS,
  OrderStatusUpdate: ORDERS,
  ProductCreate: PRODUCTS,
  ProductUpdate: PRODUCTS,
  ProductDelete: PRODUCTS,
  InvoiceCreate: INVOICES,
  InvoiceUpdate: INVOICES,
  InvoiceSent: INVOICES,
  InvoicePaid: INVOICES,
  InvoicePartiallyPaid: INVOICES,
  InvoiceVoid: INVOICES,
  InvoiceDelete: INVOICES,
  RecordCreate: RECORDS,
  RecordUpdate: RECORDS,
  RecordDelete: RECORDS,
  PriceCreate: PRODUCTS,
  PriceUpdate: PRODUCTS,
  PriceDelete: PRODUCTS,
  ObjectSchemaCreate: SCHEMAS,
  ObjectSchemaUpdate: SCHEMAS,
  AssociationCreate: ASSOCIATIONS,
  AssociationUpdate: ASSOCIATIONS,
  AssociationDelete: ASSOCIATIONS,
  RelationCreate: ASSOCIATIONS,
  RelationDelete: ASSOCIATIONS,
};

/**
 * What a subscriber must be able to read to be sent an event, however it is named. Nobody knows what an
 * event holds that HighLevel adds tomorrow, and reading less than it holds would let somebody in. So
 * such an event is for who may read everything that the relay can ask about: with a scope too few it is
 * refused, and names that scope.
 */
export function readsFor(event: string): readonly Read[] {
  return isKnown(event) ? [READ_FOR[event]] : [...new Set(Object.values(READ_FOR))];
}
