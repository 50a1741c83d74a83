import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { unpackManyOperations, unpackWithin } from '../../bench/connector/packages.ts';
import { makeTempFolder, removeFolder } from '../../local/index.ts';
import { unpack } from '../../bench/connector/processes.ts';
import { toRecord, type RawRecord } from '../../resources/values.ts';
import { readPackage } from '../../scripts/lib/package.ts';
import type { Outcome, Outcomes } from './container-of-both.ts';
import { startBothHandlers, startServer, type BothHandlers } from './both-handlers.ts';

const MESSAGES = Array.from({ length: 3 }, (_, index) => ({
  id: `message-${index}`,
  messageType: 'TYPE_SMS',
  contactId: `contact-${index}`,
  conversationId: 'conversation1ZbR4xVn',
  dateAdded: new Date(Date.UTC(2026, 10, 20, 10, index)).toISOString(),
  body: 'Is Thursday free?',
  direction: 'inbound',
  attachments: ['https://files.example.com/plan.pdf'],
}));

const ANSWERS = {
  '/conversations/messages/export': { messages: MESSAGES, total: 3 },
  '/conversations/messages': {
    conversationId: 'conversation1ZbR4xVn',
    messageId: 'message1ZbR4xVnL0shT',
  },
  '/contacts/search/duplicate': {
    contact: { id: 'contact1ZbR4xVnL0shT', email: 'anna@example.com' },
  },
  '/contacts/contact1ZbR4xVnL0shT': { contact: { id: 'contact1ZbR4xVnL0shT', firstName: 'Anna' } },
  '/users/': { users: [{ id: 'user1ZbR4xVnL0shT7gK', name: 'Anna Berger' }] },
};

const execute = (method: string, inputData: RawRecord = {}, more: RawRecord = {}) => ({
  command: 'execute',
  method,
  bundle: { inputData },
  ...more,
});

const SEND = 'creates.send_message.operation';
const MESSAGE = { contactId: 'contact1ZbR4xVnL0shT', channel: 'sms', message: 'Yes, it is.' };

/** What a Zap does all day. */
const ORDINARY: [string, RawRecord][] = [
  ['a find', execute('searches.find_contact.operation.perform', { email: 'anna@example.com' })],
  ['a send', execute(`${SEND}.perform`, MESSAGE)],
  ['a poll', execute('triggers.new_message.operation.perform', { channel: 'sms' })],
  ['a list for a dropdown', execute('triggers.contact_list.operation.perform')],
  ['fields made by a function', execute(`${SEND}.inputFields`, { channel: 'email' })],
  ['a hydrator', execute('hydrators.contact', { contactId: 'contact1ZbR4xVnL0shT' })],
  ['a test of the connection', execute('authentication.test')],
];

/** Code that Zapier sends along, in place of the app's or beside it. */
const says = (word: string) => ({ source: `return { id: '${word}' };`, args: ['z', 'bundle'] });
const sending = (word: string) => ({ send_message: { operation: { perform: says(word) } } });
const declared = (key: string, perform: object) => ({
  [key]: { key, noun: 'Example', display: { label: 'Example' }, operation: { perform } },
});
const OVERRIDE = {
  version: '2.0.0',
  platformVersion: '19.1.0',
  creates: declared('send_message', says('override')),
};
const CALLBACK = { source: 'return { id: z.generateCallbackUrl() };', args: ['z'] };

