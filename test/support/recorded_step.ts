import { Readable } from 'node:stream';
import { isDeepStrictEqual } from 'node:util';

import type { Bundle, ZObject } from 'zapier-platform-core';

import { isRecord, toRecord, type RawRecord } from '../../resources/values.ts';
import { AUTH_DATA, LOCATION_ID } from './app.ts';
import { readFailure } from './failure.ts';
import { delivered, SUBSCRIPTION, type DeliveredBundle } from './hook.ts';
import { ID } from './odd_values.ts';
import { numberedId } from './ids.ts';

/** What a step did: the requests that left it, and how it ended. */
export interface RecordedStep {
  requests: RawRecord[];
  /** How often it wrote into Zapier's cache, as a step does that skips duplicates. */
  cached: number;
  /** What a person is told, where it ended in an error. */
  error?: string;
  /** What it gives to later steps, where it ended well. */
  result?: unknown;
  /** What it had done when its inputs were read, where they were. */
  whenRead?: { inputs: unknown; requests: RawRecord[]; cached: number };
}

const DATE = '2026-11-20T10:02:00.000Z';

/** Names, texts and tags are what the plain values of texts are, so that filters find them. */
const NAME = 'Anna Example';

const CONTACT = {
  id: 'con1ZbR4xVnL0shT7gK2',
  locationId: LOCATION_ID,
  name: NAME,
  email: 'anna@example.com',
  phone: '+15550100123',
  visitorId: 'vis1ZbR4xVnL0shT7gK2',
  tags: [NAME],
  dndSettings: { SMS: { status: 'active' } },
  source: NAME,
  createdBy: { source: 'WEB_USER', channel: 'APP' },
  dateAdded: DATE,
};

const MESSAGE = {
  id: 'msg1ZbR4xVnL0shT7gK2',
  messageId: 'msg1ZbR4xVnL0shT7gK2',
  contactId: 'con1ZbR4xVnL0shT7gK2',
  conversationId: 'cnv1ZbR4xVnL0shT7gK2',
  locationId: LOCATION_ID,
  messageType: 'TYPE_EMAIL',
  direction: 'inbound',
  status: 'delivered',
  body: NAME,
  dateAdded: DATE,
  dateUpdated: DATE,
  meta: { email: { messageIds: ['eml1ZbR4xVnL0shT7gK2'] } },
};

/** Messages of both directions, with what filters look at. */
const MESSAGES = [
  MESSAGE,
  {
    ...MESSAGE,
    id: 'msg2ZbR4xVnL0shT7gK2',
    messageType: 'TYPE_SMS',
    direction: 'outbound',
    status: 'failed',
    source: 'app',
    userId: 'usr1ZbR4xVnL0shT7gK2',
    meta: {},
  },
  {
    ...MESSAGE,
    id: 'msg3ZbR4xVnL0shT7gK2',
    messageType: 'TYPE_CALL',
    direction: 'outbound',
    status: 'completed',
    meta: { call: { duration: 95, status: 'completed' } },
  },
  {
    ...MESSAGE,
    id: 'msg5ZbR4xVnL0shT7gK2',
    messageType: 'TYPE_CALL',
    status: 'voicemail',
    meta: { call: { duration: 5, status: 'voicemail' } },
  },
  {
    ...MESSAGE,
    id: 'msg4ZbR4xVnL0shT7gK2',
    messageType: 'TYPE_ACTIVITY_CONTACT',
    direction: undefined,
  },
];

const CONVERSATION = {
  id: 'cnv1ZbR4xVnL0shT7gK2',
  contactId: 'con1ZbR4xVnL0shT7gK2',
  locationId: LOCATION_ID,
  dateAdded: DATE,
  lastMessageDate: DATE,
  lastMessageType: 'TYPE_EMAIL',
  lastMessageDirection: 'inbound',
  assignedTo: 'usr1ZbR4xVnL0shT7gK2',
  unreadCount: 1,
};

