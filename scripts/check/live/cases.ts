import type { LocalZapier } from '../../../local/index.ts';
import { toList, toRecord, toText, toTexts, type RawRecord } from '../../../resources/values.ts';
import { recordsOf, somebody, someFile, someRecord } from './records.ts';

/** What an operation needs beside what its form tells. */
export interface LiveCase {
  /** Inputs that cannot be guessed; made after the data was reset and `event` has happened. */
  inputs?: (zapier: LocalZapier) => Promise<RawRecord>;
  /** What happens in HighLevel: before a step runs, or after an instant trigger has subscribed. */
  event?: (zapier: LocalZapier) => Promise<unknown>;
  /** What ends the wait of a step that waits. */
  reply?: (zapier: LocalZapier, inputData: RawRecord) => Promise<unknown>;
}

/**
 * Operations that do not run on inputs made from their fields, and instant triggers that an event about
 * any record does not start.
 */
export const LIVE_CASES: Readonly<Record<string, LiveCase>> = {
  'triggers.new_inbound_message': { event: write({ channel: 'SMS' }) },
  'triggers.new_outbound_message': { event: write({ channel: 'SMS', direction: 'outbound' }) },
  'triggers.message_failed': {
    event: write({ channel: 'SMS', direction: 'outbound', status: 'failed' }),
  },
  'triggers.new_call': { event: write({ channel: 'Call', call: { duration: 95 } }) },
  'triggers.opportunity_status_changed': { event: changeOpportunity({ status: 'won' }) },
  'triggers.opportunity_stage_changed': { event: moveToOtherStage },
  'triggers.opportunity_value_changed': { event: changeOpportunity({ monetaryValue: '1234.50' }) },
  'triggers.opportunity_assigned': { event: assignToAnother },
  'triggers.conversation_started': { event: firstMessage },
  'triggers.appointment_status_changed': {
    event: async (zapier) => {
      const { id } = await someRecord(zapier, 'appointments', isConfirmed);
      return zapier.create('change_appointment_status', {
        appointmentId: id,
        appointmentStatus: 'noshow',
      });
    },
  },
  'creates.upload_file_to_contact': {
    inputs: async (zapier) => {
      const isForFiles = ({ dataType, model }: RawRecord) =>
        dataType === 'FILE_UPLOAD' && model === 'contact';
      const { id } = await someRecord(zapier, 'customFields', isForFiles);
      return { customFieldId: id, files: [await someFile(zapier)] };
    },
  },
  'creates.upload_file': {
    inputs: async (zapier) => ({ file: await someFile(zapier) }),
  },
  'creates.delete_file': {
    inputs: async (zapier) => {
      const isFile = ({ type }: RawRecord) => type === 'file';
      return { fileId: (await someRecord(zapier, 'mediaFiles', isFile))['id'] };
    },
  },
  'triggers.campaign_status_changed': {
    event: async (zapier) => {
      const { id: contactId } = await somebody(zapier);
      const { id: campaignId } = await someRecord(zapier, 'campaigns');
      await zapier.create('add_contact_to_campaign', { contactId, campaignId });
      return zapier.sandbox.post('/events', { type: 'CampaignStatusUpdate', id: contactId });
    },
  },
  'triggers.email_event': {
    inputs: () => Promise.resolve({ events: ['delivered', 'opened', 'clicked', 'bounced'] }),
    event: async (zapier) => {
      const { id: contactId } = await somebody(zapier);
      await zapier.create('send_email', { contactId, subject: 'Hello', html: '<p>Hello.</p>' });
      return zapier.sandbox.post('/email-events', { contactId, event: 'opened' });
    },
  },
  'triggers.other_event': {
    inputs: () => Promise.resolve({ event: 'AssociationCreate' }),
    event: (zapier) => zapier.sandbox.post('/events', { type: 'AssociationCreate' }),
  },
  'triggers.contact_matched': {
    inputs: async (zapier) => ({ assignedTo: (await someRecord(zapier, 'users'))['id'] }),
  },
  'searches.find_contact_by_field': {
    inputs: async (zapier) => {
      const { email } = await someRecord(zapier, 'contacts', (one) => Boolean(one['email']));
      return { field: 'email', value: email };
    },
  },
  'triggers.new_record': ofRecord('RecordCreate'),
  'triggers.record_updated': ofRecord('RecordUpdate'),
  'triggers.record_deleted': ofRecord('RecordDelete'),
  'triggers.records_linked': { event: ofLink('RelationCreate') },
  'triggers.records_unlinked': { event: ofLink('RelationDelete') },
  'creates.link_records': {
    inputs: async (zapier) => {
      const { id } = await someRecord(zapier, 'contacts');
      return { ...(await linked(zapier)), secondRecord: id };
    },
  },
  'creates.unlink_records': { inputs: linked },
  'searches.find_related_records': {
    inputs: async (zapier) => ({ record: (await linked(zapier))['firstRecord'] }),
  },
  'triggers.appointment_rescheduled': { event: moveAppointment },
  'triggers.appointment_updated': { event: changeAllOfAppointment },
  'triggers.appointment_start': {
    inputs: () => Promise.resolve({ timeBefore: 30, timeUnit: 'days' }),
  },
  'triggers.task_due_soon': {
    inputs: () => Promise.resolve({ timeBefore: 30, timeUnit: 'days' }),
  },
  'searches.find_sub_account': {
    inputs: async (zapier) => {
      const isOwn = ({ id }: RawRecord) => id === zapier.authData['locationId'];
      return { name: (await someRecord(zapier, 'locations', isOwn))['name'] };
    },
  },
  'searches.find_survey': {
    inputs: async (zapier) => {
      const isSurvey = ({ kind }: RawRecord) => kind === 'survey';
      return { name: (await someRecord(zapier, 'forms', isSurvey))['name'] };
    },
  },
  'searches.find_pipeline_stage': {
    inputs: async (zapier) => {
      const { stages } = await someRecord(zapier, 'pipelines');
      return { name: toRecord(toList(stages)[0])['name'] };
    },
  },
  'searches.find_appointments': { inputs: () => Promise.resolve({ period: 'next_7_days' }) },
  'searches.find_blocked_time': {
    inputs: async (zapier) => ({
      assignedUserId: (await someRecord(zapier, 'blockedSlots'))['assignedUserId'],
    }),
  },
  'creates.delete_blocked_time': {
    inputs: async (zapier) => ({ blockedTimeId: (await someRecord(zapier, 'blockedSlots'))['id'] }),
  },
  'creates.block_off_time': {
    inputs: async (zapier) => {
      const tomorrow = Date.now() + 86_400_000;
      return {
        calendarId: (await someRecord(zapier, 'calendars'))['id'],
        startTime: new Date(tomorrow).toISOString(),
        endTime: new Date(tomorrow + 3_600_000).toISOString(),
      };
    },
  },
  'searches.find_record': {
    inputs: async (zapier) => {
      const { id, objectKey } = await someRecord(zapier, 'objectRecords');
      return { objectKey, recordId: id };
    },
  },
  'searches.find_records': {
    inputs: async (zapier) => ({
      objectKey: (await someRecord(zapier, 'objectRecords'))['objectKey'],
    }),
  },
  'creates.create_product': {
    inputs: () => Promise.resolve({ name: 'Night guard', amount: 89, currency: 'USD' }),
  },
  'creates.create_coupon': {
    inputs: async (zapier) => ({
      usageLimit: 100,
      productIds: [(await someRecord(zapier, 'products'))['id']],
      months: 3,
    }),
  },
  'creates.fulfill_order': {
    inputs: () =>
      Promise.resolve({
        trackingNumber: '1Z999AA10123456784',
        shippingCarrier: 'UPS',
        trackingUrl: 'https://www.ups.com/track?tracknum=1Z999AA10123456784',
      }),
  },
  'creates.create_invoice': { inputs: bill },
  'creates.create_and_send_invoice': { inputs: bill },
  'triggers.new_payment_subscription': {
    event: async (zapier) => {
      const { id: contactId } = await somebody(zapier);
      const isRecurring = ({ type }: RawRecord) => type === 'recurring';
      const { id: priceId } = await someRecord(zapier, 'prices', isRecurring);
      const payment = { status: 'succeeded' };
      return zapier.sandbox.post('/orders', { contactId, items: [{ priceId }], payment });
    },
  },
  'triggers.payment_subscription_status_changed': {
    event: async (zapier) => {
      const { id } = await someRecord(zapier, 'paymentSubscriptions');
      return zapier.sandbox.post(`/payment-subscriptions/${String(id)}`, { status: 'past_due' });
    },
  },
  'searches.find_order': {
    inputs: async (zapier) => ({ orderId: (await someRecord(zapier, 'orders'))['id'] }),
  },
  'searches.find_payment': {
    inputs: async (zapier) => ({ paymentId: (await someRecord(zapier, 'transactions'))['id'] }),
  },
  'searches.find_payment_subscription': {
    inputs: async (zapier) => ({
      subscriptionId: (await someRecord(zapier, 'paymentSubscriptions'))['id'],
    }),
  },
  'creates.update_product_stock': {
    inputs: async (zapier) => {
      const { id, productId } = await someRecord(zapier, 'prices');
      return { productId, priceId: id, availableQuantity: 7 };
    },
  },
  'creates.create_estimate': { inputs: bill },
  'creates.send_invoice': {
    inputs: async (zapier) => ({ invoiceId: await unpaidInvoice(zapier), sendBy: 'email' }),
  },
  'creates.record_invoice_payment': {
    inputs: async (zapier) => ({ invoiceId: await unpaidInvoice(zapier), method: 'cash' }),
  },
  'creates.update_invoice': {
    inputs: async (zapier) => ({ invoiceId: await unpaidInvoice(zapier), name: 'Yearly check-up' }),
  },
  'creates.void_invoice': {
    inputs: async (zapier) => ({ invoiceId: await unpaidInvoice(zapier) }),
  },
  'creates.send_estimate': {
    inputs: async (zapier) => ({
      estimateId: (await someRecord(zapier, 'estimates'))['id'],
      sendBy: 'send_manually',
    }),
  },
  'creates.import_course': {
    inputs: () =>
      Promise.resolve({
        title: 'Healthy teeth',
        description: 'For parents',
        categories: [{ categoryTitle: 'Basics' }],
      }),
  },
  'creates.update_message_status': {
    event: writeThroughOwn('SMS'),
    inputs: async (zapier) => ({ messageId: (await written(zapier))['id'], status: 'delivered' }),
  },
  'creates.update_email_status': {
    event: writeThroughOwn('Email'),
    inputs: async (zapier) => {
      const isIt = ({ body }: RawRecord) => toText(body)?.includes(TEXT) === true;
      const { id } = await someRecord(zapier, 'emails', isIt);
      return { emailMessageId: id, status: 'delivered' };
    },
  },
  'creates.add_message_attachments': {
    inputs: async (zapier) => ({
      messageId: await loggedCall(zapier),
      attachments: [await someFile(zapier)],
    }),
  },
  'creates.send_message_and_wait': {
    inputs: () => Promise.resolve({ channel: 'sms', replyOn: 'any' }),
    reply: (zapier, { contactId }) =>
      zapier.sandbox.post('/messages', {
        contactId,
        channel: 'Email',
        subject: 'Thursday',
        body: TEXT,
        attachments: ['https://example.com/files/photo.jpg'],
      }),
  },
  'creates.add_tags_to_contacts': {
    inputs: async (zapier) => ({
      contacts: [(await somebody(zapier))['email'], 'nobody.here@example.com'],
      tags: ['vip'],
    }),
  },
  'creates.log_call': {
    inputs: async (zapier) => ({ conversationProviderId: await ownProvider(zapier, 'Call') }),
  },
  'creates.create_opportunity': {
    inputs: async (zapier) => ({ contactId: await withoutOpportunity(zapier) }),
  },
  'creates.show_typing': { inputs: liveChat },
  'creates.api_request': {
    inputs: () => Promise.resolve({ method: 'GET', path: '/locations/{locationId}/tags' }),
  },
};

