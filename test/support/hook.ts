import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import nock from 'nock';

import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { AUTH_DATA, LOCATION_ID, run, runMethod, type BundleParts } from './app.ts';

export const RELAY = 'https://relay.example.com';

/** A subscription as the relay answers it, and Zapier keeps it. */
export const SUBSCRIPTION = {
  id: '0198f0a2-2c00-7000-8000-000000000001',
  secret: `whsec_${Buffer.from('the secret of the first one here').toString('base64')}`,
};

const SECOND = {
  id: '0198f0a2-2c00-7000-8000-000000000002',
  secret: `whsec_${Buffer.from('the secret of the second is this').toString('base64')}`,
};

/** What the relay delivers to have a subscriber prove its access. */
export const PROOF_REQUEST = {
  type: 'ProofRequested',
  event: 'InboundMessage',
  locationId: LOCATION_ID,
  provedUntil: '2026-11-20T10:02:05.000Z',
  webhookId: '0198f0a2-2d00-7000-8000-00000000000b',
  timestamp: '2026-11-20T04:02:05.000Z',
};

/** What a test may say of a delivery; else it is one as the relay makes it. */
export interface DeliveryParts extends BundleParts {
  secret?: string;
  webhookId?: string;
  /** Seconds. */
  timestamp?: string;
}

/** The bundle of a hook's `perform`. */
export interface DeliveredBundle extends BundleParts {
  rawRequest: {
    method: 'POST';
    querystring: string;
    headers: Record<string, string>;
    content: string;
  };
}

/** The bundle with which Zapier runs a hook's `perform` for an event that the relay delivered. */
export function delivered(event: unknown, parts: DeliveryParts = {}): DeliveredBundle {
  const {
    secret = SUBSCRIPTION.secret,
    webhookId = '0198f0a2-2d00-7000-8000-00000000000a_0198f0a2-2c00-7000-8000-000000000001',
    timestamp = '1795168925',
    ...bundle
  } = parts;
  const content = JSON.stringify(event);
  const signature = createHmac('sha256', Buffer.from(secret.replace('whsec_', ''), 'base64'))
    .update(`${webhookId}.${timestamp}.${content}`)
    .digest('base64');
  return {
    subscribeData: { ...SUBSCRIPTION, also: [] },
    rawRequest: {
      method: 'POST',
      querystring: '',
      headers: {
        'Http-Content-Type': 'application/json',
        'Http-Webhook-Id': webhookId,
        'Http-Webhook-Timestamp': timestamp,
        'Http-Webhook-Signature': `v1,${signature}`,
      },
      content,
    },
    cleanedRequest: event,
    ...bundle,
  };
}

/** Sets HOOK_RELAY_URL for the tests of a file. */
export function useRelay(url = RELAY): void {
  beforeEach(() => {
    process.env['HOOK_RELAY_URL'] = url;
  });
  afterEach(() => {
    delete process.env['HOOK_RELAY_URL'];
  });
}

/** A hook of the app, as the tests of this file run it. */
export interface Hook {
  key: string;
  operation: object;
}

/** Runs one of a hook's methods. */
export function runHook(hook: Hook, method: string, parts?: BundleParts): Promise<unknown> {
  const methods = new Map<string, unknown>(Object.entries(hook.operation));
  return runMethod(methods.get(method), parts);
}

/** The events that a hook's operation subscribes to whatever its inputs are, in HighLevel's names. */
export async function eventsOf(operation: object): Promise<string[]> {
  if (asksForItsEvent(operation)) return [];
  const asked: string[] = [];
  process.env['HOOK_RELAY_URL'] = RELAY;
  nock(RELAY)
    .post('/subscriptions', (body: unknown) => {
      asked.push(toText(toRecord(body)['event']) ?? '');
      return true;
    })
    .times(2)
    .reply(201, SUBSCRIPTION);
  try {
    const targetUrl = 'https://hooks.zapier.com/hooks/standard/1/2/';
    const inputData = requiredChoices(operation);
    await runHook({ key: '', operation }, 'performSubscribe', { targetUrl, inputData });
  } finally {
    delete process.env['HOOK_RELAY_URL'];
    nock.cleanAll();
  }
  return asked.flatMap((event) => MADE_FROM[event] ?? [event]);
}

/** What is chosen from lists that HighLevel has. */
const CHOSEN: Readonly<Record<string, string[]>> = { objectKey: ['custom_objects.registration'] };

/** The first choice of each field that must be filled in. */
export function requiredChoices(operation: object): RawRecord {
  const fields = toList(toRecord(operation)['inputFields']).map(toRecord);
  const required = fields.filter((field) => field['required'] === true);
  return Object.fromEntries(
    required.map(({ key, list, choices }): [string, unknown] => {
      const [first] = CHOSEN[String(key)] ?? Object.keys(toRecord(choices));
      return [String(key), list === true ? [first] : first];
    }),
  );
}

/** Whether a person chooses the event that starts a Zap. */
export function asksForItsEvent(operation: object): boolean {
  const fields = toList(toRecord(operation)['inputFields']).map(toRecord);
  return fields.some(({ key }) => key === 'event');
}

/** The relay makes an event of its own from HighLevel's. */
const MADE_FROM: Readonly<Record<string, string[]>> = {
  ConversationStarted: ['InboundMessage', 'OutboundMessage'],
};

/** What tells a hook from the others. */
export interface HookFacts {
  /** What it subscribes to, in this order. */
  events: string[];
  /** One that it fires for. */
  event: RawRecord;
  /** The trigger to use where there is no relay. */
  meanwhile?: string;
  /** What HighLevel is asked when the event comes. */
  before?: () => unknown;
  /** What a person filled in. */
  inputData?: RawRecord;
}