/** Past and future ones, so that each way to look for one finds some. */
const APPOINTMENTS = ['18', '19', '20', '24', '25'].map((day, index) => ({
  id: `apt${index + 1}`,
  title: NAME,
  calendarId: ID,
  contactId: 'con1ZbR4xVnL0shT7gK2',
  assignedUserId: 'usr1ZbR4xVnL0shT7gK2',
  appointmentStatus: 'confirmed',
  startTime: `2026-11-${day}T10:00:00-05:00`,
  endTime: `2026-11-${day}T10:30:00-05:00`,
  dateAdded: DATE,
}));

/** Payments and subscriptions of each status, a small one and a large one from elsewhere. */
const PAYMENTS = ['succeeded', 'failed', 'refunded', 'active', 'pending'].flatMap((status, index) =>
  [1, 1e9].map((amount) => ({
    _id: numberedId(amount === 1 ? 'pys' : 'pyl', index),
    name: NAME,
    status,
    amount,
    currency: 'USD',
    contactId: 'con1ZbR4xVnL0shT7gK2',
    entitySourceType: amount === 1 ? 'website' : 'funnel',
    createdAt: DATE,
    updatedAt: '2026-11-21T10:02:00.000Z',
  })),
);

const BILL = {
  name: NAME,
  currency: 'USD',
  contactDetails: {
    id: 'con1ZbR4xVnL0shT7gK2',
    name: NAME,
    email: CONTACT.email,
    phoneNo: CONTACT.phone,
  },
  updatedAt: DATE,
};

/** Unpaid ones, small and large, that are overdue for some days and for most of a year. */
const INVOICES = ['2026-11-23', '2026-11-20', '2026-01-01'].flatMap((dueDate, index) =>
  [1, 1e9].map((total) => ({
    ...BILL,
    _id: numberedId(total === 1 ? 'ivs' : 'ivl', index),
    dueDate,
    total,
    amountDue: total,
  })),
);

/** Events of which at least one is what a trigger waits for. */
export const EVENTS: readonly RawRecord[] = [
  ...MESSAGES.map((message) => ({ ...message, webhookId: 'wbh1', timestamp: DATE })),
  {
    ...CONTACT,
    ...CONVERSATION,
    id: 'evt1ZbR4xVnL0shT7gK2',
    body: NAME,
    bodyText: NAME,
    role: 'admin',
  },
  {
    ...PAYMENTS[1],
    locationId: LOCATION_ID,
    productType: 'PHYSICAL',
    source: { type: 'funnel' },
    items: [{ product: { _id: ID } }],
  },
  {
    locationId: LOCATION_ID,
    webhookPayload: { event: 'delivered', recipient: CONTACT.email, timestamp: 1_795_168_920 },
  },
  {
    locationId: LOCATION_ID,
    appointment: APPOINTMENTS[0],
    previous: { changed: { appointmentStatus: 'new', startTime: DATE }, unknown: [] },
  },
];

/** A custom field of each type that a step can write. */
const CUSTOM_FIELDS = [
  ['TEXT', 'Nickname'],
  ['PHONE', 'Second Phone'],
  ['EMAIL', 'Second Email'],
  ['TIME', 'Best Time'],
  ['SINGLE_OPTIONS', 'Membership'],
  ['RADIO', 'Size'],
  ['LARGE_TEXT', 'Story'],
  ['NUMERICAL', 'Children'],
  ['FLOAT', 'Height'],
  ['MONETORY', 'Budget'],
  ['DATE', 'Last Visit'],
  ['CHECKBOX', 'Interests'],
  ['MULTIPLE_OPTIONS', 'Languages'],
].map(([dataType, name], index) => ({
  id: numberedId('cf', index),
  name,
  dataType,
  model: 'contact',
  position: index,
  ...(/OPTIONS|RADIO|CHECKBOX/.test(dataType ?? '') && {
    picklistOptions: ['Silver', 'Gold, pure'],
  }),
}));

/** Of the same name as another field, which is none for files. */
const FILE_FIELD = {
  id: 'cf98ZbR4xVnL0shT7gK2',
  name: NAME,
  model: 'contact',
  dataType: 'FILE_UPLOAD',
};

