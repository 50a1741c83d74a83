import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import {
  formReader,
  staticChoices,
  type BundleInput,
  type FormReader,
  type PackagedApp,
} from '../../local/index.ts';
import { recordId } from './ids.ts';

/** Operations where a person fills in one of several fields: each of them is tried alone. */
const ALTERNATIVES: Record<string, string[]> = {
  find_company: ['name', 'email', 'phone', 'website', 'companyId'],
  find_product: ['name', 'productId'],
  find_estimate: ['query', 'contactId', 'estimateId'],
  find_invoice: ['query', 'contactId', 'invoiceId'],
  find_order: ['query', 'orderId'],
  create_coupon: ['futurePayments', 'months'],
  update_coupon: ['futurePayments', 'months'],
  find_payment: ['query', 'orderId', 'invoiceId', 'paymentId'],
  find_payment_subscription: ['query', 'orderId', 'subscriptionId'],
  find_contact: ['email', 'phone', 'query', 'contactId'],
  find_message: ['messageId', 'contactId', 'conversationId'],
  find_messages: ['conversationId', 'contactId'],
  find_conversation: ['contactId', 'email', 'phone', 'conversationId', 'query'],
  find_record: ['field', 'query', 'recordId'],
  find_opportunity: ['query', 'contactId', 'opportunityId'],
  find_appointment: ['contactId', 'appointmentId'],
  find_appointments: ['period', 'from', 'to', 'calendarId', 'assignedUserId', 'groupId'],
  find_blocked_time: ['calendarId', 'assignedUserId', 'groupId'],
  find_calendar: ['name', 'calendarId'],
  find_custom_value: ['name', 'customValueId'],
  block_off_time: ['calendarId', 'assignedUserId'],
  find_custom_field: ['name', 'customFieldId'],
  find_template: ['name', 'templateId'],
  find_ai_agent: ['name', 'agentId'],
  find_file: ['name', 'parentId'],
  find_trigger_link: ['name', 'redirectTo', 'linkId'],
  // With both, it need not read what stays.
  update_trigger_link: ['name', 'redirectTo'],
  // A right is either given or taken.
  create_user: ['rights'],
  update_user: ['rights'],
  assign_contact: ['userId', 'usersInTurn'],
  // A template supplies the text that is not written.
  send_email: ['message', 'templateId'],
  send_message: ['message', 'templateId'],
  send_message_and_wait: ['message', 'templateId'],
  send_sms: ['message', 'templateId'],
  // What is emptied cannot be filled in as well.
  update_contact: ['dateOfBirth', 'emptied'],
};

/** Values that must fit those of other fields, or HighLevel's lists. */
const FITTING: Record<string, string> = {
  emailId: 'anna@example.com',
  startTime: '2090-01-02T03:04:05Z',
  endTime: '2090-01-02T04:04:05Z',
  endsAt: '2090-01-03T03:04:05Z',
  // The recorder answers with records of this ID.
  templateId: recordId('record'),
  // The recorder links these two.
  firstRecord: recordId('record'),
  secondRecord: recordId('contact'),
  record: recordId('record'),
  // The recorder's custom object has a field of this ID.
  field: recordId('field'),
  // The same content goes out again and again here.
  skipDuplicates: 'false',
  currency: 'USD',
  cardLast4: '4242',
  itemProduct: recordId('record'),
  itemProductPrice: recordId('record'),
  materialPost: 'postTitle-1',
  materialType: 'txt',
  scopes: 'contacts.write',
  scopesAssignedToOnly: 'contacts.write',
};

const IN_THE_FUTURE = '2090-01-02T03:04:05Z';

/** A value that fits a field, by its type and its name. */
function valueOf(field: RawRecord, fileUrl: string): unknown {
  const children = toList(field['children']).filter(isRecord);
  if (children.length > 0) return [inputsFor(children, fileUrl)];
  const value = singleValue(field, fileUrl);
  if (field['dict'] === true) return { opened: value };
  return field['list'] === true ? [value] : value;
}

/** A value of each kind that the reader of inputs takes in one form only (lib/inputs/kinds.ts). */
const OF_KIND: Readonly<Record<string, unknown>> = {
  country: 'US',
  timezone: 'America/New_York',
  day: '2090-01-02',
  color: '#FFAA00',
  count: 1,
  url: 'https://example.com/note.txt',
  email: 'anna@example.com',
  sender: 'anna@example.com',
  phone: '+15550100123',
  phone_ending: '+15550100123',
};

