import { generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import {
  createServer,
  type Agent,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';

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

/** A stand-in for HighLevel's API: the reads that prove who may have which events. */
export interface FakeHighLevel {
  url: string;
  /** Which token may read which location. */
  tokens: Map<string, string>;
  /** The agencies of locations; undefined where HighLevel names none. Of any other it is company1. */
  companies: Map<string, string | undefined>;
  /** Agencies' tokens, and which agency's they are. */
  agencies: Map<string, string>;
  /** The sub-accounts that have the app, by agency. */
  installed: Map<string, string[]>;
  /** Sub-accounts for which agencies get no token: they have another version of the app. */
  outdated: Set<string>;
  /** The scopes that tokens lack; a token has all others. An agency's pass to those it gets. */
  lacking: Map<string, readonly string[]>;
  /** Locations whose lists HighLevel answers with another location's records. */
  confused: Set<string>;
  /** Locations that were asked for, in order. */
  asked: string[];
  /** Every call, in order: method and path. */
  calls: string[];
  /** Answers every call with this status when set, with these headers. */
  fault: { status: number; headers?: Record<string, string>; text?: string } | undefined;
  /** Tokens whose calls are never answered. */
  ignored: RegExp | undefined;
  close: () => Promise<void>;
}

interface FakeRead {
  pattern: RegExp;
  version: string;
  scope: string;
  /** The list in the answer; without it the answer is the location. */
  list?: string;
}

const READS: readonly FakeRead[] = [
  { pattern: /^GET \/locations\/([^/?]+)$/, version: '2021-07-28', scope: 'locations.readonly' },
  {
    pattern: /^GET \/conversations\/messages\/export\?locationId=([^&]+)&limit=10$/,
    version: '2021-04-15',
    scope: 'conversations/message.readonly',
    list: 'messages',
  },
  {
    pattern: /^GET \/conversations\/search\?locationId=([^&]+)&limit=1$/,
    version: '2021-04-15',
    scope: 'conversations.readonly',
    list: 'conversations',
  },
  {
    pattern: /^POST \/contacts\/search \{"locationId":"([^"]+)","pageLimit":1\}$/,
    version: '2021-07-28',
    scope: 'contacts.readonly',
    list: 'contacts',
  },
  {
    pattern: /^GET \/users\/\?locationId=([^&]+)$/,
    version: '2021-07-28',
    scope: 'users.readonly',
    list: 'users',
  },
  {
    pattern: /^GET \/campaigns\/\?locationId=([^&]+)$/,
    version: '2021-07-28',
    scope: 'campaigns.readonly',
    list: 'campaigns',
  },
  {
    pattern: /^GET \/opportunities\/search\?location_id=([^&]+)&limit=1$/,
    version: '2021-07-28',
    scope: 'opportunities.readonly',
    list: 'opportunities',
  },
  {
    pattern:
      /^POST \/objects\/business\/records\/search \{"locationId":"([^"]+)","page":1,"pageLimit":1\}$/,
    version: '2021-07-28',
    scope: 'objects/record.readonly',
    list: 'records',
  },
  {
    pattern: /^GET \/payments\/orders\?altId=([^&]+)&limit=1$/,
    version: '2021-07-28',
    scope: 'payments/orders.readonly',
    list: 'data',
  },
  {
    pattern: /^GET \/products\/\?locationId=([^&]+)&limit=1$/,
    version: '2021-07-28',
    scope: 'products.readonly',
    list: 'products',
  },
  {
    pattern: /^GET \/invoices\/\?altId=([^&]+)&altType=location&limit=1&offset=0$/,
    version: '2021-07-28',
    scope: 'invoices.readonly',
    list: 'invoices',
  },
  {
    pattern: /^GET \/objects\/\?locationId=([^&]+)$/,
    version: '2021-07-28',
    scope: 'objects/schema.readonly',
    list: 'objects',
  },
  {
    pattern: /^GET \/associations\/\?locationId=([^&]+)&skip=0&limit=1$/,
    version: '2021-07-28',
    scope: 'associations.readonly',
    list: 'associations',
  },
  {
    pattern: /^GET \/calendars\/\?locationId=([^&]+)$/,
    version: '2021-04-15',
    scope: 'calendars.readonly',
    list: 'calendars',
  },
];