/** A custom object with a field of each kind that a step can write. */
const OBJECT = {
  id: ID,
  key: 'custom_objects.pet',
  labels: { singular: NAME, plural: 'Annas' },
  primaryDisplayProperty: 'custom_objects.pet.name',
};
const OBJECT_FIELDS = [
  ['TEXT', NAME],
  ['LARGE_TEXT', 'Story'],
  ['NUMERICAL', 'Age'],
  ['PHONE', 'Second Phone'],
  ['MONETORY', 'Price'],
  ['SINGLE_OPTIONS', 'Breed'],
  ['MULTIPLE_OPTIONS', 'Tricks'],
  ['DATE', 'Last Visit'],
  ['FILE_UPLOAD', 'Photos'],
  ['TEXTBOX_LIST', 'Diary'],
].map(([dataType, name = ''], index) => ({
  id: numberedId('of', index),
  name,
  fieldKey: `custom_objects.pet.${index === 0 ? 'name' : name.toLowerCase().replace(' ', '_')}`,
  dataType,
  ...(/OPTIONS|LIST/.test(dataType ?? '') && {
    options: [
      { key: 'silver', label: 'Silver' },
      { key: 'gold', label: 'Gold, pure' },
    ],
  }),
}));
const OBJECT_RECORD = {
  id: 'rec1ZbR4xVnL0shT7gK2',
  owner: ['usr1ZbR4xVnL0shT7gK2'],
  properties: { name: NAME },
  createdAt: DATE,
  updatedAt: DATE,
};

const ASSOCIATION = {
  id: 'aso1ZbR4xVnL0shT7gK2',
  key: 'pet_guest',
  firstObjectKey: OBJECT.key,
  firstObjectLabel: NAME,
  secondObjectKey: OBJECT.key,
  secondObjectLabel: 'Guest',
};
const LINK = {
  id: 'lnk1ZbR4xVnL0shT7gK2',
  associationId: ASSOCIATION.id,
  firstRecordId: OBJECT_RECORD.id,
  secondRecordId: CONTACT.id,
};

/** One answer for every request: whatever record is asked for, it is among these. */
const ANSWER = {
  ...MESSAGE,
  traceId: 'trace1',
  emailMessageId: 'eml1ZbR4xVnL0shT7gK2',
  success: true,
  message: MESSAGE,
  messages: MESSAGES,
  emailMessage: { ...MESSAGE, id: 'eml1ZbR4xVnL0shT7gK2', subject: NAME, html: `<p>${NAME}</p>` },
  transcription: [{ transcript: NAME, sentenceIndex: 0, mediaChannel: 1 }],
  contact: CONTACT,
  contacts: [CONTACT],
  conversation: CONVERSATION,
  conversations: [CONVERSATION],
  location: { id: LOCATION_ID, country: 'US', timezone: 'America/New_York' },
  appointment: APPOINTMENTS[0],
  events: APPOINTMENTS,
  calendar: { id: ID, name: NAME, calendarType: 'event', isActive: true },
  calendars: [{ id: ID, name: NAME, calendarType: 'event', isActive: true }],
  groups: [{ id: ID, name: NAME }],
  '2026-11-25': {
    slots: ['10', '11', '12', '13', '14'].map((hour) => `2026-11-25T${hour}:00:00-05:00`),
  },
  customFields: [
    ...CUSTOM_FIELDS,
    { id: 'cf99ZbR4xVnL0shT7gK2', name: NAME, model: 'opportunity' },
  ],
  user: { id: 'usr1ZbR4xVnL0shT7gK2' },
  users: [{ id: 'usr1ZbR4xVnL0shT7gK2', name: NAME, role: 'admin' }],
  tags: [{ id: 'tag1ZbR4xVnL0shT7gK2', name: NAME }],
  tasks: [
    {
      id: 'tsk1ZbR4xVnL0shT7gK2',
      contactId: 'con1ZbR4xVnL0shT7gK2',
      assignedTo: 'usr1ZbR4xVnL0shT7gK2',
    },
  ],
  task: { id: 'tsk1ZbR4xVnL0shT7gK2' },
  notes: [{ id: 'nte1ZbR4xVnL0shT7gK2', bodyText: NAME, contactId: 'con1ZbR4xVnL0shT7gK2' }],
  note: { id: 'nte1ZbR4xVnL0shT7gK2' },
  numbers: [{ phoneNumber: '+15550100100', friendlyName: NAME }],
  workflows: [{ id: 'wfl1ZbR4xVnL0shT7gK2', name: NAME, status: 'published' }],
  campaigns: [{ id: 'cmp1ZbR4xVnL0shT7gK2', name: NAME, status: 'published' }],
  data: PAYMENTS,
  items: [{ name: NAME, qty: 2, product: { _id: ID }, price: { _id: numberedId('prc', 1) } }],
  invoice: INVOICES[0],
  invoices: INVOICES,
  estimates: ['sent', 'accepted'].map((estimateStatus, index) => ({
    ...BILL,
    _id: index === 0 ? ID : numberedId('est', index),
    estimateStatus,
  })),
  products: [{ _id: ID, name: NAME, productType: 'PHYSICAL' }],
  // Of each type and in two currencies, so that filters leave one of them.
  prices: [
    { _id: numberedId('prc', 1), name: NAME, type: 'one_time', currency: 'USD', amount: 12.5 },
    { _id: numberedId('prc', 2), name: 'Monthly', type: 'recurring', currency: 'EUR', amount: 9 },
  ],
  templates: [{ id: ID, name: NAME, type: 'sms', template: { body: NAME } }],
  agents: [{ id: ID, name: NAME, mode: 'suggestive' }],
  links: [{ id: ID, name: NAME, redirectTo: 'https://x.example/a' }],
  files: [{ _id: ID, name: NAME, url: 'https://x.example/a.pdf' }],
  schedules: [{ id: ID, name: NAME, status: 'active' }],
  builders: [{ id: ID, name: NAME, templateType: 'html' }],
  subtypes: [{ id: 'sub1ZbR4xVnL0shT7gK2', name: NAME, channel: 'email' }],
  associations: [
    ASSOCIATION,
    { ...ASSOCIATION, id: ID, firstObjectLabel: 'Friend', key: 'pet_friend' },
  ],
  relations: [LINK],
  objects: [OBJECT],
  object: OBJECT,
  fields: OBJECT_FIELDS,
  records: [OBJECT_RECORD],
  record: OBJECT_RECORD,
  uploadedFiles: { 'a.pdf': 'https://files.example.com/a.pdf' },
};

