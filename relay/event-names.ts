/**
 * The names of HighLevel's webhook events, as its documentation lists them. Many payloads carry
 * theirs as `type`; those of invoices, products, prices, records and others carry none, or a `type`
 * of the record itself.
 */
const HIGHLEVEL_EVENTS: ReadonlySet<string> = new Set([
  'AppointmentCreate',
  'AppointmentDelete',
  'AppointmentUpdate',
  'AssociationCreate',
  'AssociationDelete',
  'AssociationUpdate',
  'CampaignStatusUpdate',
  'ContactCreate',
  'ContactDelete',
  'ContactDndUpdate',
  'ContactTagUpdate',
  'ContactUpdate',
  'ConversationUnreadUpdate',
  'InboundMessage',
  'InvoiceCreate',
  'InvoiceDelete',
  'InvoicePaid',
  'InvoicePartiallyPaid',
  'InvoiceSent',
  'InvoiceUpdate',
  'InvoiceVoid',
  'LCEmailStats',
  'LocationCreate',
  'LocationUpdate',
  'NoteCreate',
  'NoteDelete',
  'NoteUpdate',
  'ObjectSchemaCreate',
  'ObjectSchemaUpdate',
  'OpportunityAssignedToUpdate',
  'OpportunityCreate',
  'OpportunityDelete',
  'OpportunityMonetaryValueUpdate',
  'OpportunityStageUpdate',
  'OpportunityStatusUpdate',
  'OpportunityUpdate',
  'OrderCreate',
  'OrderStatusUpdate',
  'OutboundMessage',
  'PriceCreate',
  'PriceDelete',
  'PriceUpdate',
  'ProductCreate',
  'ProductDelete',
  'ProductUpdate',
  'RecordCreate',
  'RecordDelete',
  'RecordUpdate',
  'RelationCreate',
  'RelationDelete',
  'SaaSPlanCreate',
  'TaskComplete',
  'TaskCreate',
  'TaskDelete',
  'UserCreate',
  'UserDelete',
  'UserUpdate',
  'VoiceAiCallEnd',
]);

/** What HighLevel tells an app of itself. It always carries its name as `type`. */
const APP_EVENTS: ReadonlySet<string> = new Set([
  'EXTERNAL_AUTH_CONNECTED',
  'INSTALL',
  'PLAN_CHANGE',
  'UNINSTALL',
]);

/** What the settings of the marketplace app call an event, where its payload calls it otherwise. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['ConversationUnreadWebhook', 'ConversationUnreadUpdate'],
]);

/**
 * The name of an event: its `type` where that is one that HighLevel has, else what the address says
 * that it was posted to (`?event=InvoicePaid`). The address is not signed, so it names no event that
 * ends or changes something in the relay.
 *
 * @returns undefined when neither is a name of HighLevel's.
 */
export function eventName(type: unknown, inAddress: unknown): string | undefined {
  if (typeof type === 'string' && (HIGHLEVEL_EVENTS.has(type) || APP_EVENTS.has(type))) return type;
  if (typeof inAddress !== 'string') return undefined;
  const name = OTHER_NAMES.get(inAddress) ?? inAddress;
  return HIGHLEVEL_EVENTS.has(name) ? name : undefined;
}
