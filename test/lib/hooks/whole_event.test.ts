import { describe, expect, test } from '@jest/globals';

import { reduceEvent } from '../../../relay/reduced-event.ts';
import { toRecord, type RawRecord } from '../../../resources/values.ts';
import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { delivered, fixture } from '../../support/hook.ts';
import { OPERATIONS } from '../../support/operations.ts';

/** What makes an event larger than a target takes. */
const LONG = 'Long words. '.repeat(200).trim();

const CONTACT = 'hT7gK2mWq9ZbR4xVnL0s';
const LONG_FIELDS = [{ id: 'fQ2wEr5TyU8iOp1AsDfG', value: LONG }];
const CUSTOM = { custom: { fQ2wEr5TyU8iOp1AsDfG: LONG } };
const messageUrl = (event: string) =>
  `/conversations/messages/${String(fixture(event).event['messageId'])}`;

/** An event with a long field, the record that has it in HighLevel, and what the Zap then gets. */
interface LongEvent {
  event: string;
  long: RawRecord;
  url: string;
  /** HighLevel's answer. */
  record: RawRecord;
  inputData?: RawRecord;
  got: RawRecord;
}

const ofContact = (event: string, more: Partial<LongEvent> = {}): LongEvent => ({
  event,
  long: { customFields: LONG_FIELDS },
  url: `/contacts/${CONTACT}`,
  // The name was changed since.
  record: { contact: { id: CONTACT, firstName: 'Anne', customFields: LONG_FIELDS } },
  got: { ...CUSTOM, firstName: 'Anna' },
  ...more,
});

const ofMessage = (event: string, more: Partial<LongEvent> = {}): LongEvent => ({
  event,
  long: { body: LONG },
  url: messageUrl(event),
  record: {
    message: { id: 'mSg6Tx4KpR9wQz2LvNcY', type: 2, status: 'read', body: LONG },
    traceId: 't',
  },
  inputData: { contains: 'long WORDS' },
  got: { body: LONG },
  ...more,
});

const ofAppointment = (event: string): LongEvent => ({
  event,
  long: { appointment: { ...toRecord(fixture(event).event['appointment']), notes: LONG } },
  url: '/calendars/events/appointments/aPt7Ui9OpAs2DfGh4JkL',
  record: { appointment: { id: 'aPt7Ui9OpAs2DfGh4JkL', title: 'Newer', notes: LONG } },
  got: { notes: LONG, title: 'Anna Example' },
});

/** The event has no name: which one it is says the trigger. */
const ofInvoice = (): LongEvent => ({
  event: 'invoice',
  long: { termsNotes: LONG },
  url: '/invoices/6578278e879ad2646715ba9c?altId=Lc4tNs8PqWe2ZxRy6UvB&altType=location',
  record: { _id: '6578278e879ad2646715ba9c', name: 'Newer', termsNotes: LONG },
  got: { terms: LONG, name: 'Website redesign', total: 1200 },
});

const ofOrder = (type: string): LongEvent => ({
  event: 'order',
  long: { type, items: [{ name: LONG, qty: 2 }] },
  url: '/payments/orders/660ed43bfdf9fc05a0de7a40?altId=Lc4tNs8PqWe2ZxRy6UvB',
  record: { _id: '660ed43bfdf9fc05a0de7a40', status: 'newer', items: [{ name: LONG, qty: 2 }] },
  got: { productNames: LONG, status: 'pending' },
});

/** The event has no name: which one it is says the trigger. */
const ofProduct = (): LongEvent => ({
  event: 'product',
  long: { description: LONG },
  url: '/products/655b33a82209e60b6adb87a5?locationId=Lc4tNs8PqWe2ZxRy6UvB',
  record: { _id: '655b33a82209e60b6adb87a5', name: 'Newer', description: LONG },
  got: { description: LONG, name: 'Whitening Kit' },
});

const ofOpportunity = (event: string): LongEvent => ({
  event,
  long: { name: LONG },
  url: '/opportunities/oPp3Rt7NyU1tYq9ZsWxE',
  record: { opportunity: { id: 'oPp3Rt7NyU1tYq9ZsWxE', name: LONG, monetaryValue: 1 } },
  got: { name: LONG, monetaryValue: 2500 },
});

const ofRecord = (event: string): LongEvent => ({
  event,
  long: { properties: [{ key: 'notes', valueString: LONG }] },
  url: `/objects/custom_objects.registration/records/67b2c4d8e1f30a5b7c9d2e41?locationId=${LOCATION_ID}`,
  record: { record: { id: '67b2c4d8e1f30a5b7c9d2e41', properties: { notes: LONG } } },
  inputData: { objectKey: 'custom_objects.registration' },
  got: { valuesText: `notes: ${LONG}` },
});

