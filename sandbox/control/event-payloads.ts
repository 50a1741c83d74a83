import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import { emailBy } from '../state/email-threads.ts';
import type { Collection, Store } from '../state/store.ts';
import { locationEvent, planEvent, providerMessageEvent } from '../webhooks/account-events.ts';
import { APPOINTMENT_EVENTS, appointmentEvent } from '../webhooks/appointment-events.ts';
import { emailStatsEvent } from '../webhooks/email-events.ts';
import {
  campaignEvent,
  contactEvent,
  messageEvent,
  noteEvent,
  taskEvent,
  unreadEvent,
  userEvent,
} from '../webhooks/events.ts';
import { INVOICE_EVENTS, invoiceEvent } from '../webhooks/invoice-events.ts';
import {
  ASSOCIATION_EVENTS,
  associationEvent,
  RECORD_EVENTS,
  recordEvent,
  RELATION_EVENTS,
  relationEvent,
  SCHEMA_EVENTS,
  schemaEvent,
} from '../webhooks/object-events.ts';
import { OPPORTUNITY_EVENTS, opportunityEvent } from '../webhooks/opportunity-events.ts';
import { ORDER_EVENTS, orderEvent } from '../webhooks/order-events.ts';
import {
  PRICE_EVENTS,
  priceEvent,
  PRODUCT_EVENTS,
  productEvent,
} from '../webhooks/product-events.ts';

/** Which record an event is about: by its id, or the first one of a sub-account. */
interface Which {
  id: string | undefined;
  locationId: string;
}

type Payload = (sandbox: Sandbox, which: Which) => Json | undefined;

/** The payload of an event for the record that it is about, of those that can have it. */
const about =
  <T extends { id: string; locationId: string }>(
    records: (store: Store) => Collection<T>,
    build: (sandbox: Sandbox, record: T) => Json,
    canHave: (record: T) => boolean = () => true,
  ): Payload =>
  (sandbox, { id, locationId }) => {
    const all = records(sandbox.store);
    const record =
      id === undefined
        ? all.find((one) => one.locationId === locationId && canHave(one))
        : all.get(id);
    return record && build(sandbox, record);
  };

/** The payloads of events of one family. */
const each = <E extends string>(
  types: readonly E[],
  payload: (type: E) => Payload,
): [string, Payload][] => types.map((type) => [type, payload(type)]);

const message =
  (type: 'InboundMessage' | 'OutboundMessage'): Payload =>
  (sandbox, { id, locationId }) => {
    const { store } = sandbox;
    const wanted = type === 'InboundMessage' ? 'inbound' : 'outbound';
    const first = (): string | undefined =>
      store.messages.find((one) => one.locationId === locationId && one.direction === wanted)?.id;
    const key = id ?? first() ?? '';
    const email = emailBy(store, key);
    const found = store.messages.get(email?.messageId ?? key);
    return found && { ...messageEvent(sandbox, found, email), type };
  };

const user =
  (type: 'UserCreate' | 'UserUpdate' | 'UserDelete'): Payload =>
  ({ store }, { id, locationId }) => {
    const found =
      id === undefined
        ? store.users.find(({ locationIds }) => locationIds.includes(locationId))
        : store.users.get(id);
    return found && userEvent(type, found);
  };

const place =
  (build: (sandbox: Sandbox, location: Parameters<typeof planEvent>[1]) => Json): Payload =>
  (sandbox, { id, locationId }) => {
    const location = sandbox.store.locations.get(id ?? locationId);
    return location && build(sandbox, location);
  };