function ofLink(type: string) {
  return async (zapier: LocalZapier): Promise<unknown> =>
    zapier.sandbox.post('/events', { type, id: (await someRecord(zapier, 'relations'))['id'] });
}

/** Two records that are linked, as steps name them. */
async function linked(zapier: LocalZapier): Promise<RawRecord> {
  const relation = await someRecord(zapier, 'relations');
  const { associationId, firstRecordId, secondRecordId } = relation;
  return { associationId, firstRecord: firstRecordId, secondRecord: secondRecordId };
}

/** An event of a record that has a value in every field. */
function ofRecord(type: string): LiveCase {
  const record = (zapier: LocalZapier) =>
    someRecord(zapier, 'objectRecords', ({ properties, owner }) =>
      Boolean(toRecord(properties)['x_rays'] && toList(owner)[0]),
    );
  return {
    inputs: async (zapier) => ({ objectKey: (await record(zapier))['objectKey'] }),
    event: async (zapier) =>
      zapier.sandbox.post('/events', { type, id: (await record(zapier))['id'] }),
  };
}

const TEXT = 'Is Thursday at ten still free?';

const isConfirmed = ({ appointmentStatus }: RawRecord) => appointmentStatus === 'confirmed';

/** An appointment that is booked while the Zap is on, so that the relay has seen it, and then changed. */
async function changeBooked(
  zapier: LocalZapier,
  changes: RawRecord,
  details: RawRecord = {},
): Promise<unknown> {
  const { id: contactId } = await somebody(zapier);
  const { id: calendarId } = await someRecord(zapier, 'calendars', isOpenToAll);
  const startTime = new Date(Date.now() + 86_400_000).toISOString();
  const appointment = { contactId, calendarId, startTime, ignoreAvailability: true, ...details };
  const { id } = await zapier.create('book_appointment', appointment);
  // Once its webhook has arrived: the relay compares the next one with it.
  await zapier.sandbox.list('/deliveries');
  return zapier.create('update_appointment', {
    appointmentId: id,
    ignoreAvailability: true,
    ...changes,
  });
}