const LONG_EVENTS: Record<string, LongEvent> = {
  new_inbound_message: ofMessage('sms', { got: { body: LONG, status: 'delivered' } }),
  new_outbound_message: ofMessage('outbound_email', {
    url: '/conversations/messages/email/eM4iLk9QwZ7xTn2RvBpC',
    record: {
      emailMessage: { id: 'eM4iLk9QwZ7xTn2RvBpC', body: `<p>${LONG}</p>`, subject: 'Older' },
    },
    got: { body: LONG, subject: fixture('outbound_email').record['subject'] },
  }),
  message_failed: ofMessage('failed_sms', { inputData: {} }),
  new_call: ofMessage('call_inbound_answered', {
    long: { attachments: [LONG, LONG] },
    record: {
      message: { id: 'c1ZbR4xVnL0shT7gK2mW', attachments: ['https://x.example/call.wav'] },
    },
    inputData: { outcome: 'answered' },
    got: { outcome: 'answered', attachments: ['https://x.example/call.wav'] },
  }),
  conversation_started: ofMessage('sms', {
    inputData: { direction: 'inbound' },
    got: { lastMessageBody: LONG },
  }),
  conversation_read_state_changed: {
    event: 'read_state_unread',
    long: { notes: LONG },
    url: '/conversations/cVn5Qe2aTzX8wLr4KpYb',
    record: { id: 'cVn5Qe2aTzX8wLr4KpYb', unreadCount: 0, inbox: true },
    inputData: { state: 'unread' },
    got: { isUnread: true, unreadCount: 2, inbox: true },
  },
  contact_created: ofContact('contact_created'),
  contact_updated: ofContact('contact_updated'),
  contact_tags_changed: ofContact('contact_tags_changed', {
    long: { tags: ['vip', LONG] },
    record: { contact: { id: CONTACT, tags: ['vip', LONG] } },
    inputData: { tag: 'VIP' },
    got: { tags: ['vip', LONG] },
  }),
  contact_dnd_changed: ofContact('contact_dnd_changed', {
    long: { dndSettings: { SMS: { status: 'active', message: LONG } } },
    record: { contact: { id: CONTACT, dndSettings: { SMS: { status: 'active', message: LONG } } } },
    inputData: { channel: 'dndSms', isOn: 'on' },
    got: { dndSms: true },
  }),
  note_added: {
    event: 'note_added',
    long: { body: LONG },
    url: `/contacts/${CONTACT}/notes/nTe4Qw7ErT2yUi9OpAsD`,
    record: { note: { id: 'nTe4Qw7ErT2yUi9OpAsD', body: LONG, contactId: CONTACT } },
    inputData: { contains: 'long words' },
    got: { bodyText: LONG },
  },
  note_updated: {
    event: 'note_updated',
    long: { body: LONG },
    url: `/contacts/${CONTACT}/notes/nTe4Qw7ErT2yUi9OpAsD`,
    record: { note: { id: 'nTe4Qw7ErT2yUi9OpAsD', body: LONG, contactId: CONTACT } },
    inputData: { contains: 'long words' },
    got: { bodyText: LONG },
  },
  task_created: {
    event: 'task_created',
    long: { title: LONG },
    url: `/contacts/${CONTACT}/tasks/tSk6Yu3IoP8aSd1FgHjK`,
    record: { task: { id: 'tSk6Yu3IoP8aSd1FgHjK', title: LONG } },
    got: { title: LONG },
  },
  task_completed: {
    event: 'task_completed',
    long: { body: LONG },
    url: `/contacts/${CONTACT}/tasks/tSk6Yu3IoP8aSd1FgHjK`,
    record: { task: { id: 'tSk6Yu3IoP8aSd1FgHjK', body: LONG } },
    got: { body: LONG },
  },
  new_appointment: ofAppointment('appointment_created'),
  appointment_status_changed: ofAppointment('appointment_no_show'),
  appointment_rescheduled: ofAppointment('appointment_moved'),
  appointment_updated: ofAppointment('appointment_moved'),
  new_opportunity: ofOpportunity('new_opportunity'),
  opportunity_updated: ofOpportunity('opportunity_updated'),
  opportunity_stage_changed: ofOpportunity('opportunity_stage_changed'),
  opportunity_status_changed: ofOpportunity('opportunity_status_changed'),
  opportunity_value_changed: ofOpportunity('opportunity_value_changed'),
  opportunity_assigned: ofOpportunity('opportunity_assigned'),
  new_invoice: ofInvoice(),
  invoice_sent: ofInvoice(),
  invoice_paid: ofInvoice(),
  invoice_partially_paid: ofInvoice(),
  invoice_updated: ofInvoice(),
  invoice_voided: ofInvoice(),
  new_order: ofOrder('OrderCreate'),
  order_status_changed: ofOrder('OrderStatusUpdate'),
  new_product: ofProduct(),
  product_updated: ofProduct(),
  new_record: ofRecord('new_record'),
  record_updated: ofRecord('record_updated'),
  user_created: {
    event: 'user_created_for_agency',
    long: { locations: Array.from({ length: 200 }, (_, index) => `${LOCATION_ID}${index}`) },
    url: '/users/uS3rPq8LmN2vXc7ZtYwE',
    record: { id: 'uS3rPq8LmN2vXc7ZtYwE', roles: { role: 'user', locationIds: [LOCATION_ID] } },
    got: { id: 'uS3rPq8LmN2vXc7ZtYwE', locationId: LOCATION_ID },
  },
};