/** Ends a run of which enough is known. */
class Ended extends Error {}

const STACK_TRACE_LIMIT = Error.stackTraceLimit;

/**
 * Runs a method of the app with a stand-in for `z`, which answers every request and writes it down.
 * No middleware and nothing of zapier-platform-core takes part: thousands of runs take seconds.
 *
 * @param parts.kept what Zapier keeps of the fields' `meta`
 * @param parts.event what an instant trigger is told of
 * @param parts.contacts what every look-up of contacts finds, in place of the one contact
 * @param parts.alike an earlier run of the method: where this one reads its inputs as the same values,
 *   after the same requests, it ends as that one does, and is not run to its end
 * @param parts.isToRead whether it ends when its inputs are read, where they are
 */
export async function record(
  method: unknown,
  inputData: RawRecord,
  {
    kept = {},
    event,
    contacts,
    alike,
    isToRead = false,
  }: {
    kept?: RawRecord;
    event?: RawRecord;
    contacts?: RawRecord[];
    alike?: RecordedStep;
    isToRead?: boolean;
  } = {},
): Promise<RecordedStep> {
  if (typeof method !== 'function') throw new TypeError('The app has no such method.');
  const done: RecordedStep = { requests: [], cached: 0 };
  const bundle = {
    ...(event && deliveryOf(event)),
    authData: AUTH_DATA,
    meta: { timezone: 'America/New_York', inputFields: kept, page: 0 },
  };
  let inputs: RawRecord = { ...inputData };
  Object.defineProperty(bundle, 'inputData', {
    enumerable: true,
    get: () => inputs,
    // Where the step goes on from what it read.
    set: (read: RawRecord) => {
      inputs = read;
      done.whenRead = { inputs: read, requests: [...done.requests], cached: done.cached };
      const isAlike = alike && isDeepStrictEqual(done.whenRead, alike.whenRead);
      if (isToRead || isAlike) throw new Ended();
    },
  });
  // Nobody reads where these errors arose, and writing it down takes longer than the step.
  Error.stackTraceLimit = 0;
  try {
    // Every method of the app takes z and bundle.
    const run = method as (z: ZObject, bundle: Bundle) => unknown;
    // They have what the methods of the app use of them.
    const result = await run(
      standIn(done, contacts) as unknown as ZObject,
      bundle as unknown as Bundle,
    );
    return { ...done, result };
  } catch (error) {
    if (error instanceof Ended) return alike ?? done;
    if (!(error instanceof Error)) throw error;
    return { ...done, error: readFailure(error).message };
  } finally {
    Error.stackTraceLimit = STACK_TRACE_LIMIT;
  }
}

