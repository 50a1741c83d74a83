import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';

import { CONVERSATION_STARTED, eventName, isEventName } from './event-names.ts';
import { digestAsUuid } from './identifiers.ts';
import { membersOf } from './json-members.ts';
import { MOST_ZAPIER_TAKES, reduceEvent } from './reduced-event.ts';
import { recordIn, type SeenRecord } from './previous/record.ts';
import { replyIn, type Reply } from './waits/reply.ts';

/**
 * What a subscription may ask for of which the relay knows the contents: HighLevel's event names, and
 * the relay's own.
 */
export const SUBSCRIBABLE_EVENTS = [
  'InboundMessage',
  'OutboundMessage',
  'ConversationUnreadUpdate',
  CONVERSATION_STARTED,
  'ContactCreate',
  'ContactUpdate',
  'ContactDelete',
  'ContactTagUpdate',
  'ContactDndUpdate',
  'NoteCreate',
  'NoteUpdate',
  'NoteDelete',
  'TaskCreate',
  'TaskComplete',
  'TaskDelete',
  'CampaignStatusUpdate',
  'LCEmailStats',
  'UserCreate',
  'UserUpdate',
  'UserDelete',
  'OpportunityCreate',
  'OpportunityUpdate',
  'OpportunityStageUpdate',
  'OpportunityStatusUpdate',
  'OpportunityMonetaryValueUpdate',
  'OpportunityAssignedToUpdate',
  'OpportunityDelete',
  'AppointmentCreate',
  'AppointmentUpdate',
  'AppointmentDelete',
  'OrderCreate',
  'OrderStatusUpdate',
  'ProductCreate',
  'ProductUpdate',
  'ProductDelete',
  'InvoiceCreate',
  'InvoiceUpdate',
  'InvoiceSent',
  'InvoicePaid',
  'InvoicePartiallyPaid',
  'InvoiceVoid',
  'InvoiceDelete',
  'RecordCreate',
  'RecordUpdate',
  'RecordDelete',
  'PriceCreate',
  'PriceUpdate',
  'PriceDelete',
  'ObjectSchemaCreate',
  'ObjectSchemaUpdate',
  'AssociationCreate',
  'AssociationUpdate',
  'AssociationDelete',
  'RelationCreate',
  'RelationDelete',
] as const;
export type SubscribableEvent = (typeof SUBSCRIBABLE_EVENTS)[number];

/** Whether the relay knows what an event contains, and so what a subscriber must be able to read. */
export function isKnown(name: string): name is SubscribableEvent {
  return SUBSCRIBABLE_EVENTS.some((event) => event === name);
}

/** Whether an event can be subscribed to: one that is known, or another one of HighLevel's. */
export function isSubscribable(name: string): boolean {
  return isKnown(name) || isEventName(name);
}

const MESSAGE_EVENTS: ReadonlySet<string> = new Set(['InboundMessage', 'OutboundMessage']);
const USER_EVENTS: ReadonlySet<string> = new Set(['UserCreate', 'UserUpdate', 'UserDelete']);
const IDENTIFIER = /^[\w.:-]{1,128}$/;
const MOST_LOCATIONS = 1000;
const NO_APP_ID = 'not an ID';
/** What a receiver takes for JSON. An event that is called otherwise is JSON all the same. */
const JSON_TYPE = 'application/json';
const IS_JSON_TYPE = /^application\/json(; ?charset=utf-8)?$/i;
/** A longer event is not parsed as a whole: see json-members.ts. */
const MOST_PARSED = 256 * 1024;
/** The longest field that is read of such an event: the list of a user's locations. */
const MOST_FIELD_BYTES = 256 * 1024;

/** An event as HighLevel posted it, with what the relay reads of it. */
export interface IncomingEvent {
  /** Identifies the event: the same for a repeat of it. */
  key: string;
  /** HighLevel's name of the event. */
  type: string;
  /** The sub-accounts it belongs to; none for an event of an agency alone. */
  locations: string[];
  companyId: string | undefined;
  /** The marketplace app that it was sent to, where HighLevel says so. */
  appId: string | undefined;
  /** The conversation of a message, undefined for anything else. */
  conversationId: string | undefined;
  /** What a contact wrote, undefined for anything else. */
  reply: Reply | undefined;
  /** What it says of an opportunity or appointment, undefined for anything else. */
  record: SeenRecord | undefined;
  /** When HighLevel says it happened, in milliseconds since 1970. */
  timestamp: number | undefined;
  contentType: string;
  /** What is delivered: the bytes that HighLevel posted, or less where no target would take them. */
  body: Buffer;
}

/** What HighLevel posted, and how. */
export interface PostedEvent {
  body: Buffer;
  contentType?: string | undefined;
  /** The event's name in the address that it was posted to. */
  nameInAddress?: unknown;
  /** What is larger is delivered without its long values: so many bytes, Zapier's limit unless told. */
  targetTakes?: number;
}