/** Events that show that the handler looks into nothing that it does not know. */
const ODD: [string, RawRecord][] = [
  ['the definition', { command: 'definition' }],
  ['a validation', { command: 'validate' }],
  ['a command that core does not know', { command: 'dance' }],
  ['no command', { method: `${SEND}.perform` }],
  ['no method', { command: 'execute' }],
  ['an operation that does not exist', execute('creates.nothing.operation.perform')],
  ['a key that every object has', execute('triggers.constructor.operation.perform')],
  ['a method that the operation lacks', execute(`${SEND}.performResume`)],
  ['a kind that the app lacks', execute('resources.contact.list.operation.perform')],
  ['an operation as a whole', execute('triggers.contact_list')],
  ['a part that is no method', execute('triggers.contact_list.operation.sample')],
  ['a path in brackets', execute("triggers['contact_list'].operation.perform")],
  ['a find or create', execute('searchOrCreates.find_contact.search')],
  ['output fields', execute('triggers.new_message.operation.outputFields')],
  ['a hydrator that does not exist', execute('hydrators.nothing')],
  ['the authorize URL', execute('authentication.oauth2Config.authorizeUrl', { state: 'state-1' })],
  ['a label that is no method', execute('authentication.connectionLabel')],
  [
    'a request',
    { command: 'request', bundle: { request: { url: '/contacts/contact1ZbR4xVnL0shT' } } },
  ],
  ['the template of a sign-in', { command: 'getAuthTemplate' }],
  ['a rendered template of a sign-in', { command: 'renderAuthTemplate' }],
  ['an override', execute(`${SEND}.perform`, {}, { appRawOverride: OVERRIDE })],
  [
    'an override without the method',
    execute('triggers.new_message.operation.perform', {}, { appRawOverride: OVERRIDE }),
  ],
  [
    'an extension of the app',
    execute(`${SEND}.perform`, {}, { appRawOverride: [null, { creates: sending('extension') }] }),
  ],
  [
    'an extension by a new operation',
    execute(
      'creates.added.operation.perform',
      {},
      { appRawOverride: [null, { creates: declared('added', says('added')) }] },
    ),
  ],
  [
    'an extension of another operation',
    execute(`${SEND}.perform`, MESSAGE, {
      appRawOverride: [null, { creates: declared('added', says('added')) }],
    }),
  ],
  [
    'an extension of an override',
    execute(`${SEND}.perform`, {}, { appRawOverride: [OVERRIDE, { creates: sending('both') }] }),
  ],
  ['the hash of an override', execute(`${SEND}.perform`, {}, { appRawOverride: 'hash-1' })],
  [
    'an extension of the hash of an override',
    execute(`${SEND}.perform`, {}, { appRawOverride: ['hash-1', { creates: sending('hashed') }] }),
  ],
  [
    'a step that waits for a callback',
    execute(
      'creates.waiting.operation.perform',
      {},
      {
        appRawOverride: [null, { creates: declared('waiting', CALLBACK) }],
        callback_url: 'https://hooks.example.com/callback',
      },
    ),
  ],
];

let server: Awaited<ReturnType<typeof startServer>>;
let today: BothHandlers;
const folders: string[] = [];

function newFolder(): string {
  const folder = makeTempFolder();
  folders.push(folder);
  return folder;
}

beforeAll(async () => {
  server = await startServer(ANSWERS, OVERRIDE);
  const folder = newFolder();
  unpack(readPackage().buildZip, folder);
  today = startBothHandlers(folder, server.url);
});

afterAll(async () => {
  await today.close();
  await server.close();
  folders.forEach(removeFolder);
});

const counted = new Map<RawRecord, Promise<Outcomes>>();

/** What came of an event with the operations that there are, asked for once. */
function countedToday(event: RawRecord): Promise<Outcomes> {
  const outcomes = counted.get(event) ?? today.count(event);
  counted.set(event, outcomes);
  return outcomes;
}

/** How many operations a definition has. */
function operationsIn({ answer }: Outcome): number {
  const definition = toRecord(toRecord(toRecord(JSON.parse(answer))['results'])['results']);
  return ['triggers', 'searches', 'creates'].flatMap((kind) =>
    Object.keys(toRecord(definition[kind])),
  ).length;
}

describe("the packaged app's handler answers as core does with the whole app:", () => {
  test.each(ORDINARY)('%s, which is no error', async (_name, event) => {
    const { ours, whole } = await countedToday(event);
    expect(ours.answer).toBe(whole.answer);
    expect(JSON.parse(ours.answer)).not.toHaveProperty('error');
  });

  describe('of four operations:', () => {
    let few: BothHandlers;

    beforeAll(async () => {
      const folder = newFolder();
      await unpackWithin(readPackage().buildZip, folder, 'test/packaging/few-operations.ts');
      few = startBothHandlers(folder, server.url);
    });

    afterAll(() => few.close());

    test.each(ODD)('%s', async (_name, event) => {
      const { ours, whole } = await few.handle(event);
      expect(ours.answer).toBe(whole.answer);
    });
  });
});

describe('what core freezes for an event', () => {
  let many: BothHandlers;

  beforeAll(async () => {
    const folder = newFolder();
    await unpackManyOperations(readPackage().buildZip, folder);
    many = startBothHandlers(folder, server.url);
  });

  afterAll(() => many.close());

  test('grows with the number of operations where it is shown all of them', async () => {
    const definition = { command: 'definition' };
    const [now, then] = [await today.handle(definition), await many.handle(definition)];
    expect(operationsIn(then.ours)).toBe(500);
    expect(operationsIn(now.ours)).toBeLessThan(500);
    expect(then.ours.freezes).toBeGreaterThan(now.ours.freezes);
  });

  test.each(ORDINARY)('is the same beside 500 operations: %s', async (_name, event) => {
    const [now, then] = [await countedToday(event), await many.count(event)];
    expect(then.ours.freezes).toBe(now.ours.freezes);
    expect(then.whole.freezes).toBeGreaterThan(now.whole.freezes);
  });
});
