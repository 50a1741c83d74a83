/** The event that the relay adds: the first message of a conversation it has not seen before. */
export const CONVERSATION_STARTED = 'ConversationStarted';

/**
 * What the relay sends to have a subscriber prove its access again: it says what is to be proved and
 * holds nothing of any event.
 */
export const PROOF_REQUESTED = 'ProofRequested';

/** What the relay sends to the step of a Zap that has waited for a reply: see waits/waits.ts. */
export const STEP_RESUMED = 'StepResumed';

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

/** What HighLevel's events must not be called: it stands for something else in the relay. */
const TAKEN: ReadonlySet<string> = new Set([
  ...APP_EVENTS,
  CONVERSATION_STARTED,
  PROOF_REQUESTED,
  STEP_RESUMED,
]);

/** A name as HighLevel's events have: letters alone, and no more of them than a label has room for. */
const NAME = /^[A-Za-z]{3,64}$/;
/** Several words, run together: the `type` of a record itself, such as `PHYSICAL`, is one word. */
const SEVERAL_WORDS = /^[A-Z][A-Za-z]*[a-z][A-Z][A-Za-z]*$/;

/**
 * Whether an event may have this name: one of HighLevel's, or one that HighLevel may add tomorrow. Never
 * one of what HighLevel tells the app of itself, nor of the relay's own.
 */
export function isEventName(name: string): boolean {
  return NAME.test(name) && !TAKEN.has(name);
}

/**
 * The name of an event: its `type` where that is one that HighLevel has, else what the address says
 * that it was posted to (`?event=InvoicePaid`), else a `type` that looks like the name of an event that
 * HighLevel has added since. The address is not signed, so it names no event that ends or changes
 * something in the relay.
 *
 * @returns undefined when nothing names an event.
 */
export function eventName(type: unknown, inAddress: unknown): string | undefined {
  if (typeof type === 'string' && (HIGHLEVEL_EVENTS.has(type) || APP_EVENTS.has(type))) return type;
  if (typeof inAddress === 'string') {
    const name = OTHER_NAMES.get(inAddress) ?? inAddress;
    if (isEventName(name)) return name;
  }
  const looksLikeOne = typeof type === 'string' && isEventName(type) && SEVERAL_WORDS.test(type);
  return looksLikeOne ? type : undefined;
}