async function moveAppointment(zapier: LocalZapier): Promise<unknown> {
  const startTime = new Date(Date.now() + 2 * 86_400_000).toISOString();
  return changeBooked(zapier, { startTime });
}

/** To another calendar and another user, with other words. */
async function changeAllOfAppointment(zapier: LocalZapier): Promise<unknown> {
  const hasTeam = (one: RawRecord) => isOpenToAll(one) && toList(one['team']).length > 1;
  const { id: calendarId, team } = await someRecord(zapier, 'calendars', hasTeam);
  const [first, second] = toTexts(team);
  const { id: before } = await someRecord(
    zapier,
    'calendars',
    (one) => one['asksForUser'] === true && toTexts(one['team']).includes(first ?? ''),
  );
  return changeBooked(
    zapier,
    { calendarId, assignedUserId: second, title: 'Second talk', description: 'By video' },
    { calendarId: before, assignedUserId: first, description: 'In the office' },
  );
}

const isOpenToAll = ({ asksForUser }: RawRecord) => asksForUser === false;

/** A message to or from a contact. */
function write(message: RawRecord): LiveCase['event'] {
  return async (zapier) => {
    const { id } = await somebody(zapier);
    return zapier.sandbox.post('/messages', { contactId: id, body: TEXT, ...message });
  };
}

