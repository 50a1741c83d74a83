import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { PROVIDERS } from '../../sandbox/seed/lists.ts';
import { Webhooks } from '../../sandbox/webhooks/webhooks.ts';
import { at, contactId, HARBOUR, list, text, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();

interface Received {
  raw: Buffer;
  headers: IncomingHttpHeaders;
  body: unknown;
}

let received: Received[] = [];
let statuses: number[] = [];
let server: Server;
let address = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks);
      const body: unknown = JSON.parse(raw.toString());
      received.push({ raw, headers: request.headers, body });
      response.writeHead(statuses.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound ? String(bound.port) : ''}/hook`;
});

afterAll(async () => {
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
});

beforeEach(async () => {
  received = [];
  statuses = [];
  await sandbox.control('/webhooks', { url: address });
});

/** What was posted so far; waits until nothing is under way. */
async function events(): Promise<Received[]> {
  await sandbox.control('/deliveries');
  return received;
}

const types = async (): Promise<unknown[]> => (await events()).map(({ body }) => at(body, 'type'));

const write = (body: Record<string, unknown>) => sandbox.control('/messages', body);

describe('a customer writes', () => {
  test('the message is stored, unread, and announced', async () => {
    const made = await write({ contactId: contactId(0), channel: 'SMS', body: 'Hello?' });
    expect(made).toMatchObject({
      contactId: contactId(0),
      locationId: HARBOUR,
      conversationIsNew: false,
      unreadCount: 2,
    });
    const [message, unread] = await events();
    expect(message?.body).toMatchObject({
      type: 'InboundMessage',
      locationId: HARBOUR,
      contactId: contactId(0),
      conversationId: text(made, 'conversationId'),
      messageId: text(made, 'messageId'),
      body: 'Hello?',
      direction: 'inbound',
      messageType: 'SMS',
      contentType: 'text/plain',
      status: 'delivered',
      attachments: [],
      webhookId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      timestamp: expect.stringMatching(/Z$/),
      appId: expect.any(String),
      versionId: expect.any(String),
    });
    expect(unread?.body).toMatchObject({ type: 'ConversationUnreadUpdate', unreadCount: 2 });
  });

  test('the signature is Ed25519 over the raw bytes, by the published key', async () => {
    const info = await sandbox.control('');
    const key = createPublicKey(text(info, 'webhookPublicKey'));
    await write({ contactId: contactId(0), body: 'Grüße' });
    for (const { raw, headers } of await events()) {
      const signature = Buffer.from(String(headers['x-ghl-signature']), 'base64');
      expect(verify(null, raw, key, signature)).toBe(true);
      expect(verify(null, Buffer.concat([raw, Buffer.from(' ')]), key, signature)).toBe(false);
    }
  });

  test('emails, calls, voicemail and other channels have their own fields', async () => {
    await write({
      contactId: contactId(1),
      channel: 'Email',
      subject: 'Hello',
      html: '<p>Hi</p>',
      cc: ['office@example.org'],
    });
    await write({
      contactId: contactId(9),
      channel: 'Call',
      call: { duration: 120, status: 'voicemail', recordingSeconds: 1, transcript: ['Call me'] },
    });
    await write({ contactId: contactId(8), channel: 'Live_Chat', body: 'Hi' });
    const messages = (await events())
      .map(({ body }) => body)
      .filter((body) => at(body, 'type') === 'InboundMessage');
    expect(messages).toHaveLength(3);
    const [email, call, chat] = messages;
    expect(email).toMatchObject({
      messageType: 'Email',
      subject: 'Hello',
      body: '<p>Hi</p>',
      emailMessageId: expect.any(String),
      threadId: expect.any(String),
      to: ['hello@harbourdental.example.com'],
      cc: ['office@example.org'],
    });
    expect(at(email, 'messageId')).toBeUndefined();
    expect(call).toMatchObject({
      messageType: 'CALL',
      callDuration: 120,
      callStatus: 'voicemail',
      status: 'voicemail',
      attachments: [expect.stringMatching(/\.wav$/)],
    });
    expect(chat).toMatchObject({ messageType: 'Live Chat' });
    const recording = await fetch(text(call, 'attachments', 0));
    expect(recording.headers.get('content-type')).toBe('audio/x-wav');
  });

  test('each mail of a thread has an event of its own, with its id and that of the thread', async () => {
    const first = await write({ contactId: contactId(1), channel: 'Email', html: '<p>One</p>' });
    const threadId = text(first, 'threadId');
    await write({ contactId: contactId(1), channel: 'Email', html: '<p>Two</p>', threadId });
    const mails = (await events())
      .map(({ body }) => body)
      .filter((body) => at(body, 'type') === 'InboundMessage');
    expect(mails).toMatchObject([
      { body: '<p>One</p>', emailMessageId: text(first, 'emailMessageId'), threadId },
      { body: '<p>Two</p>', emailMessageId: expect.any(String), threadId },
    ]);
    expect(at(mails, 1, 'emailMessageId')).not.toBe(at(mails, 0, 'emailMessageId'));
  });

  test('for a new conversation too', async () => {
    const made = await write({ contactId: contactId(21), body: 'First' });
    expect(made).toMatchObject({ conversationIsNew: true, unreadCount: 1 });
  });
});

describe('the API’s own writes', () => {
  test('sending announces an outbound message, scheduling does not', async () => {
    const message = { type: 'SMS', contactId: contactId(0), message: 'Hi' };
    await sandbox.call('/conversations/messages', { body: message });
    await sandbox.call('/conversations/messages', {
      body: { ...message, scheduledTimestamp: Math.floor(Date.now() / 1000) + 3600 },
    });
    const [only, ...others] = await events();
    expect(others).toEqual([]);
    expect(only?.body).toMatchObject({
      type: 'OutboundMessage',
      messageType: 'SMS',
      source: 'app',
      direction: 'outbound',
    });
  });

  test('a status of failed is announced', async () => {
    const sent = await sandbox.call('/conversations/messages', {
      body: {
        type: 'Custom',
        contactId: contactId(11),
        message: 'x',
        conversationProviderId: PROVIDERS.ownSms,
      },
    });
    await sandbox.call(`/conversations/messages/${text(sent.body, 'messageId')}/status`, {
      method: 'PUT',
      body: { status: 'failed' },
    });
    const statusesSeen = (await events()).map(({ body }) => at(body, 'status'));
    expect(statusesSeen).toEqual(['pending', 'failed']);
  });

  test('contacts, tags, do-not-disturb, notes, tasks and users', async () => {
    const created = await sandbox.call('/contacts/', {
      body: { locationId: HARBOUR, firstName: 'New', email: 'new@example.com' },
    });
    const id = text(created.body, 'contact', 'id');
    const put = (path: string, body: unknown) => sandbox.call(path, { method: 'PUT', body });
    await put(`/contacts/${id}`, { dndSettings: { SMS: { status: 'active' } } });
    await sandbox.call(`/contacts/${id}/tags`, { body: { tags: ['vip'] } });
    const note = await sandbox.call(`/contacts/${id}/notes`, { body: { body: 'Note' } });
    await put(`/contacts/${id}/notes/${text(note.body, 'note', 'id')}`, { body: 'More' });
    await sandbox.call(`/contacts/${id}/notes/${text(note.body, 'note', 'id')}`, {
      method: 'DELETE',
    });
    const task = await sandbox.call(`/contacts/${id}/tasks`, {
      body: { title: 'Call', dueDate: '2030-01-01T00:00:00Z', completed: false },
    });
    const taskPath = `/contacts/${id}/tasks/${text(task.body, 'task', 'id')}`;
    await put(`${taskPath}/completed`, { completed: true });
    await sandbox.call(taskPath, { method: 'DELETE' });
    const companyId = text(await sandbox.control(''), 'company', 'id');
    await sandbox.call('/users/', {
      body: {
        companyId,
        firstName: 'Nia',
        lastName: 'Field',
        email: 'nia.field@example.com',
        password: 'long enough',
        type: 'account',
        role: 'user',
        locationIds: [HARBOUR],
      },
    });
    await sandbox.call(`/contacts/${id}`, { method: 'DELETE' });
    expect((await types()).sort()).toEqual(
      [
        'ContactCreate',
        'ContactUpdate',
        'ContactDndUpdate',
        'ContactTagUpdate',
        'NoteCreate',
        'NoteUpdate',
        'NoteDelete',
        'TaskCreate',
        'TaskComplete',
        'TaskDelete',
        'UserCreate',
        'ContactDelete',
      ].sort(),
    );
  });

  test('reading and starring a conversation', async () => {
    const conversation = text(
      await sandbox.control(`/state/conversations?contactId=${contactId(0)}`),
      0,
      'id',
    );
    const put = (body: Record<string, unknown>) =>
      sandbox.call(`/conversations/${conversation}`, {
        method: 'PUT',
        body: { locationId: HARBOUR, ...body },
      });
    await put({ unreadCount: 0 });
    await put({ unreadCount: 0 });
    expect(await types()).toEqual(['ConversationUnreadUpdate']);
  });
});

describe('events on request', () => {
  test('for a record, for an installation, and with a payload of one’s own', async () => {
    await sandbox.control('/events', { type: 'ContactDndUpdate', id: contactId(12) });
    await sandbox.control('/events', {
      type: 'TaskCreate',
      payload: { id: 'x', locationId: HARBOUR },
    });
    await sandbox.control('/events', { type: 'UNINSTALL', locationId: HARBOUR });
    const bodies = (await events()).map(({ body }) => body);
    expect(bodies).toContainEqual(
      expect.objectContaining({
        type: 'ContactDndUpdate',
        id: contactId(12),
        dndSettings: { SMS: expect.objectContaining({ status: 'active' }) },
      }),
    );
    expect(bodies).toContainEqual(expect.objectContaining({ type: 'TaskCreate', id: 'x' }));
    expect(bodies).toContainEqual(
      expect.objectContaining({ type: 'UNINSTALL', locationId: HARBOUR }),
    );
    expect((await sandbox.call(`/locations/${HARBOUR}`)).status).toBe(401);
  });
});

describe('odd events', () => {
  const odd = (event: Record<string, unknown>) => sandbox.control('/events', event);
  const contact = { type: 'ContactUpdate', id: contactId(0) };
  const posted = async (): Promise<unknown[]> => (await events()).map(({ body }) => body);

  test('of another app, signed by the same key', async () => {
    const info = await sandbox.control('');
    await odd({ ...contact, payload: { appId: text(info, 'otherAppId') } });
    const [event] = await events();
    expect(at(event?.body, 'appId')).not.toBe(text(info, 'appId'));
    const signature = Buffer.from(String(event?.headers['x-ghl-signature']), 'base64');
    const key = createPublicKey(text(info, 'webhookPublicKey'));
    expect(verify(null, event?.raw ?? Buffer.alloc(0), key, signature)).toBe(true);
  });

  test('that name their location by altId, or not at all', async () => {
    const without = ['locationId'];
    await odd({ ...contact, without, payload: { altId: HARBOUR, altType: 'location' } });
    await odd({ ...contact, without, payload: { companyId: 'somewhere' } });
    const [byAlt, byCompany] = await posted();
    expect(byAlt).toMatchObject({ altId: HARBOUR, altType: 'location' });
    for (const event of [byAlt, byCompany]) expect(at(event, 'locationId')).toBeUndefined();
  });

  test('of an unknown type, and of none', async () => {
    await odd({ type: 'SomethingNew', payload: { locationId: HARBOUR } });
    await odd({ ...contact, without: ['type'] });
    await odd({ payload: { locationId: HARBOUR } });
    const [unknown, ...others] = await posted();
    expect(at(unknown, 'type')).toBe('SomethingNew');
    for (const event of others) {
      expect(at(event, 'type')).toBeUndefined();
      expect(event).toMatchObject({ locationId: HARBOUR, webhookId: expect.any(String) });
    }
  });

  test('with an id that was seen before, under another type', async () => {
    const { webhookId } = { webhookId: text(await odd(contact), 'webhookId') };
    await odd({ type: 'ContactTagUpdate', id: contactId(0), payload: { webhookId } });
    expect((await posted()).map((event) => [at(event, 'type'), at(event, 'webhookId')])).toEqual([
      ['ContactUpdate', webhookId],
      ['ContactTagUpdate', webhookId],
    ]);
  });

  test('with dates of any form', async () => {
    const dateAdded = 'Tue, 03 Jun 2026 10:00:00 GMT';
    await odd({ ...contact, payload: { dateAdded, timestamp: '2026-06-03 10:00:00-05' } });
    expect(await posted()).toMatchObject([{ dateAdded, timestamp: '2026-06-03 10:00:00-05' }]);
  });

  test('of many megabytes', async () => {
    const bytes = 5 * 1024 * 1024;
    const id = text(await sandbox.control('/state/messages'), 0, 'id');
    await odd({ type: 'InboundMessage', id, bytes });
    const [event] = await events();
    expect(event?.raw.length).toBe(bytes);
    expect(at(event?.body, 'messageId')).toBe(id);
    expect(await sandbox.control('/deliveries')).toMatchObject([{ body: null, bytes }]);
  });

  test('with a long field of any name', async () => {
    const bytes = 100_000;
    await odd({ ...contact, bytes, longField: 'city' });
    const [event] = await events();
    expect(event?.raw.length).toBe(bytes);
    expect(text(event?.body, 'city').endsWith('x'.repeat(90_000))).toBe(true);
    expect(at(event?.body, 'body')).toBeUndefined();
    expect(await sandbox.control('/deliveries')).toMatchObject([{ body: event?.body, bytes }]);
  });
});

describe('delivery', () => {
  const one = () => sandbox.control('/events', { type: 'ContactUpdate', id: contactId(0) });
  const deliveries = async (): Promise<unknown[]> => list(await sandbox.control('/deliveries'));

  test.each([429, 500, 404, 302])('is repeated after %i, with the same bytes', async (status) => {
    statuses = [status];
    await one();
    expect(await deliveries()).toMatchObject([{ attempts: [status], state: 'waiting' }]);
    await sandbox.control('/deliveries/retry', {});
    expect(await deliveries()).toMatchObject([{ attempts: [status, 200], state: 'done' }]);
    const [first, second] = received;
    expect(second?.raw.equals(first?.raw ?? Buffer.alloc(0))).toBe(true);
    expect(await sandbox.control('/deliveries/retry', {})).toEqual({ retried: 0 });
  });

  test('is repeated by itself, twelve times at most', async () => {
    await sandbox.control('/webhooks', { retryMs: 0 });
    statuses = Array.from({ length: 14 }, () => 503);
    const last = new Promise<void>((resolve) => {
      server.on('request', () => {
        if (received.length >= 12) resolve();
      });
    });
    await one();
    await last;
    const attempts = Array.from({ length: 13 }, () => 503);
    expect(await deliveries()).toMatchObject([{ attempts, state: 'failed' }]);
  });

  test('a dead address holds nothing up, and is tried again', async () => {
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/' });
    await one();
    expect(await deliveries()).toMatchObject([{ attempts: [0], state: 'waiting' }]);
  });

  test('under another content type', async () => {
    await sandbox.control('/webhooks', { contentType: 'text/plain' });
    await one();
    const [event] = await events();
    expect(event?.headers['content-type']).toBe('text/plain');
  });

  test('chosen events only, and none without an address', async () => {
    await sandbox.control('/webhooks', { events: ['InboundMessage'] });
    await write({ contactId: contactId(0), body: 'x' });
    expect(await types()).toEqual(['InboundMessage']);
    await sandbox.control('/webhooks', { url: null, events: null });
    expect(await sandbox.control('/events', { type: 'ContactUpdate', id: contactId(0) })).toEqual({
      webhookId: null,
    });
  });

  test.each(['none', 'N/A', 'wrong'])('signature %s for tests of receivers', async (signature) => {
    const key = createPublicKey(text(await sandbox.control(''), 'webhookPublicKey'));
    await sandbox.control('/webhooks', { signature });
    await one();
    const [event] = await events();
    const header = event?.headers['x-ghl-signature'];
    const valid =
      header !== undefined &&
      verify(null, event?.raw ?? Buffer.alloc(0), key, Buffer.from(String(header), 'base64'));
    expect(valid).toBe(false);
    expect(header === undefined).toBe(signature === 'none');
  });
});

test('the key pair can be given', () => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const webhooks = new Webhooks({ privateKey: pem });
  expect(webhooks.publicKeyPem).toBe(publicKey.export({ type: 'spki', format: 'pem' }).toString());
  const signature = Buffer.from(webhooks.signatureOf('{}'), 'base64');
  expect(verify(null, Buffer.from('{}'), publicKey, signature)).toBe(true);
});