function singleValue(field: RawRecord, fileUrl: string): unknown {
  const key = toText(field['key']) ?? '';
  const [choice] = [FITTING[key] ?? [], choicesOf(field)].flat();
  if (choice !== undefined) return choice;
  const kind = toText(toRecord(field['meta'])['kind']) ?? '';
  const ofKind = OF_KIND[kind];
  if (ofKind !== undefined) return ofKind;
  if (isOfRecord(field, kind)) return recordId(key);
  switch (field['type']) {
    case 'boolean':
      return 'true';
    case 'integer':
    case 'number':
      return 1;
    case 'datetime':
      return IN_THE_FUTURE;
    case 'file':
      return fileUrl;
    default:
      return textFor(key);
  }
}

/** Whether a field takes the ID of a record: it says so, or has a dropdown of records or a search. */
function isOfRecord(field: RawRecord, kind: string): boolean {
  if (kind !== '') return kind === 'id' || kind === 'assignee';
  const hasDropdown = toRecord(field['choices'])['perform'] !== undefined;
  return hasDropdown || Boolean(field['dynamic'] ?? field['search']);
}

function textFor(key: string): string {
  if (/email(Id|MessageId)$/.test(key)) return recordId('email');
  if (/email|^(cc|bcc|forwardTo)$/i.test(key)) return 'anna@example.com';
  if (/phone|number|^(from|to)$/i.test(key)) return '+15550100123';
  if (/url|attachment|address(es)?$|website/i.test(key)) return 'https://example.com/note.txt';
  return `${key}-1`;
}

/** The values of a dropdown whose choices the field itself lists. */
function choicesOf(field: RawRecord): string[] {
  return staticChoices(field).map(({ id }) => id);
}

function inputsFor(fields: readonly RawRecord[], fileUrl: string): RawRecord {
  return Object.fromEntries(
    fields
      .filter(({ type }) => type !== 'copy')
      .map((field) => [toText(field['key']) ?? '', valueOf(field, fileUrl)]),
  );
}

/**
 * Sets of inputs that together fill in every field, and choose every value of every dropdown whose
 * choices the field lists.
 *
 * @param operation such as `creates.send_message`
 */
export async function inputSets(
  app: PackagedApp,
  operation: string,
  bundle: BundleInput,
  fileUrl: string,
): Promise<RawRecord[]> {
  const fieldsFor = formReader((inputData) => app.inputFields(operation, { ...bundle, inputData }));
  const fields = await fieldsFor({});
  const required = fields.filter((field) => field['required'] === true);
  const chosen = fields.flatMap((field) =>
    choicesOf(field).map((value) => ({ [toText(field['key']) ?? '']: value })),
  );
  const full = await Promise.all(
    [{}, ...chosen].map(async (choice) => {
      const base = { ...inputsFor(required, fileUrl), ...choice };
      return { ...inputsFor(await fieldsFor(base), fileUrl), ...choice };
    }),
  );
  const always = fields.map(({ key }) => key);
  const inner = await innerChoices(full, fieldsFor, always);
  const sets = [inputsFor(required, fileUrl), ...full, ...inner];
  const alternatives = ALTERNATIVES[operation.split('.')[1] ?? ''];
  const tried = alternatives ? oneAtATime(sets, alternatives) : sets;
  return distinct(tried.map(withLargeFile));
}

function distinct(sets: readonly RawRecord[]): RawRecord[] {
  const nameOf = (set: RawRecord) => JSON.stringify(Object.entries(set).sort());
  return [...new Map(sets.map((set) => [nameOf(set), set])).values()];
}

/** WhatsApp alone takes files that are too large for one request. */
function withLargeFile(set: RawRecord): RawRecord {
  const file = toText(set['file']);
  return set['channel'] === 'whatsapp' && file ? { ...set, file: `${file}?large` } : set;
}

/**
 * The values of dropdowns that appear only once another field is chosen.
 *
 * @param always the keys of fields that appear in any case
 */
async function innerChoices(
  sets: readonly RawRecord[],
  fieldsFor: FormReader,
  always: readonly unknown[],
): Promise<RawRecord[]> {
  const all = await Promise.all(
    sets.map(async (set) =>
      (await fieldsFor(set))
        .filter(({ key }) => !always.includes(key))
        .flatMap((field) =>
          choicesOf(field).map((value) => ({ ...set, [toText(field['key']) ?? '']: value })),
        ),
    ),
  );
  return all.flat();
}

function oneAtATime(sets: readonly RawRecord[], alternatives: readonly string[]): RawRecord[] {
  return alternatives.flatMap((kept) =>
    sets
      .filter((set) => set[kept] !== undefined)
      .map((set) =>
        Object.fromEntries(
          Object.entries(set).filter(([key]) => key === kept || !alternatives.includes(key)),
        ),
      ),
  );
}
