import type { ZObject } from 'zapier-platform-core';

import { isRecord, toRecord, toText, toTexts, type RawRecord } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { GONE } from '../records/details.ts';

/**
 * Zapier takes 10 MB on a hook. Of a larger event the relay delivers what is short in it: ids, dates
 * and names, with `bodyOmitted: true`, and the names of the rest in `omittedFields`.
 */
export function isReduced(event: RawRecord): boolean {
  return event['bodyOmitted'] === true;
}

/** The top-level fields that an event lacks, or has in part. */
export function omittedFrom(event: RawRecord): string[] {
  return toTexts(event['omittedFields']).map((field) => field.split('.', 1)[0] ?? field);
}

/**
 * A reduced event with the rest of its record, which is read from HighLevel in one request. What the
 * event itself says counts: its record may have changed since. An event whose record is gone, or
 * which does not say where it is, stays as it is.
 *
 * @param name the event's, such as `ContactCreate`
 */
export async function wholeEvent(
  z: ZObject,
  event: RawRecord,
  name: unknown = event['type'],
): Promise<RawRecord> {
  const url = recordPath(event, name);
  if (url === undefined) return event;
  const params = placeParams(event, name);
  const { status, data } = await send(z, { url, params, expected: GONE });
  if (status >= 400) return event;
  if (isRecord(event['appointment'])) {
    return { ...event, appointment: { ...recordIn(data), ...event['appointment'] } };
  }
  const omitted = omittedFrom(event);
  const said = Object.entries(event).filter(([key]) => !omitted.includes(key));
  return { ...event, ...recordIn(data), ...Object.fromEntries(said) };
}

/** The sub-account, as the request for the record names it. Most name none. */
function placeParams({ locationId, altId, altType }: RawRecord, name: unknown): RawRecord {
  switch (name) {
    case 'ProductCreate':
    case 'ProductUpdate':
      return { locationId };
    case 'OrderCreate':
    case 'OrderStatusUpdate':
      return { altId };
    default:
      return altType === 'location' ? { altId, altType } : {};
  }
}

/** Where the record of an event is. That of something deleted is gone. */
function recordPath(event: RawRecord, name: unknown): string | undefined {
  const [id, contactId, messageId, emailMessageId] = [
    '_id' in event ? '_id' : 'id',
    'contactId',
    'messageId',
    'emailMessageId',
  ].map((key) => toText(event[key]));
  switch (name) {
    case 'InboundMessage':
    case 'OutboundMessage':
      if (emailMessageId) return path`/conversations/messages/email/${emailMessageId}`;
      return messageId ? path`/conversations/messages/${messageId}` : undefined;
    case 'ConversationUnreadUpdate':
      return id ? path`/conversations/${id}` : undefined;
    case 'ContactCreate':
    case 'ContactUpdate':
    case 'ContactTagUpdate':
    case 'ContactDndUpdate':
      return id ? path`/contacts/${id}` : undefined;
    case 'NoteCreate':
    case 'NoteUpdate':
      return id && contactId ? path`/contacts/${contactId}/notes/${id}` : undefined;
    case 'TaskCreate':
    case 'TaskComplete':
      return id && contactId ? path`/contacts/${contactId}/tasks/${id}` : undefined;
    case 'AppointmentCreate':
    case 'AppointmentUpdate': {
      const appointmentId = toText(toRecord(event['appointment'])['id']);
      return appointmentId ? path`/calendars/events/appointments/${appointmentId}` : undefined;
    }
    case 'OpportunityCreate':
    case 'OpportunityUpdate':
    case 'OpportunityStageUpdate':
    case 'OpportunityStatusUpdate':
    case 'OpportunityMonetaryValueUpdate':
    case 'OpportunityAssignedToUpdate':
      return id ? path`/opportunities/${id}` : undefined;
    case 'InvoiceCreate':
    case 'InvoiceUpdate':
    case 'InvoiceSent':
    case 'InvoicePaid':
    case 'InvoicePartiallyPaid':
    case 'InvoiceVoid':
      return id ? path`/invoices/${id}` : undefined;
    case 'OrderCreate':
    case 'OrderStatusUpdate':
      return id ? path`/payments/orders/${id}` : undefined;
    case 'ProductCreate':
    case 'ProductUpdate':
      return id ? path`/products/${id}` : undefined;
    case 'RecordCreate':
    case 'RecordUpdate': {
      const [objectKey, locationId] = [toText(event['objectKey']), toText(event['locationId'])];
      if (!id || !objectKey || !locationId) return undefined;
      return path`/objects/${objectKey}/records/${id}?locationId=${locationId}`;
    }
    case 'UserCreate':
      return id ? path`/users/${id}` : undefined;
    default:
      return undefined;
  }
}

/** HighLevel wraps most records in their name. */
const WRAPPERS = [
  'emailMessage',
  'message',
  'contact',
  'note',
  'task',
  'appointment',
  'opportunity',
  'record',
];

function recordIn(data: unknown): RawRecord {
  const answer = toRecord(data);
  return WRAPPERS.map((key) => answer[key]).find(isRecord) ?? answer;
}