/** Starts it. The token `token-of-<location>` reads that location; others go into `tokens`. */
export async function startHighLevel(): Promise<FakeHighLevel> {
  const fake: FakeHighLevel = {
    url: '',
    tokens: new Map(),
    companies: new Map(),
    agencies: new Map(),
    installed: new Map(),
    outdated: new Set(),
    lacking: new Map(),
    confused: new Set(),
    asked: [],
    calls: [],
    fault: undefined,
    ignored: undefined,
    close: () => closeServer(server),
  };
  const server = createServer((incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      answerRead(fake, incoming, Buffer.concat(chunks).toString(), response);
    });
  });
  fake.url = await listen(server);
  return fake;
}

function answerRead(
  fake: FakeHighLevel,
  { method, url, headers }: IncomingMessage,
  body: string,
  response: ServerResponse,
): void {
  const call = [`${method ?? ''} ${url ?? ''}`, ...(body === '' ? [] : [body])].join(' ');
  const read = READS.find(({ pattern }) => pattern.test(call));
  const location = read?.pattern.exec(call)?.[1] ?? '';
  const token = headers.authorization?.replace('Bearer ', '') ?? '';
  fake.calls.push(call);
  if (read?.list === undefined) fake.asked.push(location);
  if (fake.ignored?.test(token)) return;
  const answer = (status: number, message: unknown): void => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(message));
  };
  if (fake.fault) {
    response.writeHead(fake.fault.status, fake.fault.headers);
    response.end(fake.fault.text ?? '{"message":"fault"}');
    return;
  }
  if (url?.startsWith('/oauth/') === true) {
    const [status, message] = answerAgency(fake, call, token);
    answer(status, message);
    return;
  }
  const own = fake.tokens.get(token) ?? /^token-of-(.+)$/.exec(token)?.[1];
  if (!read) answer(404, { message: `Cannot ${call}` });
  else if (headers['version'] !== read.version) {
    answer(401, { message: 'version header is invalid' });
  } else if (own === undefined) answer(401, { statusCode: 401, message: 'Invalid JWT' });
  else if (fake.lacking.get(token)?.includes(read.scope)) {
    answer(401, { statusCode: 401, message: 'The token is not authorized for this scope.' });
  } else if (own !== location) {
    answer(403, { statusCode: 403, message: 'The token does not have access to this location.' });
  } else if (read.list === undefined) {
    const { companies } = fake;
    const companyId = companies.has(location) ? companies.get(location) : 'company1';
    answer(200, { location: { id: location, companyId, name: 'Example' } });
  } else {
    const locationId = fake.confused.has(location) ? 'location-elsewhere' : location;
    answer(200, { [read.list]: [{ id: 'record1', locationId }], total: 1 });
  }
}

/** The app that agencies are asked about. */
export const APP_ID = 'appOfThisRelay1';

/** What an agency does with its own token: it lists its sub-accounts and gets tokens for them. */
function answerAgency(fake: FakeHighLevel, call: string, token: string): [number, unknown] {
  const company = fake.agencies.get(token);
  const installed = fake.installed.get(company ?? '') ?? [];
  const lacks = (scope: string): boolean => fake.lacking.get(token)?.includes(scope) === true;
  const noScope: [number, unknown] = [
    401,
    { message: 'The token is not authorized for this scope.' },
  ];
  if (company === undefined) {
    const isLocations = fake.tokens.has(token) || token.startsWith('token-of-');
    return [401, { message: isLocations ? 'This authClass type is not allowed' : 'Invalid JWT' }];
  }
  if (call.startsWith('GET /oauth/installedLocations?')) {
    const query = new URLSearchParams(call.slice(call.indexOf('?') + 1));
    if (lacks('oauth.readonly')) return noScope;
    if (query.get('companyId') !== company) {
      return [401, { message: 'The token does not have access to this company.' }];
    }
    if (query.get('appId') !== APP_ID || query.get('isInstalled') !== 'true') return [400, {}];
    const skip = Number(query.get('skip'));
    const rows = installed.slice(skip, skip + Math.min(100, Number(query.get('limit'))));
    return [200, { locations: rows.map((_id) => ({ _id, isInstalled: true })) }];
  }
  const form = /^POST \/oauth\/locationToken companyId=([^&]+)&locationId=([^&]+)$/.exec(call);
  if (!form) return [404, { message: `Cannot ${call}` }];
  if (lacks('oauth.write')) return noScope;
  const [, companyId = '', locationId = ''] = form;
  if (companyId !== company || !installed.includes(locationId) || fake.outdated.has(locationId)) {
    return [400, { message: 'Location not found for this company' }];
  }
  const minted = `${token} in ${locationId}`.replaceAll(' ', '-');
  fake.tokens.set(minted, locationId);
  fake.lacking.set(minted, fake.lacking.get(token) ?? []);
  return [201, { access_token: minted, userType: 'Location', locationId, companyId }];
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
