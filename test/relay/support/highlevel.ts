import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { createServer, type Agent, type Server } from 'node:http';

import { parseEvent, type IncomingEvent, type PostedEvent } from '../../../relay/events.ts';
import { call, type Answer } from './http.ts';

/** Ed25519 keys as HighLevel has them. */
export interface WebhookKeys {
  privateKey: KeyObject;
  /** PEM, for HIGHLEVEL_WEBHOOK_PUBLIC_KEY. */
  publicKey: string;
}

/** New keys to sign webhooks with. */
export function webhookKeys(): WebhookKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { privateKey, publicKey: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

/** The keys of all tests that do not care. */
export const KEYS = webhookKeys();

/** The value of `x-ghl-signature` for a body. */
export function signatureOf(body: Buffer, keys: WebhookKeys = KEYS): string {
  return sign(null, body, keys.privateKey).toString('base64');
}

/**
 * Posts a webhook as HighLevel does.
 *
 * @param relay where it runs, and what the address has beyond the usual one.
 * @param headers replace the usual ones.
 * @param keepAlive for many.
 */
export function post(
  relay: { url: string; query?: string },
  body: Buffer,
  headers: Record<string, string> = {},
  keepAlive?: Agent,
): Promise<Answer> {
  return call('POST', `${relay.url}/webhooks/highlevel${relay.query ?? ''}`, {
    headers: {
      'content-type': 'application/json',
      'x-ghl-signature': signatureOf(body),
      ...headers,
    },
    body,
    ...(keepAlive === undefined ? {} : { keepAlive }),
  });
}

/** A message from a contact, in the form of HighLevel's own example, with what real ones carry. */
export function inboundMessage(fields: Record<string, unknown> = {}): Buffer {
  return Buffer.from(
    JSON.stringify({
      type: 'InboundMessage',
      locationId: 'location1',
      attachments: [],
      body: 'Do you have time on Thursday?',
      contactId: 'contact1',
      contentType: 'text/plain',
      conversationId: `conversation-${randomUUID()}`,
      dateAdded: new Date().toISOString(),
      direction: 'inbound',
      messageType: 'SMS',
      status: 'delivered',
      messageId: `message-${randomUUID()}`,
      webhookId: randomUUID(),
      timestamp: new Date().toISOString(),
      ...fields,
    }),
  );
}

/** Reads what must be an event. */
export function readEvent(posted: PostedEvent): IncomingEvent {
  const event = parseEvent(posted);
  if (typeof event === 'string') throw new Error(`The event is ${event}.`);
  return event;
}

/** A stand-in for HighLevel's API: `GET /locations/:id`. */
export interface FakeHighLevel {
  url: string;
  /** Which token may read which location. */
  tokens: Map<string, string>;
  /** Locations that were asked for, in order. */
  asked: string[];
  /** Answers every call with this status when set, with these headers. */
  fault: { status: number; headers?: Record<string, string> } | undefined;
  close: () => Promise<void>;
}

/** Starts it. The token `token-of-<location>` reads that location; others go into `tokens`. */
export async function startHighLevel(): Promise<FakeHighLevel> {
  const fake: FakeHighLevel = {
    url: '',
    tokens: new Map(),
    asked: [],
    fault: undefined,
    close: () => closeServer(server),
  };
  const server = createServer((incoming, response) => {
    const location = /^\/locations\/([^/?]+)$/.exec(incoming.url ?? '')?.[1] ?? '';
    const token = incoming.headers.authorization?.replace('Bearer ', '') ?? '';
    fake.asked.push(location);
    const answer = (status: number, body: unknown, headers = {}): void => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(body));
    };
    if (fake.fault) {
      answer(fake.fault.status, { message: 'fault' }, fake.fault.headers);
      return;
    }
    if (incoming.headers['version'] !== '2021-07-28') {
      answer(401, { message: 'version header was not found' });
      return;
    }
    const own = fake.tokens.get(token) ?? /^token-of-(.+)$/.exec(token)?.[1];
    if (own === undefined) answer(401, { statusCode: 401, message: 'Invalid JWT' });
    else if (own !== location) {
      answer(403, { statusCode: 403, message: 'The token does not have access to this location.' });
    } else answer(200, { location: { id: location, companyId: 'company1', name: 'Example' } });
  });
  fake.url = await listen(server);
  return fake;
}

/** Listens on a free port of the loopback and gives the address. */
export function listen(server: Server): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address !== null && typeof address === 'object') {
        resolve(`http://127.0.0.1:${address.port}`);
      } else reject(new Error('No address.'));
    });
  });
}

/** Ends a server with its connections. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}