/** A message of somebody who has never written before. */
async function firstMessage(zapier: LocalZapier): Promise<unknown> {
  const conversations = await zapier.sandbox.list('/state/conversations');
  const known = new Set(conversations.map(({ contactId }) => contactId));
  const { id } = await someRecord(zapier, 'contacts', (contact) => !known.has(contact['id']));
  return zapier.sandbox.post('/messages', { contactId: id, channel: 'SMS', body: TEXT });
}

/** A message that went out through this app's own conversation provider. */
function writeThroughOwn(type: string): LiveCase['event'] {
  return async (zapier) => {
    const conversationProviderId = await ownProvider(zapier, type);
    const message = { channel: type, direction: 'outbound', conversationProviderId };
    return write(message)?.(zapier);
  };
}

/** The message that `write` wrote. */
function written(zapier: LocalZapier): Promise<RawRecord> {
  return someRecord(zapier, 'messages', ({ body }) => body === TEXT);
}

async function ownProvider(zapier: LocalZapier, type: string): Promise<unknown> {
  const { appId } = await zapier.sandbox.info();
  const isOwn = (provider: RawRecord) => provider['appId'] === appId && provider['type'] === type;
  return (await someRecord(zapier, 'providers', isOwn))['id'];
}

/** A call from another phone system, logged by the connector's own step. */
async function loggedCall(zapier: LocalZapier): Promise<unknown> {
  const inputData = {
    contactId: (await somebody(zapier))['id'],
    direction: 'inbound',
    status: 'completed',
    conversationProviderId: await ownProvider(zapier, 'Call'),
  };
  return (await zapier.create('log_call', inputData))['id'];
}