/** Each event is signed once, however many steps are told of it. */
const DELIVERIES = new WeakMap<RawRecord, DeliveredBundle>();

function deliveryOf(event: RawRecord): DeliveredBundle {
  const known = DELIVERIES.get(event);
  if (known) return known;
  const made = delivered(event);
  DELIVERIES.set(event, made);
  return made;
}

function standIn(done: RecordedStep, contacts?: RawRecord[]): RawRecord {
  const pointer = (_hydrator: unknown, input: unknown) => `hydrate:${JSON.stringify(input)}`;
  return {
    request: (options: unknown) => {
      done.requests.push(written(toRecord(options)));
      return Promise.resolve(answerTo(toRecord(options), contacts));
    },
    cache: {
      get: () => Promise.resolve(null),
      set: () => {
        done.cached += 1;
        return Promise.resolve(true);
      },
      delete: () => Promise.resolve(true),
    },
    cursor: { get: () => Promise.resolve(''), set: () => Promise.resolve() },
    generateCallbackUrl: () => 'https://zapier.com/hooks/callback/1/',
    dehydrate: pointer,
    dehydrateFile: pointer,
    stashFile: () => Promise.resolve('https://files.example.com/stashed'),
  };
}

/** A request without what is different each time. */
function written({ method, url, params, body, headers }: RawRecord): RawRecord {
  const version = toRecord(headers)['Version'];
  return { method, url, params, version, body: writtenBody(body) };
}

function writtenBody(body: unknown): string | undefined {
  if (body instanceof Readable) return 'a stream';
  if (isRecord(body)) return JSON.stringify(body);
  return typeof body === 'string' ? body.replace(/"password":"[^"]*"/, '') : undefined;
}

/** Of all lists under `data`, that of coupons alone is looked through by name. */
const COUPONS = [{ _id: ID, code: NAME, name: NAME }];

function answerTo(request: RawRecord, contacts?: RawRecord[]): RawRecord {
  if (request['method'] === 'POST' && String(request['url']).endsWith('/fulfillments')) {
    return answered(request, { data: { _id: ID } });
  }
  if (request['url'] === '/payments/coupon/list') return answered(request, { data: COUPONS });
  const isLookUp = String(request['url']).startsWith('/contacts/search');
  if (contacts && isLookUp) return answered(request, { contacts, contact: contacts[0] ?? null });
  if (String(request['url']).endsWith('/waits')) return { status: 201, data: SUBSCRIPTION };
  const isForFields = toRecord(request['params'])['model'] === 'contact';
  return answered(request, isForFields ? ANSWER_WITH_FILE_FIELD : ANSWER);
}

const ANSWER_WITH_FILE_FIELD = { ...ANSWER, customFields: [...ANSWER.customFields, FILE_FIELD] };

/** The two answers to nearly every request, as the text that they come in. */
const CONTENTS = new Map<RawRecord, string>(
  [ANSWER, ANSWER_WITH_FILE_FIELD].map((data) => [data, JSON.stringify(data)]),
);

function contentOf(data: RawRecord): string {
  return CONTENTS.get(data) ?? JSON.stringify(data);
}

function answered(request: RawRecord, data: RawRecord): RawRecord {
  const isFile = request['raw'] === true;
  return {
    status: 200,
    data,
    content: contentOf(data),
    headers: new Map(),
    getHeader: (name: string) =>
      isFile ? { 'content-type': 'application/pdf' }[name.toLowerCase()] : undefined,
    body: isFile ? Readable.from([Buffer.from('%PDF')]) : undefined,
    request,
  };
}