/** The tests of what every hook does alike. */
export function testsOfEveryHook(
  hook: Hook,
  { events, event, meanwhile, before, inputData = {} }: HookFacts,
): void {
  const targetUrl = 'https://hooks.zapier.com/hooks/standard/1/2/';
  const answers = [SUBSCRIPTION, SECOND];

  useRelay();

  test('subscribes at the relay, with the token as the proof', async () => {
    for (const [index, name] of events.entries()) {
      nock(RELAY, { reqheaders: { authorization: `Bearer ${AUTH_DATA.access_token}` } })
        .post('/subscriptions', { event: name, locationId: LOCATION_ID, targetUrl })
        .reply(201, answers[index]);
    }
    expect(await runHook(hook, 'performSubscribe', { targetUrl, inputData })).toEqual({
      ...SUBSCRIPTION,
      also: events.length > 1 ? [SECOND] : [],
    });
  });

  test('ends what it subscribed to, with the secret', async () => {
    const also = events.length > 1 ? [SECOND] : [];
    for (const { id, secret } of [SUBSCRIPTION, ...also]) {
      nock(RELAY, { reqheaders: { authorization: `Bearer ${secret}` } })
        .delete(`/subscriptions/${id}`)
        .reply(204);
    }
    const subscribeData = { ...SUBSCRIPTION, also };
    expect(await runHook(hook, 'performUnsubscribe', { targetUrl, subscribeData })).toEqual({});
  });

  test('says what to set and what to use meanwhile where there is no relay', async () => {
    delete process.env['HOOK_RELAY_URL'];
    const instead = meanwhile ? `use the trigger \\\\"${meanwhile}\\\\"` : 'No other trigger';
    await expect(runHook(hook, 'performSubscribe', { targetUrl, inputData })).rejects.toThrow(
      new RegExp(`HOOK_RELAY_URL=https.*${instead}`),
    );
  });

  test('refuses a delivery that the relay did not sign', async () => {
    const forged = delivered(event, { secret: SECOND.secret, inputData });
    await expect(run(hook, forged)).rejects.toThrow('was not signed by the webhook relay');
  });

  test.each<[string, RawRecord]>([
    ['of another sub-account', { locationId: 'LcOfSomebodyElse00001', locations: undefined }],
    [
      'of another sub-account by another name',
      {
        locationId: undefined,
        locations: undefined,
        altType: 'location',
        altId: 'LcOfSomebodyElse00001',
      },
    ],
    ['of no sub-account', { locationId: undefined, locations: undefined, altId: undefined }],
    ['of another kind', { type: 'LocationCreate' }],
    ['of a kind that this one is confused with', { type: `${String(event['type'])}d` }],
  ])('starts no Zap with an event %s', async (_what, change) => {
    expect(await run(hook, delivered({ ...event, ...change }, { inputData }))).toEqual([]);
  });

  test('proves its access when the relay asks for it, and starts no Zap with that', async () => {
    const also = events.length > 1 ? [SECOND] : [];
    for (const { id, secret } of [SUBSCRIPTION, ...also]) {
      nock(RELAY, { reqheaders: { authorization: `Bearer ${AUTH_DATA.access_token}` } })
        .post(`/subscriptions/${id}/proof`, { secret })
        .reply(200, { provedUntil: '2026-11-21T00:00:00.000Z' });
    }
    const parts = { subscribeData: { ...SUBSCRIPTION, also }, inputData };
    expect(await run(hook, delivered(PROOF_REQUEST, parts))).toEqual([]);
  });

  test('proves nothing to who cannot sign', async () => {
    const forged = delivered(PROOF_REQUEST, { secret: SECOND.secret, inputData });
    await expect(run(hook, forged)).rejects.toThrow('was not signed by the webhook relay');
  });

  test('names the same values in a sample as in an event', async () => {
    before?.();
    const [record] = toList(await run(hook, delivered(event, { inputData })));
    const sample: unknown = 'sample' in hook.operation ? hook.operation.sample : undefined;
    expect(keysOf(record)).toEqual(keysOf(sample));
  });
}

function keysOf(value: unknown): string[] {
  return Object.keys(isRecord(value) ? value : {}).toSorted();
}

/** An event and the record that becomes of it, written out. */
export interface Fixture {
  event: RawRecord;
  record: RawRecord;
}

/** Reads test/fixtures/webhooks/NAME.json. */
export function fixture(name: string): Fixture {
  const url = new URL(`../fixtures/webhooks/${name}.json`, import.meta.url);
  const content: unknown = JSON.parse(readFileSync(url, 'utf8'));
  if (!isRecord(content) || !isRecord(content['event']) || !isRecord(content['record'])) {
    throw new Error(`${name} contains no event and record.`);
  }
  return { event: content['event'], record: content['record'] };
}

const POINTER = /^hydrate\|\|\|(.+)\|\|\|hydrate$/s;

/** A copy in which pointers are readable: `{ fetch: 'hydrators.contact', with: { contactId } }`. */
export function readable(value: unknown): unknown {
  if (typeof value === 'string') {
    const payload = POINTER.exec(value)?.[1];
    if (payload === undefined) return value;
    const pointer: unknown = JSON.parse(payload);
    return isRecord(pointer) ? { fetch: pointer['method'], with: pointer['bundle'] } : value;
  }
  if (Array.isArray(value)) return value.map(readable);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, readable(child)]));
}