/** A contact without an opportunity, for sub-accounts that allow one each. */
async function withoutOpportunity(zapier: LocalZapier): Promise<unknown> {
  const taken = new Set((await recordsOf(zapier, 'opportunities')).map((one) => one['contactId']));
  return (await someRecord(zapier, 'contacts', ({ id }) => !taken.has(id)))['id'];
}

/** A conversation with somebody who chats on the website. */
async function liveChat(zapier: LocalZapier): Promise<RawRecord> {
  const visitor = await someRecord(zapier, 'contacts', ({ visitorId }) => Boolean(visitorId));
  const ofVisitor = ({ contactId }: RawRecord) => contactId === visitor['id'];
  return { conversationId: (await someRecord(zapier, 'conversations', ofVisitor))['id'] };
}

/** The relay tells only what changed: an opportunity has to change for a trigger of changes. */
function changeOpportunity(change: RawRecord) {
  return async (zapier: LocalZapier): Promise<unknown> => {
    const isOpen = ({ status }: RawRecord) => status === 'open';
    const { id } = await someRecord(zapier, 'opportunities', isOpen);
    return zapier.run('creates.update_opportunity', { opportunityId: id, ...change });
  };
}

/** To another pipeline, so that both the pipeline and the stage have one before. */
async function moveToOtherStage(zapier: LocalZapier): Promise<unknown> {
  const { id, pipelineId } = await someRecord(
    zapier,
    'opportunities',
    (one) => one['status'] === 'open',
  );
  const other = await someRecord(zapier, 'pipelines', (one) => one['id'] !== pipelineId);
  return zapier.run('creates.update_opportunity', {
    opportunityId: id,
    pipelineId: other['id'],
    pipelineStageId: toRecord(toList(other['stages'])[0])['id'],
  });
}

async function assignToAnother(zapier: LocalZapier): Promise<unknown> {
  const isAssigned = ({ assignedTo }: RawRecord) => typeof assignedTo === 'string';
  const { id, assignedTo } = await someRecord(zapier, 'opportunities', isAssigned);
  const { assignedTo: other } = await someRecord(
    zapier,
    'opportunities',
    (one) => isAssigned(one) && one['assignedTo'] !== assignedTo,
  );
  return zapier.run('creates.update_opportunity', { opportunityId: id, assignedTo: other });
}

/** What somebody pays for. */
async function bill(zapier: LocalZapier): Promise<RawRecord> {
  return {
    contactId: (await somebody(zapier))['id'],
    currency: 'USD',
    items: [{ itemName: 'Check-up', itemDescription: 'Once a year', itemPrice: '120.50' }],
  };
}

/** An invoice that waits for money, of somebody with an email address. */
async function unpaidInvoice(zapier: LocalZapier): Promise<unknown> {
  const isUnpaid = ({ status, contactDetails }: RawRecord) =>
    status === 'sent' && toText(toRecord(contactDetails)['email']) !== null;
  return (await someRecord(zapier, 'invoices', isUnpaid))['id'];
}
