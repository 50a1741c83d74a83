import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import {
  NO_LIMIT,
  type InstantZap,
  type LocalZapier,
  type SandboxClient,
} from '../../local/index.ts';
import { toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { failing } from '../support/failure.ts';
import { OPERATIONS } from '../support/operations.ts';
import { asOtherApp } from '../support/other_app.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

let zapier: LocalZapier;
let sandbox: SandboxClient;
/** Anna, who has a conversation, an email address and a phone number. */
let contact: RawRecord;
let conversationId: string;

beforeAll(async () => {
  zapier = await sharedZapier({ relay: true });
  ({ sandbox } = zapier);
});

beforeEach(async () => {
  await sandbox.reset(NO_LIMIT);
  const tokens = await sandbox.post('/tokens');
  zapier.authData = Object.fromEntries(
    ['access_token', 'refresh_token', 'locationId', 'companyId', 'userId', 'scope'].map((key) => [
      key,
      toText(tokens[key]) ?? '',
    ]),
  );
  const contacts = await sandbox.list(
    `/state/contacts?locationId=${zapier.authData['locationId'] ?? ''}`,
  );
  contact = contacts.find(({ firstName }) => firstName === 'Anna') ?? {};
  const [conversation] = await sandbox.list(`/state/conversations?contactId=${idOf(contact)}`);
  conversationId = idOf(conversation);
});

function idOf(record: RawRecord | undefined): string {
  const id = toText(record?.['id']);
  if (id === null) throw new Error('There is no such record.');
  return id;
}

async function highLevelApi(method: string, path: string, body?: RawRecord): Promise<RawRecord> {
  const answer = await asOtherApp(zapier, method, path, body);
  // Once its webhooks have arrived: the relay compares each event with those before it.
  await sandbox.list('/deliveries');
  return answer;
}

let people = 0;

/** A contact that HighLevel did not have, and so has no conversation. */
async function newContact(more: RawRecord = {}): Promise<RawRecord> {
  people += 1;
  const answer = await highLevelApi('POST', '/contacts/', {
    locationId: zapier.authData['locationId'],
    firstName: 'Nora',
    email: `nora${people}@example.com`,
    ...more,
  });
  return toRecord(answer['contact']);
}

/** A note on the contact. */
async function newNote(): Promise<RawRecord> {
  const answer = await highLevelApi('POST', `/contacts/${idOf(contact)}/notes`, {
    title: 'First call',
    body: 'Prefers mornings.',
    userId: zapier.authData['userId'],
  });
  return toRecord(answer['note']);
}

/** The stages of the first pipeline. */
async function stagesOf(): Promise<RawRecord[]> {
  const [pipeline] = await sandbox.list(
    `/state/pipelines?locationId=${zapier.authData['locationId'] ?? ''}`,
  );
  return toList(pipeline?.['stages']).map((stage) => ({ ...toRecord(stage), pipeline }));
}

/** The path of an opportunity of a contact of its own, in the first stage of the first pipeline. */
async function newOpportunity(): Promise<string> {
  const [stage] = await stagesOf();
  const answer = await highLevelApi('POST', '/opportunities/', {
    locationId: zapier.authData['locationId'],
    contactId: idOf(await newContact()),
    name: 'Website',
    status: 'open',
    monetaryValue: 400,
    pipelineId: idOf(toRecord(stage?.['pipeline'])),
    pipelineStageId: idOf(stage),
  });
  return `/opportunities/${idOf(toRecord(answer['opportunity']))}`;
}

const REGISTRATION = 'custom_objects.registration';

/** The path of a record of a custom object. */
async function newRegistration(): Promise<string> {
  const { locationId } = zapier.authData;
  const price = { currency: 'default', value: 12.5 };
  const properties = { event: 'Open Day', ticket: 'standard', price };
  const url = `/objects/${REGISTRATION}/records`;
  const { record } = await highLevelApi('POST', url, { locationId, properties });
  return `${url}/${idOf(toRecord(record))}?locationId=${String(locationId)}`;
}

/** A new record, linked to the contact. */
async function newLink(): Promise<RawRecord> {
  const path = await newRegistration();
  const all = await sandbox.list('/state/associations');
  const association = all.find(({ key }) => key === 'registration_guest');
  return highLevelApi('POST', '/associations/relations', {
    locationId: zapier.authData['locationId'],
    associationId: idOf(association),
    firstRecordId: path.split('/').at(-1)?.split('?')[0],
    secondRecordId: idOf(contact),
  });
}

const openDayOfAnna = {
  associationName: 'Registration – Guest',
  firstObjectName: 'Registration',
  firstRecordName: 'Open Day',
  secondObjectName: 'Contact',
};

/** What a record starts a Zap with. */
const registered = (ticket: string) => ({
  objectKey: REGISTRATION,
  record: { name: 'Open Day', objectName: 'Registration', fields: { ticket, price: 12.5 } },
});

/** Changes a new opportunity. */
const changeOpportunity = (change: () => RawRecord | Promise<RawRecord>) => async () =>
  highLevelApi('PUT', await newOpportunity(), await change());

/** What an opportunity starts a Zap with. */
const website = (more: RawRecord) => ({
  name: 'Website',
  contact: { firstName: 'Nora' },
  details: { pipelineName: 'New Patients' },
  ...more,
});

const ofSubAccount = () => ({ altId: zapier.authData['locationId'], altType: 'location' });

/** The ID of an order of the contact's: two of the first price. */
async function newOrder(): Promise<string> {
  const [price] = await sandbox.list('/state/prices');
  const items = [{ priceId: idOf(price), qty: 2 }];
  const { order } = await sandbox.post('/orders', { contactId: idOf(contact), items });
  return idOf(toRecord(order));
}

/** The path of a product. */
async function newProduct(): Promise<string> {
  const { _id } = await highLevelApi('POST', '/products/', {
    locationId: zapier.authData['locationId'],
    name: 'Mouthwash',
    productType: 'PHYSICAL',
  });
  return `/products/${toText(_id) ?? ''}`;
}

/** The path of a draft invoice of 120.50 dollars for Anna. */
async function newInvoice(): Promise<string> {
  const person = { id: idOf(contact), name: 'Anna', email: contact['email'], phoneNo: '' };
  const invoice = await highLevelApi('POST', '/invoices/', {
    ...ofSubAccount(),
    name: 'Check-up',
    businessDetails: {},
    currency: 'USD',
    items: [{ name: 'Check-up', currency: 'USD', amount: 120.5, qty: 1 }],
    discount: { type: 'percentage', value: 0 },
    contactDetails: person,
    issueDate: '2027-01-04',
    sentTo: { email: [contact['email']] },
    liveMode: true,
  });
  return `/invoices/${toText(invoice['_id']) ?? ''}`;
}

/** Sends a new invoice, or does something else with it. */
const onInvoice = (action: string, body: () => RawRecord) => async () =>
  highLevelApi('POST', `${await newInvoice()}/${action}`, { ...ofSubAccount(), ...body() });

/** What an invoice starts a Zap with. */
const checkUp = (more: RawRecord) => ({
  name: 'Check-up',
  number: expect.stringMatching(/^INV-\d+$/),
  total: 120.5,
  currency: 'USD',
  contactName: 'Anna',
  ...more,
});

const write = (more: RawRecord) =>
  sandbox.post('/messages', { contactId: idOf(contact), channel: 'SMS', body: 'Hello', ...more });

const open = (trigger: string, inputData?: RawRecord) => zapier.instantZap(trigger, inputData);

/** What happens in HighLevel, and what the Zap then starts with, pointers fetched. */
interface RoundTrip {
  inputData?: RawRecord;
  cause: () => Promise<unknown>;
  started: () => RawRecord;
}

const anna = () => ({ name: 'Anna Lindqvist', phone: contact['phone'] });

const appointmentOfAnna = () => ({
  title: 'First talk',
  calendarName: 'Consultation',
  contact: anna(),
  assignedUser: { firstName: 'Dana' },
});

const ROUND_TRIPS: Record<string, RoundTrip> = {
  new_inbound_message: {
    inputData: { channel: 'email', contains: 'garden' },
    cause: () =>
      write({
        channel: 'Email',
        subject: 'Your garden',
        html: '<p>In <b>spring</b>?</p>',
        attachments: [`${sandbox.url}/files/seed/leaking-tap.png`],
      }),
    started: () => ({
      channel: 'email',
      direction: 'inbound',
      subject: 'Your garden',
      body: 'In spring?',
      contact: anna(),
      emailContent: { html: '<p>In <b>spring</b>?</p>' },
      attachmentFiles: [expect.stringMatching(/^http/)],
    }),
  },
  new_outbound_message: {
    inputData: { source: 'workflow' },
    cause: () => write({ direction: 'outbound', source: 'workflow', body: 'See you.' }),
    started: () => ({ body: 'See you.', direction: 'outbound', source: 'workflow' }),
  },
  message_failed: {
    cause: () => write({ direction: 'outbound', status: 'undelivered', body: 'Lost' }),
    started: () => ({ body: 'Lost', status: 'undelivered', contact: anna() }),
  },
  new_call: {
    inputData: { outcome: 'answered', minimumDuration: 60 },
    cause: () =>
      write({
        channel: 'Call',
        body: '',
        call: {
          duration: 75,
          status: 'completed',
          recordingSeconds: 2,
          transcript: ['Hello.', 'Hello, Anna speaking.'],
        },
      }),
    started: () => ({
      outcome: 'answered',
      direction: 'inbound',
      callDuration: 75,
      contact: anna(),
      recordingFile: expect.stringMatching(/^http/),
      transcriptFile: expect.stringMatching(/^http/),
    }),
  },
  conversation_started: {
    cause: async () => {
      const { id } = await newContact();
      await sandbox.post('/messages', { contactId: id, channel: 'Email', subject: 'New here' });
    },
    started: () => ({
      lastMessageChannel: 'email',
      lastMessageDirection: 'inbound',
      isUnread: true,
      contact: { firstName: 'Nora' },
    }),
  },
  conversation_read_state_changed: {
    inputData: { state: 'starred' },
    cause: async () => {
      const body = { locationId: zapier.authData['locationId'] };
      const path = `/conversations/${conversationId}`;
      // Nothing is told of a star that is there already.
      await highLevelApi('PUT', path, { ...body, starred: true, unreadCount: 1 });
      await highLevelApi('PUT', path, { ...body, starred: true, unreadCount: 2 });
    },
    started: () => ({ id: conversationId, starred: true, contact: anna() }),
  },
  contact_created: {
    inputData: { tag: 'new here' },
    cause: () => newContact({ tags: ['new here'] }),
    started: () => ({ firstName: 'Nora', tags: ['new here'] }),
  },
  contact_updated: {
    cause: () => highLevelApi('PUT', `/contacts/${idOf(contact)}`, { city: `City ${++people}` }),
    started: () => ({ id: idOf(contact), city: expect.stringMatching(/^City/) }),
  },
  contact_deleted: {
    cause: async () => highLevelApi('DELETE', `/contacts/${idOf(await newContact())}`),
    started: () => ({ firstName: 'Nora', link: null }),
  },
  contact_tags_changed: {
    inputData: { tag: 'vip' },
    cause: async () => {
      const path = `/contacts/${idOf(await newContact())}/tags`;
      await highLevelApi('POST', path, { tags: ['vip'] });
    },
    started: () => ({ firstName: 'Nora', tags: ['vip'] }),
  },
  contact_dnd_changed: {
    inputData: { channel: 'dndSms', isOn: 'on' },
    cause: async () => {
      const path = `/contacts/${idOf(await newContact())}`;
      await highLevelApi('PUT', path, { dndSettings: { SMS: { status: 'active' } } });
    },
    started: () => ({ firstName: 'Nora', dndSms: true, dndEmail: false }),
  },
  note_added: {
    cause: newNote,
    started: () => ({
      bodyText: 'Prefers mornings.',
      contact: anna(),
      details: { title: 'First call', userId: zapier.authData['userId'] },
    }),
  },
  note_updated: {
    cause: async () => {
      const path = `/contacts/${idOf(contact)}/notes/${idOf(await newNote())}`;
      await highLevelApi('PUT', path, { body: 'Evenings.' });
    },
    started: () => ({ bodyText: 'Evenings.', contact: anna(), details: { title: 'First call' } }),
  },
  note_deleted: {
    cause: async () => {
      const path = `/contacts/${idOf(contact)}/notes/${idOf(await newNote())}`;
      await highLevelApi('DELETE', path);
    },
    started: () => ({ bodyText: 'Prefers mornings.', contact: anna() }),
  },
  campaign_status_changed: {
    cause: () => sandbox.post('/events', { type: 'CampaignStatusUpdate', id: idOf(contact) }),
    started: () => ({ status: 'paused', campaignName: expect.any(String), contact: anna() }),
  },
  other_event: {
    inputData: { event: 'AssociationCreate' },
    cause: () => sandbox.post('/events', { type: 'AssociationCreate' }),
    started: () => ({ eventName: 'AssociationCreate', data: { key: expect.any(String) } }),
  },
  email_event: {
    inputData: { events: ['bounced'] },
    cause: async () => {
      await write({ direction: 'outbound', channel: 'Email', subject: 'Our offer' });
      const bounced = { event: 'failed', code: 550, message: 'No such mailbox' };
      await sandbox.post('/email-events', { contactId: idOf(contact), ...bounced });
    },
    started: () => ({
      event: 'bounced',
      originalEvent: 'failed',
      reason: 'No such mailbox',
      contact: anna(),
      contactId: idOf(contact),
    }),
  },
  task_deleted: {
    cause: async () => {
      const { task } = await newTask({ completed: false });
      await highLevelApi('DELETE', `/contacts/${idOf(contact)}/tasks/${idOf(toRecord(task))}`);
    },
    started: () => ({ title: 'Send the offer', contact: anna() }),
  },
  task_created: {
    cause: () => newTask({ completed: false }),
    started: () => ({ title: 'Send the offer', completed: false, contact: anna() }),
  },
  task_completed: {
    cause: () => newTask({ completed: true }),
    started: () => ({ title: 'Send the offer', completed: true, contact: anna() }),
  },
  new_opportunity: {
    inputData: { minimumValue: 400 },
    cause: newOpportunity,
    started: () => website({ status: 'open', monetaryValue: 400 }),
  },
  opportunity_updated: {
    // Its creation and its deletion are no updates.
    cause: async () => {
      const path = await newOpportunity();
      await highLevelApi('PUT', path, { name: 'Shop' });
      await highLevelApi('DELETE', await newOpportunity());
    },
    started: () => website({ name: 'Shop' }),
  },
  opportunity_stage_changed: {
    cause: changeOpportunity(async () => ({ pipelineStageId: idOf((await stagesOf())[1]) })),
    started: () =>
      website({
        details: { stageName: 'Contacted', previousStageName: 'New Lead' },
        previousStageId: expect.any(String),
      }),
  },
  opportunity_status_changed: {
    inputData: { statuses: ['won', 'lost'], fromStatus: 'open' },
    cause: changeOpportunity(() => ({ status: 'won' })),
    started: () => website({ status: 'won', previousStatus: 'open' }),
  },
  opportunity_value_changed: {
    cause: changeOpportunity(() => ({ monetaryValue: 500 })),
    started: () => website({ monetaryValue: 500, previousValue: 400 }),
  },
  opportunity_assigned: {
    cause: changeOpportunity(() => ({ assignedTo: zapier.authData['userId'] })),
    started: () => website({ details: { assignedToName: expect.any(String) } }),
  },
  opportunity_deleted: {
    cause: async () => highLevelApi('DELETE', await newOpportunity()),
    started: () => ({ name: 'Website', status: 'open', contact: { firstName: 'Nora' } }),
  },
  new_record: {
    inputData: { objectKey: REGISTRATION },
    cause: newRegistration,
    started: () => registered('Standard'),
  },
  record_updated: {
    inputData: { objectKey: REGISTRATION },
    cause: async () =>
      highLevelApi('PUT', await newRegistration(), { properties: { ticket: 'student' } }),
    started: () => registered('Student'),
  },
  record_deleted: {
    inputData: { objectKey: REGISTRATION },
    cause: async () => highLevelApi('DELETE', await newRegistration()),
    started: () => ({ fields: { event: 'Open Day', ticket: 'Standard', price: 12.5 } }),
  },
  records_linked: {
    cause: newLink,
    started: () => ({ contact: anna(), details: openDayOfAnna }),
  },
  records_unlinked: {
    cause: async () => {
      const { id } = await newLink();
      const url = `/associations/relations/${String(id)}`;
      await highLevelApi('DELETE', `${url}?locationId=${String(zapier.authData['locationId'])}`);
    },
    started: () => ({ contact: anna(), details: openDayOfAnna }),
  },
  new_appointment: {
    inputData: { statuses: ['confirmed'] },
    cause: newAppointment,
    started: () => ({ ...appointmentOfAnna(), appointmentStatus: 'confirmed' }),
  },
  appointment_status_changed: {
    inputData: { statuses: ['noshow'] },
    cause: () => changedAppointment({ appointmentStatus: 'noshow' }),
    started: () => ({
      ...appointmentOfAnna(),
      appointmentStatus: 'noshow',
      previousStatus: 'confirmed',
    }),
  },
  appointment_rescheduled: {
    inputData: { movedTime: 'start' },
    cause: () => changedAppointment({ startTime: new Date(Date.now() + 3 * DAY_MS).toISOString() }),
    started: () => ({
      ...appointmentOfAnna(),
      previousStart: expect.stringMatching(/^2/),
      previousLocalEnd: expect.stringMatching(/ at \d+:\d\d [AP]M$/),
    }),
  },
  appointment_updated: {
    inputData: { parts: ['notes', 'calendar'] },
    cause: () => changedAppointment({ description: 'Bring the plan.' }),
    started: () => ({
      ...appointmentOfAnna(),
      whatChanged: ['Notes'],
      notes: 'Bring the plan.',
      previousStart: null,
    }),
  },
  appointment_deleted: {
    cause: async () => highLevelApi('DELETE', `/calendars/events/${idOf(await newAppointment())}`),
    started: appointmentOfAnna,
  },
  new_order: {
    inputData: { statuses: ['Pending'], mode: 'live', minimumAmount: '$10' },
    cause: newOrder,
    started: () => ({
      status: 'pending',
      currency: 'USD',
      contactId: idOf(contact),
      items: [expect.objectContaining({ quantity: 2, productName: 'Whitening Kit' })],
    }),
  },
  order_status_changed: {
    inputData: { statuses: ['Completed'] },
    cause: async () => sandbox.post(`/orders/${await newOrder()}`, { status: 'completed' }),
    started: () => ({ status: 'completed', contactId: idOf(contact) }),
  },
  new_product: {
    inputData: { productTypes: ['Physical'] },
    cause: newProduct,
    started: () => ({ name: 'Mouthwash', productType: 'PHYSICAL' }),
  },
  product_updated: {
    cause: async () =>
      highLevelApi('PUT', await newProduct(), {
        locationId: zapier.authData['locationId'],
        name: 'Mouthwash, large',
        productType: 'PHYSICAL',
      }),
    started: () => ({ name: 'Mouthwash, large' }),
  },
  product_deleted: {
    cause: async () =>
      highLevelApi(
        'DELETE',
        `${await newProduct()}?locationId=${zapier.authData['locationId'] ?? ''}`,
      ),
    started: () => ({ name: 'Mouthwash' }),
  },
  new_invoice: {
    inputData: { minimumTotal: '$100', paymentMode: 'live' },
    cause: newInvoice,
    started: () => checkUp({ status: 'draft', amountDue: 120.5 }),
  },
  invoice_sent: {
    cause: onInvoice('send', () => ({
      userId: zapier.authData['userId'],
      action: 'email',
      liveMode: true,
    })),
    started: () => checkUp({ status: 'sent' }),
  },
  invoice_paid: {
    cause: onInvoice('record-payment', () => ({ mode: 'cash', notes: '' })),
    started: () => checkUp({ status: 'paid', amountPaid: 120.5, amountDue: 0 }),
  },
  invoice_partially_paid: {
    cause: onInvoice('record-payment', () => ({ mode: 'cash', notes: '', amount: 20.2 })),
    started: () => checkUp({ status: 'partially_paid', amountPaid: 20.2, amountDue: 100.3 }),
  },
  invoice_updated: {
    cause: async () =>
      highLevelApi('PUT', await newInvoice(), {
        ...ofSubAccount(),
        name: 'Check-up',
        currency: 'USD',
        invoiceItems: [{ name: 'Check-up', currency: 'USD', amount: 120.5, qty: 1 }],
        issueDate: '2027-01-04',
        dueDate: '2027-02-01',
      }),
    started: () => checkUp({ dueDate: '2027-02-01' }),
  },
  invoice_voided: {
    cause: onInvoice('void', () => ({})),
    started: () => checkUp({ status: 'void' }),
  },
  invoice_deleted: {
    cause: async () =>
      highLevelApi(
        'DELETE',
        `${await newInvoice()}?altId=${zapier.authData['locationId'] ?? ''}&altType=location`,
      ),
    started: () => checkUp({ status: 'draft' }),
  },
  user_created: {
    cause: async () => {
      const [user] = await sandbox.list('/state/users');
      await sandbox.post('/events', {
        type: 'UserCreate',
        id: idOf(user),
        payload: { locationId: zapier.authData['locationId'] },
      });
    },
    started: () => ({ name: expect.any(String), details: { type: 'account' } }),
  },
};

const DAY_MS = 86_400_000;

/** An appointment of Anna's tomorrow, with Dana. */
async function newAppointment(more: RawRecord = {}): Promise<RawRecord> {
  const [calendar] = await sandbox.list('/state/calendars?name=Consultation');
  const dana = await sandbox.record('users', { firstName: 'Dana' });
  return highLevelApi('POST', '/calendars/events/appointments', {
    calendarId: idOf(calendar),
    locationId: zapier.authData['locationId'],
    contactId: idOf(contact),
    assignedUserId: idOf(dana),
    title: 'First talk',
    startTime: new Date(Date.now() + DAY_MS).toISOString(),
    ignoreFreeSlotValidation: true,
    ...more,
  });
}

/** The same, changed once it is there: the relay knows what it was. */
async function changedAppointment(changes: RawRecord): Promise<void> {
  await changeAppointment(await newAppointment(), changes);
}

const changeAppointment = (appointment: RawRecord, changes: RawRecord) =>
  highLevelApi('PUT', `/calendars/events/appointments/${idOf(appointment)}`, {
    ...changes,
    ignoreFreeSlotValidation: true,
  });

const newTask = (more: RawRecord) =>
  highLevelApi('POST', `/contacts/${idOf(contact)}/tasks`, {
    title: 'Send the offer',
    body: 'With the price.',
    dueDate: '2027-01-04T09:00:00Z',
    ...more,
  });

const HOOKS = OPERATIONS.filter(({ operation }) => operation['type'] === 'hook');

test('every instant trigger makes the round trip', () => {
  expect(Object.keys(ROUND_TRIPS).toSorted()).toEqual(HOOKS.map(({ key }) => key).toSorted());
});

describe.each(Object.entries(ROUND_TRIPS))('%s', (key, { inputData = {}, cause, started }) => {
  test('subscribes, starts the Zap with what happened, and stays silent once it is off', async () => {
    const zap = open(key, inputData);
    // A second Zap that stays on shows when all that the first could get has been delivered.
    const witness = open(key, inputData);
    await zap.switchOn();
    await witness.switchOn();

    await cause();
    const records = await startOf(zap);

    expect(records).toHaveLength(1);
    const full = await zapier.hydrate(records[0]);
    expect(full).toMatchObject(started());
    const [sample] = await zap.samples();
    if (sample)
      expect(Object.keys(sample).toSorted()).toEqual(Object.keys(records[0] ?? {}).toSorted());

    await startOf(witness);
    const before = zap.waiting;
    await zap.switchOff();
    await cause();
    expect(await startOf(witness)).toHaveLength(1);
    expect(zap.waiting).toBe(before);
    await witness.switchOff();
  });
});

/** What the Zap starts with: deliveries that its filters leave out start nothing. */
async function startOf(zap: InstantZap): Promise<RawRecord[]> {
  for (;;) {
    const records = await zap.next();
    if (records.length > 0) return records;
  }
}

describe('a delivery', () => {
  test('carries the recording and the transcript of a call, named by contact and time', async () => {
    const zap = open('new_call');
    await zap.switchOn();
    await write({
      channel: 'Call',
      body: '',
      dateAdded: '2026-11-20T10:02:00Z',
      call: { duration: 75, status: 'completed', recordingSeconds: 2, transcript: ['Hello.'] },
    });
    const [record] = await startOf(zap);
    const full = toRecord(await zapier.hydrate(record));
    const fileAt = (key: string) => zapier.app.rpc.file(String(full[key]));

    expect(fileAt('recordingFile')).toMatchObject({
      name: 'Call with Anna Lindqvist 2026-11-20 10-02.wav',
      contentType: 'audio/x-wav',
    });
    expect(fileAt('transcriptFile')).toMatchObject({
      name: 'Transcript of call with Anna Lindqvist 2026-11-20 10-02.txt',
      content: Buffer.from('[00:00] Speaker 1: Hello.\n'),
    });
    await zap.switchOff();
  });

  test('that somebody changed on its way is refused', async () => {
    const zap = open('new_inbound_message');
    await zap.switchOn();
    await write({ body: 'Hello' });
    const delivery = await zap.delivery();
    const { rawRequest } = delivery;
    const content = rawRequest.content.replace('Hello', 'Pay here');

    const failure = await failing(
      zap.startedBy({ ...delivery, rawRequest: { ...rawRequest, content } }),
    );

    expect(failure.message).toContain('was not signed by the webhook relay');
    expect(await zap.startedBy(delivery)).toMatchObject([{ body: 'Hello' }]);
    await zap.switchOff();
  });

  test('for one Zap does not start another', async () => {
    const zap = open('new_inbound_message');
    const other = open('new_inbound_message');
    await zap.switchOn();
    await other.switchOn();
    await write({ body: 'Hello' });

    const failure = await failing(other.startedBy(await zap.delivery()));

    expect(failure.message).toContain('was not signed by the webhook relay');
    await zap.switchOff();
    await other.switchOff();
  });
});

describe('new_inbound_message', () => {
  test('gives the files of media that HighLevel announces before it has them', async () => {
    const zap = open('new_inbound_message', { channel: 'whatsapp' });
    await zap.switchOn();
    await sandbox.post('/webhooks', { events: [] });
    const attachments = ['leaking-tap.png', 'leaking-tap.png'].map(
      (name) => `${sandbox.url}/files/seed/${name}`,
    );
    const { messageId } = await write({ channel: 'WhatsApp', body: 'Look', attachments });
    await sandbox.post('/webhooks', { events: null });
    await sandbox.post('/events', {
      type: 'InboundMessage',
      id: messageId,
      payload: { body: '' },
      without: ['attachments'],
    });

    const [record] = await zap.next();

    const full = toRecord(await zapier.hydrate(record));
    expect(full).toMatchObject({ body: 'Look', attachments });
    expect(toList(full['attachmentFiles']).map((url) => zapier.app.rpc.file(String(url)))).toEqual(
      attachments.map(() => expect.objectContaining({ name: 'leaking-tap.png' })),
    );
    await zap.switchOff();
  });

  test('gives of an email what a reply is made to, in its thread', async () => {
    const zap = open('new_inbound_message', { channel: 'email' });
    await zap.switchOn();
    const { emailMessageId, messageId } = await write({
      channel: 'Email',
      subject: 'Garden',
      html: '<p>In spring?</p>',
    });
    const [record] = await zap.next();

    await zapier.create('reply_to_message', { messageId: record?.['id'], message: 'In April.' });

    const emails = await sandbox.list(`/state/emails?contactId=${idOf(contact)}`);
    expect(emails.at(-1)).toMatchObject({
      direction: 'outbound',
      body: expect.stringContaining('In April.'),
      threadId: emailMessageId,
    });
    expect(messageId).not.toBe(record?.['id']);
    await zap.switchOff();
  });
});

describe('conversation_started', () => {
  test('does not start for a conversation that is older than the relay', async () => {
    const zap = open('conversation_started');
    await zap.switchOn();
    const conversations = await sandbox.list(
      `/state/conversations?locationId=${zapier.authData['locationId'] ?? ''}`,
    );
    const old = conversations.find(
      ({ id, dateAdded }) => id !== conversationId && Number(dateAdded) < Date.now() - 3_600_000,
    );
    await sandbox.post('/messages', { conversationId: idOf(old), body: 'Hello again' });

    const delivery = await zap.delivery();

    expect(delivery.cleanedRequest).toMatchObject({ conversationId: idOf(old) });
    expect(await zap.startedBy(delivery)).toEqual([]);
    await zap.switchOff();
  });
});

describe('appointment_rescheduled', () => {
  test('starts once for a move of which HighLevel sends two events', async () => {
    const zap = open('appointment_rescheduled');
    await zap.switchOn();
    const appointment = await newAppointment();
    const startTime = new Date(Date.now() + 3 * DAY_MS).toISOString();
    await changeAppointment(appointment, { startTime });
    await changeAppointment(appointment, { startTime });
    expect(await zap.next()).toMatchObject([{ id: idOf(appointment) }]);
    expect(await zap.next()).toEqual([]);
    await zap.switchOff();
  });

  test('does not start for the first change of an appointment that is older than the Zap', async () => {
    const zap = open('appointment_rescheduled');
    await zap.switchOn();
    const [old] = await sandbox.list(`/state/appointments?appointmentStatus=confirmed`);
    const moveTo = async (days: number) => {
      const startTime = new Date(Date.now() + days * DAY_MS).toISOString();
      await changeAppointment(old ?? {}, { startTime });
      return zap.next();
    };
    expect(await moveTo(8)).toEqual([]);
    expect(await moveTo(9)).toMatchObject([{ id: idOf(old) }]);
    await zap.switchOff();
  });
});

describe('task_created', () => {
  test('completes an event that lacks the contact and the text', async () => {
    const { task } = await newTask({ completed: false, assignedTo: zapier.authData['userId'] });
    const zap = open('task_created');
    await zap.switchOn();
    await sandbox.post('/events', {
      type: 'TaskCreate',
      payload: {
        locationId: zapier.authData['locationId'],
        id: toRecord(task)['id'],
        title: 'Send the offer',
        assignedTo: zapier.authData['userId'],
      },
    });

    const [record] = await zap.next();

    expect(await zapier.hydrate(record)).toMatchObject({
      body: 'With the price.',
      contactId: idOf(contact),
      contact: anna(),
    });
    await zap.switchOff();
  });
});

describe('subscribing', () => {
  test('has Zapier refresh a token that has ended', async () => {
    await sandbox.post('/tokens/expire', { token: zapier.authData['access_token'] });
    const failure = await failing(open('new_inbound_message').switchOn());
    expect(failure.name).toBe('RefreshAuthError');
  });

  test('is refused for the events of another sub-account', async () => {
    const { subAccounts } = await sandbox.info();
    const other = subAccounts.find(({ id }) => id !== zapier.authData['locationId']);
    zapier.authData = { ...zapier.authData, locationId: other?.id ?? '' };
    const failure = await failing(open('new_inbound_message').switchOn());
    expect(failure.message).toContain('does not belong to that location');
  });

  test('ends after the connection to HighLevel is gone', async () => {
    const zap = open('new_inbound_message');
    await zap.switchOn();
    await sandbox.post('/tokens/expire', { token: zapier.authData['access_token'] });
    await expect(zap.switchOff()).resolves.toBeUndefined();
    // It is gone already: that is as good.
    await expect(zap.switchOff()).resolves.toBeUndefined();
  });
});
