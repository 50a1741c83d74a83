import { describe, expect, test } from '@jest/globals';

import * as shapes from './shapes.ts';
import { problemsOf, record, type Shape } from './support/shape.ts';
import { at, contactId, HARBOUR, list, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();
const PERSON = contactId(0);

type Body = Record<string, unknown>;

const put = (path: string, body: Body) => sandbox.call(path, { method: 'PUT', body });
const post = (path: string, body?: Body) =>
  sandbox.call(path, { method: 'POST', ...(body === undefined ? {} : { body }) });
const remove = (path: string, body?: Body) =>
  sandbox.call(path, { method: 'DELETE', ...(body === undefined ? {} : { body }) });

/** The id of a seeded record. */
const idOf = async (collection: string, filter = ''): Promise<string> =>
  text(await sandbox.control(`/state/${collection}?locationId=${HARBOUR}&${filter}`), 0, 'id');

const conversationPath = async (): Promise<string> =>
  `/conversations/${await idOf('conversations', `contactId=${PERSON}`)}`;

/** A new record under a path; the path of that record. */
async function made(path: string, key: string, body: Body): Promise<string> {
  const answer = await post(path, body);
  return `${path}/${text(answer.body, key, 'id')}`;
}

const field = { name: 'Shoe Size', dataType: 'TEXT' };
const value = { name: 'Phone Hours', value: '9 to 5' };
const task = { title: 'Call', dueDate: '2030-01-01T00:00:00Z', completed: false };
const place = `locationId=${HARBOUR}`;

/** What is asked, and the shape of its answer. */
const ANSWERS: [string, () => ReturnType<typeof sandbox.call>, Shape][] = [
  [
    'GET /conversations/search',
    () => sandbox.call(`/conversations/search?${place}&limit=100`),
    shapes.conversationSearch,
  ],
  [
    'GET /conversations/{id}',
    async () => sandbox.call(await conversationPath()),
    shapes.conversation,
  ],
  [
    'PUT /conversations/{id}',
    async () => put(await conversationPath(), { locationId: HARBOUR, unreadCount: 0 }),
    shapes.updatedConversation,
  ],
  [
    'PUT /conversations/{id} before its first message',
    async () => {
      const created = await post('/conversations/', {
        locationId: HARBOUR,
        contactId: contactId(21),
      });
      const id = text(created.body, 'conversation', 'id');
      return put(`/conversations/${id}`, { locationId: HARBOUR, starred: true });
    },
    shapes.updatedConversation,
  ],
  [
    'POST /conversations/',
    () => post('/conversations/', { locationId: HARBOUR, contactId: contactId(21) }),
    shapes.createdConversation,
  ],
  [
    'GET /conversations/{id}/messages',
    async () => sandbox.call(`${await conversationPath()}/messages`),
    shapes.conversationMessages,
  ],
  [
    'GET /conversations/messages/export',
    () => sandbox.call(`/conversations/messages/export?${place}&limit=500`),
    shapes.exportedMessages,
  ],
  [
    'GET /conversations/messages/export of e-mails',
    () => sandbox.call(`/conversations/messages/export?${place}&channel=Email`),
    shapes.exportedEmails,
  ],
  [
    'GET /conversations/messages/{id}',
    async () => sandbox.call(`/conversations/messages/${await idOf('messages')}`),
    shapes.oneMessage,
  ],
  [
    'GET /conversations/messages/{id} of an activity',
    async () => {
      const id = await idOf('messages', 'messageType=TYPE_ACTIVITY_APPOINTMENT');
      return sandbox.call(`/conversations/messages/${id}`);
    },
    shapes.oneActivity,
  ],
  [
    'GET /conversations/messages/email/{id}',
    async () => sandbox.call(`/conversations/messages/email/${await idOf('emails')}`),
    shapes.oneEmail,
  ],
  [
    'POST /conversations/messages',
    () => post('/conversations/messages', { type: 'SMS', contactId: PERSON, message: 'Hi' }),
    shapes.sentMessage,
  ],
  ['GET /contacts/{id}', () => sandbox.call(`/contacts/${PERSON}`), shapes.oneContact],
  [
    'POST /contacts/',
    () => post('/contacts/', { locationId: HARBOUR, email: 'new@example.com' }),
    shapes.createdContact,
  ],
  [
    'POST /contacts/upsert',
    () => post('/contacts/upsert', { locationId: HARBOUR, email: 'new@example.com' }),
    shapes.upsertedContact,
  ],
  [
    'PUT /contacts/{id}',
    () => put(`/contacts/${PERSON}`, { city: 'Salem' }),
    shapes.updatedContact,
  ],
  ['DELETE /contacts/{id}', () => remove(`/contacts/${PERSON}`), shapes.succeededTwice],
  [
    'POST /contacts/search',
    () => post('/contacts/search', { locationId: HARBOUR, pageLimit: 100 }),
    shapes.contactSearch,
  ],
  [
    'GET /contacts/search/duplicate',
    () => sandbox.call(`/contacts/search/duplicate?${place}&number=%2B16175550121`),
    shapes.duplicateContact,
  ],
  ['POST tags', () => post(`/contacts/${PERSON}/tags`, { tags: ['new'] }), shapes.changedTags],
  ['DELETE tags', () => remove(`/contacts/${PERSON}/tags`, { tags: ['vip'] }), shapes.changedTags],
  ['GET notes', () => sandbox.call(`/contacts/${PERSON}/notes`), shapes.notes],
  ['POST notes', () => post(`/contacts/${PERSON}/notes`, { body: '<p>New</p>' }), shapes.oneNote],
  ['GET tasks', () => sandbox.call(`/contacts/${PERSON}/tasks`), shapes.tasks],
  ['POST tasks', () => post(`/contacts/${PERSON}/tasks`, task), shapes.oneTask],
  [
    'DELETE tasks',
    async () => remove(await made(`/contacts/${PERSON}/tasks`, 'task', task)),
    shapes.succeededTwice,
  ],
  [
    'POST workflow without a body',
    async () => post(`/contacts/${PERSON}/workflow/${await idOf('workflows')}`),
    shapes.succeededTwice,
  ],
  [
    'DELETE workflow',
    async () => remove(`/contacts/${PERSON}/workflow/${await idOf('workflows')}`),
    shapes.succeededTwice,
  ],
  [
    'GET customFields',
    () => sandbox.call(`/locations/${HARBOUR}/customFields`),
    shapes.customFields,
  ],
  [
    'POST customFields',
    () => post(`/locations/${HARBOUR}/customFields`, field),
    shapes.oneCustomField,
  ],
  [
    'DELETE customFields',
    async () => remove(await made(`/locations/${HARBOUR}/customFields`, 'customField', field)),
    shapes.succeded,
  ],
  [
    'GET customValues',
    () => sandbox.call(`/locations/${HARBOUR}/customValues`),
    shapes.customValues,
  ],
  [
    'POST customValues',
    () => post(`/locations/${HARBOUR}/customValues`, value),
    shapes.oneCustomValue,
  ],
  [
    'DELETE customValues',
    async () => remove(await made(`/locations/${HARBOUR}/customValues`, 'customValue', value)),
    shapes.succeededOnce,
  ],
  ['GET /users/', () => sandbox.call(`/users/?${place}`), shapes.users],
  [
    'GET /users/{id}',
    async () => {
      const all = await sandbox.control('/state/users');
      return sandbox.call(`/users/${text(all, 0, 'id')}`);
    },
    shapes.oneUser,
  ],
  ['GET /locations/{id}', () => sandbox.call(`/locations/${HARBOUR}`), shapes.location],
];

describe('answers have the recorded keys and types', () => {
  test.each(ANSWERS)('%s', async (_call, ask, shape) => {
    const answer = await ask();
    expect(answer.status).toBeLessThan(300);
    expect(problemsOf(shape, answer.body)).toEqual([]);
  });

  test('and their headers', async () => {
    const { headers } = await sandbox.call(`/locations/${HARBOUR}`);
    const limits = [...headers].filter(([name]) => name.startsWith('x-ratelimit-'));
    const shape = record(shapes.rateLimitHeaders);
    expect(problemsOf(shape, Object.fromEntries(limits))).toEqual([]);
  });
});

const write = (message: Body) => sandbox.control('/messages', { contactId: PERSON, ...message });

/** Fires an event for a seeded record. */
const fire = (collection: string) => async (type: string) =>
  sandbox.control('/events', { type, id: await idOf(collection) });

/** What happens, and the shape of the event of that type. */
const EVENTS: [string, (type: string) => Promise<unknown>, Shape][] = [
  ['InboundMessage', () => write({ body: 'Hello' }), shapes.textEvent],
  ['OutboundMessage', () => write({ body: 'Hi', direction: 'outbound' }), shapes.textEvent],
  ['InboundMessage', () => write({ channel: 'Call', call: { duration: 3 } }), shapes.callEvent],
  ['InboundMessage', () => write({ channel: 'Email', html: '<p>Hi</p>' }), shapes.emailEvent],
  ['ConversationUnreadUpdate', () => write({ body: 'Hello' }), shapes.unreadEvent],
  ['ContactCreate', fire('contacts'), shapes.contactEvent],
  ['ContactUpdate', fire('contacts'), shapes.contactEvent],
  ['ContactDelete', fire('contacts'), shapes.contactEvent],
  ['ContactTagUpdate', fire('contacts'), shapes.contactEvent],
  ['ContactDndUpdate', fire('contacts'), shapes.contactDndEvent],
  ['NoteCreate', fire('notes'), shapes.noteEvent],
  ['NoteUpdate', fire('notes'), shapes.noteEvent],
  ['NoteDelete', fire('notes'), shapes.noteEvent],
  ['TaskCreate', fire('tasks'), shapes.taskEvent],
  ['TaskComplete', fire('tasks'), shapes.taskEvent],
  ['TaskDelete', fire('tasks'), shapes.taskEvent],
];

describe('events have the documented keys and types', () => {
  test.each(EVENTS)('%s (%#)', async (type, cause, shape) => {
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/' });
    await cause(type);
    const deliveries = list(await sandbox.control(`/deliveries?type=${type}`));
    expect(deliveries).toHaveLength(1);
    expect(problemsOf(shape, at(deliveries, 0, 'body'))).toEqual([]);
  });
});
