import type { Scope } from '../connection/scopes.ts';

/**
 * What an instant trigger can be told of: HighLevel's events and the relay's own. With each, the scope
 * without which HighLevel does not send it.
 */
const EVENT_SCOPES = {
  InboundMessage: 'conversations/message.readonly',
  OutboundMessage: 'conversations/message.readonly',
  ConversationUnreadUpdate: 'conversations.readonly',
  ConversationStarted: 'conversations/message.readonly',
  ContactCreate: 'contacts.readonly',
  ContactUpdate: 'contacts.readonly',
  ContactDelete: 'contacts.readonly',
  ContactTagUpdate: 'contacts.readonly',
  ContactDndUpdate: 'contacts.readonly',
  NoteCreate: 'contacts.readonly',
  NoteUpdate: 'contacts.readonly',
  NoteDelete: 'contacts.readonly',
  TaskCreate: 'contacts.readonly',
  TaskComplete: 'contacts.readonly',
  TaskDelete: 'contacts.readonly',
  CampaignStatusUpdate: 'campaigns.readonly',
  LCEmailStats: 'conversations/message.readonly',
  UserCreate: 'users.readonly',
  UserUpdate: 'users.readonly',
  UserDelete: 'users.readonly',
  OpportunityCreate: 'opportunities.readonly',
  OpportunityUpdate: 'opportunities.readonly',
  OpportunityStageUpdate: 'opportunities.readonly',
  OpportunityStatusUpdate: 'opportunities.readonly',
  OpportunityMonetaryValueUpdate: 'opportunities.readonly',
  OpportunityAssignedToUpdate: 'opportunities.readonly',
  OpportunityDelete: 'opportunities.readonly',
  AppointmentCreate: 'calendars/events.readonly',
  AppointmentUpdate: 'calendars/events.readonly',
  AppointmentDelete: 'calendars/events.readonly',
  OrderCreate: 'payments/orders.readonly',
  OrderStatusUpdate: 'payments/orders.readonly',
  ProductCreate: 'products.readonly',
  ProductUpdate: 'products.readonly',
  ProductDelete: 'products.readonly',
  InvoiceCreate: 'invoices.readonly',
  InvoiceUpdate: 'invoices.readonly',
  InvoiceSent: 'invoices.readonly',
  InvoicePaid: 'invoices.readonly',
  InvoicePartiallyPaid: 'invoices.readonly',
  InvoiceVoid: 'invoices.readonly',
  InvoiceDelete: 'invoices.readonly',
  RecordCreate: 'objects/record.readonly',
  RecordUpdate: 'objects/record.readonly',
  RecordDelete: 'objects/record.readonly',
  PriceCreate: 'products/prices.readonly',
  PriceUpdate: 'products/prices.readonly',
  PriceDelete: 'products/prices.readonly',
  ObjectSchemaCreate: 'objects/schema.readonly',
  ObjectSchemaUpdate: 'objects/schema.readonly',
  AssociationCreate: 'associations.readonly',
  AssociationUpdate: 'associations.readonly',
  AssociationDelete: 'associations.readonly',
  RelationCreate: 'associations/relation.readonly',
  RelationDelete: 'associations/relation.readonly',
} satisfies Record<string, Scope>;

/** An event in HighLevel's name, or the relay's `ConversationStarted`. */
export type HookEvent = keyof typeof EVENT_SCOPES;

/** An event that HighLevel lists, and says neither what it contains nor which scope it needs. */
const UNDESCRIBED = 'VoiceAiCallEnd';

/** The events that HighLevel has for sub-accounts, by name. It adds others. */
export const EVENT_NAMES: readonly string[] = [...Object.keys(EVENT_SCOPES), UNDESCRIBED]
  .filter((name) => name !== 'ConversationStarted')
  .toSorted();

/** The scope without which HighLevel does not send an event; undefined where none is known. */
export function scopeOfEvent(event: string): Scope | undefined {
  const scopes: Readonly<Partial<Record<string, Scope>>> = EVENT_SCOPES;
  return Object.hasOwn(scopes, event) ? scopes[event] : undefined;
}