/** Every event that is documented, but INSTALL and UNINSTALL, which happen. */
const PAYLOADS: ReadonlyMap<string, Payload> = new Map<string, Payload>([
  ...each(['InboundMessage', 'OutboundMessage'], message),
  [
    'ConversationUnreadUpdate',
    about(
      (store) => store.conversations,
      (_, one) => unreadEvent(one),
    ),
  ],
  ...each(
    [
      'ContactCreate',
      'ContactUpdate',
      'ContactDelete',
      'ContactTagUpdate',
      'ContactDndUpdate',
    ] as const,
    (type) =>
      about(
        (store) => store.contacts,
        (sandbox, one) => contactEvent(sandbox, type, one),
      ),
  ),
  [
    'CampaignStatusUpdate',
    about(
      (store) => store.contacts,
      (sandbox, one) => campaignEvent(one, sandbox.now()),
    ),
  ],
  ...each(['NoteCreate', 'NoteUpdate', 'NoteDelete'] as const, (type) =>
    about(
      (store) => store.notes,
      (_, one) => noteEvent(type, one),
    ),
  ),
  ...each(['TaskCreate', 'TaskComplete', 'TaskDelete'] as const, (type) =>
    about(
      (store) => store.tasks,
      (_, one) => taskEvent(type, one),
    ),
  ),
  ...each(['UserCreate', 'UserUpdate', 'UserDelete'] as const, user),
  ...each(OPPORTUNITY_EVENTS, (type) =>
    about(
      (store) => store.opportunities,
      (_, one) => opportunityEvent(type, one),
    ),
  ),
  ...each(APPOINTMENT_EVENTS, (type) =>
    about(
      (store) => store.appointments,
      (sandbox, one) => appointmentEvent(sandbox, type, one),
    ),
  ),
  ...each(INVOICE_EVENTS, (type) =>
    about(
      (store) => store.invoices,
      (sandbox, one) => invoiceEvent(sandbox, type, one),
    ),
  ),
  ...each(ORDER_EVENTS, (type) =>
    about(
      (store) => store.orders,
      (sandbox, one) => orderEvent(sandbox, type, one),
    ),
  ),
  ...each(PRODUCT_EVENTS, (type) =>
    about(
      (store) => store.products,
      (sandbox, one) => productEvent(sandbox, type, one),
    ),
  ),
  ...each(PRICE_EVENTS, (type) =>
    about(
      (store) => store.prices,
      (sandbox, one) => priceEvent(sandbox, type, one),
    ),
  ),
  ...each(RECORD_EVENTS, (type) =>
    about(
      (store) => store.objectRecords,
      (sandbox, one) => recordEvent(sandbox, type, one),
    ),
  ),
  ...each(RELATION_EVENTS, (type) =>
    about(
      (store) => store.relations,
      (sandbox, one) => relationEvent(sandbox, type, one),
    ),
  ),
  ...each(SCHEMA_EVENTS, (type) =>
    about(
      (store) => store.objects,
      (sandbox, one) => schemaEvent(sandbox, type, one),
      ({ standard }) => !standard,
    ),
  ),
  ...each(ASSOCIATION_EVENTS, (type) =>
    about(
      (store) => store.associations,
      (sandbox, one) => associationEvent(sandbox, type, one),
      ({ associationType }) => associationType === 'USER_DEFINED',
    ),
  ),
  [
    'LCEmailStats',
    about(
      (store) => store.emails,
      (sandbox, one) => emailStatsEvent(sandbox, one, { event: 'delivered' }),
      ({ direction }) => direction === 'outbound',
    ),
  ],
  [
    'ProviderOutboundMessage',
    about(
      (store) => store.messages,
      providerMessageEvent,
      ({ direction }) => direction === 'outbound',
    ),
  ],
  ...each(['LocationCreate', 'LocationUpdate'] as const, (type) =>
    place((_, one) => locationEvent(type, one)),
  ),
  ['PLAN_CHANGE', place(planEvent)],
]);

/**
 * Builds the payload of an event from the record that it is about; undefined where there is no such
 * event, or no such record.
 */
export const payloadOf = (sandbox: Sandbox, type: string, which: Which): Json | undefined =>
  PAYLOADS.get(type)?.(sandbox, which);