/**
 * Reads an event from the bytes that HighLevel posted (flat JSON).
 *
 * @returns what there is nothing to do about, when that is so: `unreadable` for what is not a JSON
 *   object in UTF-8, `unknown` for what has no name of an event.
 */
export function parseEvent({
  body,
  contentType,
  nameInAddress,
  targetTakes = MOST_ZAPIER_TAKES,
}: PostedEvent): IncomingEvent | 'unreadable' | 'unknown' {
  const readable = read(body, targetTakes);
  if (!readable) return 'unreadable';
  const { fields, delivered } = readable;
  const type = eventName(fields.get('type'), nameInAddress);
  if (type === undefined) return 'unknown';
  const timestamp = fields.get('timestamp');
  return {
    key: keyOf(type, fields.get('webhookId'), body),
    type,
    locations: locationsOf(type, fields),
    companyId: identifier(fields.get('companyId')),
    appId: appIdOf(fields.get('appId')),
    conversationId: MESSAGE_EVENTS.has(type) ? identifier(fields.get('conversationId')) : undefined,
    reply: replyIn(type, fields, { identifier, time: timeOf }),
    record: recordIn(type, fields, { identifier, time: timeOf }),
    timestamp: timeOf(timestamp),
    contentType:
      contentType !== undefined && IS_JSON_TYPE.test(contentType) ? contentType : JSON_TYPE,
    body: delivered,
  };
}

/** What the relay reads of an event and delivers, undefined when it is not a JSON object in UTF-8. */
function read(
  body: Buffer,
  targetTakes: number,
): { fields: Map<string, unknown>; delivered: Buffer } | undefined {
  if (!isUtf8(body)) return undefined;
  try {
    const fields = body.length <= MOST_PARSED ? parsedFields(body) : shortFields(body);
    return fields && { fields, delivered: body.length > targetTakes ? reduced(body) : body };
  } catch {
    return undefined;
  }
}

/** @throws SyntaxError where what is kept is no JSON: only its brackets were looked at so far */
function reduced(body: Buffer): Buffer {
  const kept = reduceEvent(body);
  JSON.parse(kept.toString());
  return kept;
}

function parsedFields(body: Buffer): Map<string, unknown> | undefined {
  const payload: unknown = JSON.parse(body.toString());
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return undefined;
  return new Map(Object.entries(payload));
}

/** The fields of a long event that are not long themselves: what the relay reads is not. */
function shortFields(body: Buffer): Map<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const { name, start, end } of membersOf(body)) {
    if (name === undefined || end - start > MOST_FIELD_BYTES) continue;
    fields.set(name, JSON.parse(body.toString('utf8', start, end)));
  }
  return fields;
}

/**
 * The same for a repeat of an event. HighLevel has an id for each; where it is missing, it is the same
 * event when it has the same bytes.
 */
function keyOf(type: string, webhookId: unknown, body: Buffer): string {
  const digest = createHash('sha256').update(`${type} `);
  if (typeof webhookId === 'string' && webhookId !== '') digest.update(`id ${webhookId}`);
  else digest.update('bytes ').update(body);
  return digestAsUuid(digest.digest('hex'));
}

/**
 * Commerce events name their sub-account as `altId`. A user of an agency belongs to several
 * sub-accounts, and then carries `locations`.
 */
function locationsOf(type: string, fields: ReadonlyMap<string, unknown>): string[] {
  const altId = fields.get('altType') === 'location' ? fields.get('altId') : undefined;
  const listed = USER_EVENTS.has(type) ? fields.get('locations') : undefined;
  // Array.isArray tells an array, whose entries stay unknown.
  const others: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const own = identifier(fields.get('locationId')) ?? identifier(altId);
  const found = new Set<string>();
  for (const location of [own, ...others.map(identifier)]) {
    if (location !== undefined && found.size < MOST_LOCATIONS) found.add(location);
  }
  return [...found];
}

/** What is not text is no app's ID, and so not the ID of the relay's own app. */
function appIdOf(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : NO_APP_ID;
}

function identifier(value: unknown): string | undefined {
  return typeof value === 'string' && IDENTIFIER.test(value) ? value : undefined;
}

/** A time later than this as seconds is one in milliseconds: seconds reach it in the year 5138. */
const MOST_SECONDS = 1e11;

/** Reads a time: ISO 8601, or seconds or milliseconds since 1970, as a number or in digits. */
function timeOf(value: unknown): number | undefined {
  const isCount = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value));
  if (isCount) {
    const count = Number(value);
    return validTime(count < MOST_SECONDS ? count * 1000 : count);
  }
  return typeof value === 'string' ? validTime(Date.parse(value)) : undefined;
}

/** The longest time that a date can tell, in milliseconds since 1970. */
const LATEST = 8.64e15;

function validTime(time: number): number | undefined {
  return time >= 0 && time <= LATEST ? time : undefined;
}
