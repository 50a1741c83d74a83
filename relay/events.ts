import { isUtf8 } from 'node:buffer';

import { hashedId } from './identifiers.ts';

/** The event that the relay adds: the first message of a conversation it has not seen before. */
export const CONVERSATION_STARTED = 'ConversationStarted';

/** What a subscription may ask for: HighLevel's event names, and the relay's own. */
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
  'UserCreate',
] as const;

const MESSAGE_EVENTS: ReadonlySet<string> = new Set(['InboundMessage', 'OutboundMessage']);
const IDENTIFIER = /^[\w.:-]{1,128}$/;
const MOST_LOCATIONS = 1000;

/** An event as HighLevel posted it, with what the relay reads of it. */
export interface IncomingEvent {
  /** Identifies the event: the same for a repeat of it. */
  key: string;
  type: string;
  /** The sub-accounts it belongs to; none for an event of an agency alone. */
  locations: string[];
  companyId: string | undefined;
  /** The conversation of a message, undefined for anything else. */
  conversationId: string | undefined;
  /** When HighLevel says it happened, in milliseconds since 1970. */
  timestamp: number | undefined;
  contentType: string;
  body: Buffer;
}

/**
 * Reads an event from the bytes that HighLevel posted (flat JSON, `type` is the event's name).
 *
 * @returns undefined when they are not a JSON object in UTF-8 with a type.
 */
export function parseEvent(
  body: Buffer,
  contentType: string | undefined,
): IncomingEvent | undefined {
  if (!isUtf8(body)) return undefined;
  let payload: unknown;
  try {
    payload = JSON.parse(body.toString());
  } catch {
    return undefined;
  }
  if (typeof payload !== 'object' || payload === null || Array.isArray(payload)) return undefined;
  const fields = new Map<string, unknown>(Object.entries(payload));
  const type = identifier(fields.get('type'));
  if (type === undefined) return undefined;
  const webhookId = fields.get('webhookId');
  const timestamp = fields.get('timestamp');
  return {
    key:
      typeof webhookId === 'string' && webhookId !== ''
        ? hashedId(`id:${webhookId}`)
        : hashedId(body),
    type,
    locations: locationsOf(type, fields),
    companyId: identifier(fields.get('companyId')),
    conversationId: MESSAGE_EVENTS.has(type) ? identifier(fields.get('conversationId')) : undefined,
    timestamp: typeof timestamp === 'string' ? validTime(Date.parse(timestamp)) : undefined,
    contentType: /^[\x20-\x7e]{1,100}$/.test(contentType ?? '')
      ? (contentType ?? '')
      : 'application/json',
    body,
  };
}

/** A user of an agency belongs to several sub-accounts and then carries `locations`. */
function locationsOf(type: string, fields: ReadonlyMap<string, unknown>): string[] {
  const listed = type === 'UserCreate' ? fields.get('locations') : undefined;
  // Array.isArray tells an array, whose entries stay unknown.
  const others: readonly unknown[] = Array.isArray(listed) ? listed : [];
  const all = [fields.get('locationId'), ...others];
  const found = new Set<string>();
  for (const value of all) {
    const location = identifier(value);
    if (location !== undefined && found.size < MOST_LOCATIONS) found.add(location);
  }
  return [...found];
}

function identifier(value: unknown): string | undefined {
  return typeof value === 'string' && IDENTIFIER.test(value) ? value : undefined;
}

function validTime(time: number): number | undefined {
  return Number.isNaN(time) ? undefined : time;
}
