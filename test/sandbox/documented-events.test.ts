import { expect, test } from '@jest/globals';

import { envelope } from './shapes.ts';
import {
  anything,
  exactly,
  iso,
  listOf,
  optional,
  problemsOf,
  record,
  type Shape,
  text as aText,
} from './support/shape.ts';
import { at, HARBOUR, list, NORTHSIDE_ID, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();

/** The names of all documented events in their payloads. */
const EVENTS = `
  InboundMessage OutboundMessage ConversationUnreadUpdate LCEmailStats CampaignStatusUpdate
  ContactCreate ContactUpdate ContactDelete ContactTagUpdate ContactDndUpdate
  NoteCreate NoteUpdate NoteDelete TaskCreate TaskComplete TaskDelete UserCreate
  OpportunityCreate OpportunityUpdate OpportunityDelete OpportunityStageUpdate
  OpportunityStatusUpdate OpportunityAssignedToUpdate OpportunityMonetaryValueUpdate
  AppointmentCreate AppointmentUpdate AppointmentDelete
  InvoiceCreate InvoiceUpdate InvoiceDelete InvoiceSent InvoicePaid InvoicePartiallyPaid InvoiceVoid
  OrderCreate OrderStatusUpdate
  ProductCreate ProductUpdate ProductDelete PriceCreate PriceUpdate PriceDelete
  RecordCreate RecordUpdate RecordDelete ObjectSchemaCreate ObjectSchemaUpdate
  AssociationCreate AssociationUpdate AssociationDelete RelationCreate RelationDelete
  LocationCreate LocationUpdate PLAN_CHANGE INSTALL UNINSTALL
`.match(/\S+/g);

/** Fires an event by its name alone; what was sent. */
async function fired(type: string, more: Record<string, unknown> = {}): Promise<unknown> {
  await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
  await sandbox.control('/events', { type, ...more });
  return at(list(await sandbox.control('/deliveries')), 0, 'body');
}

test('are 58 with the one that has no name', () => {
  expect(EVENTS).toHaveLength(57);
});

test.each(EVENTS ?? [])('%s is fired by its name for a record of the sub-account', async (type) => {
  const sent = await fired(type);
  expect(at(sent, 'type')).toBe(type);
  const named = ['locationId', 'altId'].map((key) => at(sent, key));
  if (type.startsWith('Location')) expect(at(sent, 'id')).toBe(HARBOUR);
  else expect(named).toContain(HARBOUR);
});

test('the message to a provider has the channel as its type', async () => {
  const sent = await fired('ProviderOutboundMessage');
  expect(sent).toMatchObject({ type: 'SMS', locationId: HARBOUR });
});

test('a record may be of another sub-account, or named by its id', async () => {
  expect(at(await fired('RecordCreate', { locationId: NORTHSIDE_ID }), 'locationId')).toBe(
    NORTHSIDE_ID,
  );
});

test('what is not documented is refused', async () => {
  await expect(fired('PaymentCreate')).rejects.toThrow('No PaymentCreate can be made');
});

const ends = {
  firstObjectToSecondObjectCardinality: aText,
  secondObjectToFirstObjectCardinality: aText,
};
const association = {
  ...envelope,
  type: optional(aText),
  id: aText,
  locationId: aText,
  key: aText,
  associationType: aText,
  firstObjectKey: aText,
  firstObjectLabel: aText,
  secondObjectKey: aText,
  secondObjectLabel: aText,
};
const schema = record({
  ...envelope,
  type: optional(aText),
  id: aText,
  locationId: aText,
  labels: record({ singular: aText, plural: aText }),
  description: optional(aText),
  searchableProperties: listOf(aText),
  primaryDisplayProperty: aText,
  key: aText,
  objectType: exactly('USER_DEFINED'),
  createdAt: iso,
  updatedAt: iso,
});
const location = record({
  ...envelope,
  type: aText,
  id: aText,
  name: aText,
  email: aText,
  companyId: aText,
});

const SHAPES: [string, Shape][] = [
  ['AssociationCreate', record(association)],
  ['AssociationUpdate', record({ ...association, ...ends })],
  ['AssociationDelete', record({ ...association, ...ends })],
  ['ObjectSchemaCreate', schema],
  ['ObjectSchemaUpdate', schema],
  ['LocationUpdate', location],
  [
    'PLAN_CHANGE',
    record({
      ...envelope,
      type: aText,
      locationId: aText,
      companyId: aText,
      userId: anything,
      currentPlanId: aText,
      newPlanId: aText,
    }),
  ],
];

test.each(SHAPES)('%s has the documented keys and types', async (type, shape) => {
  expect(problemsOf(shape, await fired(type))).toEqual([]);
});

test('has no type where the setting follows the documents', async () => {
  await sandbox.control('/settings', { catalogEventType: false });
  expect(at(await fired('ProductCreate'), 'type')).toBeUndefined();
});