/** Of what was deleted there is nothing left to read, and of a campaign's status nothing at all. */
const UNREADABLE = [
  'campaign_status_changed',
  'contact_deleted',
  'note_deleted',
  'task_deleted',
  'appointment_deleted',
  'opportunity_deleted',
  'other_event',
  'invoice_deleted',
  'email_event',
  'product_deleted',
  'record_deleted',
  'records_linked',
  'records_unlinked',
];

function reduced({ event, long }: LongEvent): RawRecord {
  const whole = { ...fixture(event).event, ...long };
  const left: unknown = JSON.parse(reduceEvent(Buffer.from(JSON.stringify(whole))).toString());
  return toRecord(left);
}

function triggerOf(key: string) {
  const trigger = Object.values(App.triggers).find((one) => one.key === key);
  if (!trigger) throw new Error(`There is no trigger ${key}.`);
  return trigger;
}

test('every instant trigger has a long event here', () => {
  const hooks = OPERATIONS.filter(({ operation }) => operation['type'] === 'hook');
  expect([...Object.keys(LONG_EVENTS), ...UNREADABLE].toSorted()).toEqual(
    hooks.map(({ key }) => key).toSorted(),
  );
});

describe.each(Object.entries(LONG_EVENTS))('%s, of an event without its long fields', (key, of) => {
  const start = () =>
    run(triggerOf(key), delivered(reduced(of), { inputData: of.inputData ?? {} }));

  const answers = (status: number, body: RawRecord) => {
    highLevel().get(of.url).reply(status, body);
    if (key !== 'conversation_started') return;
    highLevel()
      .get('/conversations/cVn5Qe2aTzX8wLr4KpYb')
      .reply(200, { id: 'cVn5Qe2aTzX8wLr4KpYb', dateAdded: '2026-11-20T10:02:00.000Z' });
  };

  test('reads the rest in one request, and keeps what the event says', async () => {
    answers(200, of.record);
    expect(await start()).toMatchObject([of.got]);
  });

  test('waits while HighLevel cannot be asked', async () => {
    highLevel().get(of.url).reply(503, {});
    await expect(start()).rejects.toThrow('"delay":60');
  });
});

describe('an event without its long fields', () => {
  test.each([400, 404])('stays as it is where its record is gone: %d', async (status) => {
    const event = reduced(ofMessage('sms'));
    highLevel().get(messageUrl('sms')).reply(status, { message: 'Message not found' });
    const found = await run(App.triggers.new_inbound_message, delivered(event));
    expect(found).toMatchObject([{ id: 'mSg6Tx4KpR9wQz2LvNcY', body: null }]);
  });

  test('stays as it is where it has no ID to read by', async () => {
    const event = reduced(ofMessage('sms_without_any_id'));
    const found = await run(App.triggers.new_inbound_message, delivered(event));
    expect(found).toMatchObject([{ body: null, contactId: CONTACT }]);
  });

  test('starts a Zap with what is left of a deleted contact', async () => {
    const event = reduced(ofContact('contact_deleted'));
    const found = await run(App.triggers.contact_deleted, delivered(event));
    expect(found).toMatchObject([{ id: CONTACT, firstName: 'Anna', custom: {} }]);
  });

  test('of another sub-account is not read', async () => {
    const event = { ...reduced(ofMessage('sms')), locationId: 'LcOfSomebodyElse00001' };
    expect(await run(App.triggers.new_inbound_message, delivered(event))).toEqual([]);
  });

  test('of a user is left out where the record has other sub-accounts', async () => {
    const event = reduced(LONG_EVENTS['user_created'] ?? ofContact('user_created'));
    highLevel()
      .get('/users/uS3rPq8LmN2vXc7ZtYwE')
      .reply(200, { id: 'uS3rPq8LmN2vXc7ZtYwE', roles: { locationIds: ['Other'] } });
    expect(await run(App.triggers.user_created, delivered(event))).toEqual([]);
  });
});
