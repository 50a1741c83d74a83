import { beforeAll, describe, expect, test } from '@jest/globals';

import { NO_LIMIT, type LocalZapier, type SandboxClient } from '../../local/index.ts';
import { toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { OPERATIONS } from '../support/operations.ts';
import { asOtherApp } from '../support/other_app.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

/**
 * Zapier takes 10 MB on a hook: of a larger event the relay delivers the short fields, and the trigger
 * reads the rest from HighLevel.
 */
const TOO_LARGE = 10_100_000;

/** The same where a target takes less, which makes no difference to a trigger. */
const SMALLER = { limit: { RELAY_TARGET_MEGABYTES: '1' }, tooLarge: 1_010_000 };

let zapier: LocalZapier;
let sandbox: SandboxClient;
let contact: RawRecord;

async function startRelay(relaySettings: Record<string, string> = {}): Promise<void> {
  zapier = await sharedZapier({ relay: true, relaySettings });
  ({ sandbox } = zapier);
  await sandbox.post('/limits', NO_LIMIT);
  const contacts = await sandbox.list(`/state/contacts?locationId=${locationId()}`);
  contact = contacts.find(({ firstName }) => firstName === 'Anna') ?? {};
}

const locationId = () => zapier.authData['locationId'] ?? '';

const highLevelApi = (method: string, path: string, body?: RawRecord) =>
  asOtherApp(zapier, method, path, body);

/** A record that an event tells of: its ID, which field of the event is too large, and what it is. */
interface LargeEvent {
  type: string;
  record: () => Promise<unknown>;
  field: string;
  /** What else the event says otherwise: of an opportunity, only what changed starts a Zap. */
  payload?: RawRecord;
  inputData?: RawRecord;
  started: RawRecord;
}

const message = (more: RawRecord) => async () => {
  const { messageId, emailMessageId } = await sandbox.post('/messages', {
    contactId: contact['id'],
    channel: 'SMS',
    ...more,
  });
  return emailMessageId ?? messageId;
};

const ofContact = (more: RawRecord) => async () => {
  const body = { locationId: locationId(), firstName: 'Nora', ...more };
  const answer = await highLevelApi('POST', '/contacts/', body);
  return toRecord(answer['contact'])['id'];
};

const ofAnna = (kind: string, more: RawRecord) => async () => {
  const answer = await highLevelApi('POST', `/contacts/${toText(contact['id'])}/${kind}s`, more);
  return toRecord(answer[kind])['id'];
};

const task = (completed: boolean) =>
  ofAnna('task', { title: 'Send the offer', body: 'Soon.', dueDate: '2027-01-04', completed });

const ofOpportunity = (type: string, payload: RawRecord = {}): LargeEvent => ({
  type,
  payload,
  record: async () => {
    const [deal] = await sandbox.list('/state/opportunities?name=Implant%20for%20Anna');
    return deal?.['id'];
  },
  field: 'name',
  started: { name: 'Implant for Anna' },
});

const ofInvoice = (type: string): LargeEvent => ({
  type,
  record: async () => (await sandbox.list('/state/invoices'))[0]?.['id'],
  field: 'name',
  started: { name: expect.any(String), number: expect.stringMatching(/^INV-/) },
});

const ofOrder = (type: string): LargeEvent => ({
  type,
  record: async () => (await sandbox.list('/state/orders'))[0]?.['id'],
  field: 'fulfillmentStatus',
  started: { fulfillmentStatus: 'unfulfilled', currency: 'USD' },
});

const ofProduct = (type: string): LargeEvent => ({
  type,
  record: async () => (await sandbox.list('/state/products'))[0]?.['id'],
  field: 'description',
  started: { name: 'Whitening Kit', description: '<p>For use at home.</p>' },
});

const ofRecord = (type: string): LargeEvent => ({
  type,
  record: async () => (await treatment())?.['id'],
  field: 'properties',
  inputData: { objectKey: 'custom_objects.treatment' },
  started: { valuesText: expect.stringContaining('name: Braces for Anna') },
});

/** A record with a value in every field. */
async function treatment(): Promise<RawRecord | undefined> {
  const records = await sandbox.list('/state/objectRecords');
  return records.find((one) => toRecord(one['properties'])['name'] === 'Braces for Anna');
}

const LARGE_EVENTS = {
  new_inbound_message: {
    type: 'InboundMessage',
    record: message({ channel: 'Email', subject: 'Roof', html: '<p>It <b>leaks</b>.</p>' }),
    field: 'body',
    inputData: { contains: 'it leaks' },
    started: { body: 'It leaks.', subject: 'Roof' },
  },
  new_outbound_message: {
    type: 'OutboundMessage',
    record: message({ direction: 'outbound', body: 'We come at ten.' }),
    field: 'body',
    inputData: { contains: 'at ten' },
    started: { body: 'We come at ten.', direction: 'outbound' },
  },
  message_failed: {
    type: 'OutboundMessage',
    record: message({ direction: 'outbound', body: 'Lost', status: 'failed' }),
    field: 'body',
    started: { body: 'Lost', status: 'failed' },
  },
  new_call: {
    type: 'InboundMessage',
    record: message({ channel: 'Call', body: '', call: { duration: 75, status: 'completed' } }),
    field: 'notes',
    started: { outcome: 'answered', callDuration: 75 },
  },
  conversation_started: {
    type: 'InboundMessage',
    record: async () => message({ contactId: await ofContact({})(), body: 'Good day' })(),
    field: 'body',
    started: { lastMessageBody: 'Good day' },
  },
  conversation_read_state_changed: {
    type: 'ConversationUnreadUpdate',
    record: async () => {
      const [first] = await sandbox.list(`/state/conversations?locationId=${locationId()}`);
      return first?.['id'];
    },
    field: 'notes',
    started: { inbox: expect.any(Boolean) },
  },
  contact_created: {
    type: 'ContactCreate',
    record: ofContact({ tags: ['large'] }),
    field: 'tags',
    inputData: { tag: 'large' },
    started: { firstName: 'Nora', tags: ['large'] },
  },
  contact_updated: {
    type: 'ContactUpdate',
    record: ofContact({ city: 'Springfield' }),
    field: 'city',
    started: { city: 'Springfield' },
  },
  contact_deleted: {
    type: 'ContactDelete',
    record: ofContact({ city: 'Springfield' }),
    field: 'city',
    started: { firstName: 'Nora', city: null },
  },
  contact_tags_changed: {
    type: 'ContactTagUpdate',
    record: ofContact({ tags: ['vip'] }),
    field: 'tags',
    inputData: { tag: 'vip' },
    started: { tags: ['vip'] },
  },
  contact_dnd_changed: {
    type: 'ContactDndUpdate',
    record: ofContact({ dndSettings: { SMS: { status: 'active' } } }),
    field: 'dndSettings',
    inputData: { channel: 'dndSms', isOn: 'on' },
    started: { dndSms: true },
  },
  note_added: {
    type: 'NoteCreate',
    record: ofAnna('note', { body: 'Prefers mornings.' }),
    field: 'body',
    inputData: { contains: 'mornings' },
    started: { bodyText: 'Prefers mornings.' },
  },
  note_updated: {
    type: 'NoteUpdate',
    record: ofAnna('note', { body: 'Prefers evenings.' }),
    field: 'body',
    inputData: { contains: 'evenings' },
    started: { bodyText: 'Prefers evenings.' },
  },
  note_deleted: {
    type: 'NoteDelete',
    record: ofAnna('note', { body: 'Prefers mornings.' }),
    field: 'body',
    started: { bodyText: null },
  },
  task_created: {
    type: 'TaskCreate',
    record: task(false),
    field: 'title',
    started: { title: 'Send the offer', body: 'Soon.' },
  },
  task_completed: {
    type: 'TaskComplete',
    record: task(true),
    field: 'body',
    started: { title: 'Send the offer', body: 'Soon.' },
  },
  task_deleted: {
    type: 'TaskDelete',
    record: task(false),
    field: 'body',
    started: { title: 'Send the offer' },
  },
  new_opportunity: ofOpportunity('OpportunityCreate'),
  opportunity_updated: ofOpportunity('OpportunityUpdate', { status: 'lost' }),
  opportunity_stage_changed: ofOpportunity('OpportunityStageUpdate', { pipelineStageId: 'other' }),
  opportunity_status_changed: ofOpportunity('OpportunityStatusUpdate', { status: 'won' }),
  opportunity_value_changed: ofOpportunity('OpportunityMonetaryValueUpdate', { monetaryValue: 1 }),
  opportunity_assigned: ofOpportunity('OpportunityAssignedToUpdate', { assignedTo: 'other' }),
  opportunity_deleted: { ...ofOpportunity('OpportunityDelete'), started: { name: null } },
  new_invoice: ofInvoice('InvoiceCreate'),
  invoice_sent: ofInvoice('InvoiceSent'),
  invoice_paid: ofInvoice('InvoicePaid'),
  invoice_partially_paid: ofInvoice('InvoicePartiallyPaid'),
  invoice_updated: ofInvoice('InvoiceUpdate'),
  invoice_voided: ofInvoice('InvoiceVoid'),
  invoice_deleted: { ...ofInvoice('InvoiceDelete'), started: { name: null } },
  new_order: ofOrder('OrderCreate'),
  order_status_changed: ofOrder('OrderStatusUpdate'),
  new_product: ofProduct('ProductCreate'),
  product_updated: ofProduct('ProductUpdate'),
  product_deleted: { ...ofProduct('ProductDelete'), started: { description: null } },
  new_record: ofRecord('RecordCreate'),
  record_updated: ofRecord('RecordUpdate'),
  user_created: {
    type: 'UserCreate',
    record: async () => (await sandbox.list('/state/users'))[0]?.['id'],
    field: 'firstName',
    started: { firstName: expect.stringMatching(/^\w+$/) },
  },
} satisfies Record<string, LargeEvent>;

/** Their long texts are inside of another object: test/lib/hooks/whole_event.test.ts has such events. */
const NESTED = [
  'appointment_deleted',
  'appointment_rescheduled',
  'appointment_status_changed',
  'appointment_updated',
  'campaign_status_changed',
  'email_event',
  'new_appointment',
  'other_event',
  'record_deleted',
  'records_linked',
  'records_unlinked',
];

test('every instant trigger has a large event here', () => {
  const hooks = OPERATIONS.filter(({ operation }) => operation['type'] === 'hook');
  expect([...Object.keys(LARGE_EVENTS), ...NESTED].toSorted()).toEqual(
    hooks.map(({ key }) => key).toSorted(),
  );
});

async function expectStart(key: string, largeEvent: LargeEvent, bytes: number): Promise<void> {
  const { type, record, field, payload, inputData = {}, started } = largeEvent;
  await sandbox.post('/webhooks', { events: [] });
  const id = await record();
  const zap = zapier.instantZap(key, inputData);
  await zap.switchOn();
  await sandbox.post('/webhooks', { events: null });

  await sandbox.post('/events', {
    type,
    id,
    payload: { locationId: locationId(), ...payload },
    bytes,
    longField: field,
  });
  const delivery = await zap.delivery();

  expect(delivery.cleanedRequest).toMatchObject({ bodyOmitted: true, omittedFields: [field] });
  expect(await zap.startedBy(delivery)).toMatchObject([started]);
  await zap.switchOff();
}

describe('For an event that is larger than its target takes', () => {
  beforeAll(() => startRelay(SMALLER.limit));

  test.each(Object.entries(LARGE_EVENTS))(
    '%s starts with what the event left out',
    (key, largeEvent) => expectStart(key, largeEvent, SMALLER.tooLarge),
  );
});

describe('For an event that is larger than Zapier takes', () => {
  beforeAll(() => startRelay());

  test('new_inbound_message starts with what the event left out', () =>
    expectStart('new_inbound_message', LARGE_EVENTS.new_inbound_message, TOO_LARGE));
});
