import { describe, expect, test } from '@jest/globals';

import type { CaughtPost } from '../../local/index.ts';
import type { LiveEntry } from '../../workbench/api/live.ts';
import { matchingEntries, outcomeOf, outcomeText } from '../../workbench/page/live/matching.ts';
import { Journal, START } from '../../workbench/server/live/journal.ts';
import { placeOf } from '../../workbench/server/live/stream.ts';
import { Traffic } from '../../workbench/server/live/traffic.ts';
import { Mailbox } from '../../workbench/server/zaps/mailbox.ts';

const entry = (more: Partial<LiveEntry> = {}): Omit<LiveEntry, 'number'> => ({
  at: '2026-01-01T10:00:00.000Z',
  kind: 'webhook',
  title: 'InboundMessage',
  account: 'Harbour Dental',
  arrivals: [],
  deliveries: [],
  ...more,
});

const numbersIn = (entries: readonly LiveEntry[]) => entries.map(({ number }) => number);

describe('What a page is told', () => {
  test('everything at first, then what is new or changed since, in order and in parts', () => {
    const journal = new Journal();
    for (let count = 0; count < 5; count += 1) journal.add(entry());
    const first = journal.since(START, 3);
    expect(numbersIn(first.entries)).toEqual([1, 2, 3]);
    const second = journal.since(first.place, 3);
    expect(numbersIn(second.entries)).toEqual([4, 5]);
    journal.change(2, () => ({ title: 'Changed' }));
    const third = journal.since(second.place, 3);
    expect(third.entries.map(({ number, title }) => [number, title])).toEqual([[2, 'Changed']]);
    expect(third.gap).toBeUndefined();
    expect(journal.since(third.place, 3).entries).toEqual([]);
  });

  test('that entries are lost, when it was away for longer than they are kept', () => {
    const journal = new Journal(3);
    for (let count = 0; count < 2; count += 1) journal.add(entry());
    const { place } = journal.since(START, 100);
    for (let count = 0; count < 6; count += 1) journal.add(entry());
    const { entries, gap } = journal.since(place, 100);
    expect(gap).toEqual({ from: 3, to: 5 });
    expect(numbersIn(entries)).toEqual([6, 7, 8]);
  });

  test('nothing of a gap, when it has just come or missed nothing', () => {
    const journal = new Journal(3);
    for (let count = 0; count < 5; count += 1) journal.add(entry());
    expect(journal.since(START, 100).gap).toBeUndefined();
    const { place } = journal.since(START, 100);
    for (let count = 0; count < 3; count += 1) journal.add(entry());
    expect(journal.since(place, 100).gap).toBeUndefined();
  });

  test.each([
    ['12.7', { revision: 12, number: 7 }],
    [undefined, START],
    ['', START],
    ['12', START],
    ['x.y', START],
  ])('from where a browser was cut off: %p', (id, place) => {
    expect(placeOf(id)).toEqual(place);
  });
});

const traffic = () =>
  new Traffic(
    { account: () => 'Harbour Dental', operation: (key) => `The ${key}` },
    { nameOf: () => 'new_inbound_message' },
  );

const webhook = (body: object) => ({
  method: 'POST',
  path: '/webhooks/highlevel',
  headers: { 'x-ghl-signature': 'the-signature', authorization: 'Bearer the-token' },
  body: Buffer.from(JSON.stringify(body)),
});

const post = (body: object, status = 200): CaughtPost => ({
  url: 'http://127.0.0.1:1/hooks/standard/1/1/',
  name: 'new_inbound_message',
  status,
  delivery: {
    rawRequest: {
      method: 'POST',
      querystring: '',
      headers: { 'Http-Webhook-Id': 'event_subscription', 'Http-Webhook-Signature': 'v1,secret' },
      content: JSON.stringify(body),
    },
    cleanedRequest: body,
  },
});

const EVENT = { type: 'InboundMessage', webhookId: 'w1', locationId: 'l1', body: 'Hello' };
const STORED = { status: 200, content: { result: 'new' }, durationMs: 3 };

describe('What goes through the relay', () => {
  test('is one entry from the webhook to what the trigger returned, each attempt counted', () => {
    const seen = traffic();
    const answered = seen.observe(webhook(EVENT));
    // The relay may deliver before it has answered.
    seen.posted(post(EVENT, 500));
    answered(STORED);
    seen.posted(post(EVENT));
    const { headers } = post(EVENT).delivery.rawRequest;
    seen.performed(headers, { records: 1, sentence: '', durationMs: 2 });
    const { entries } = seen.journal.since(START, 10);
    expect(entries).toMatchObject([
      {
        kind: 'webhook',
        title: 'InboundMessage',
        account: 'Harbour Dental',
        arrivals: [{ status: 200, result: 'new' }],
        deliveries: [
          {
            zap: 'The new_inbound_message',
            attempts: [{ status: 500 }, { status: 200 }],
            performed: { records: 1 },
          },
        ],
      },
    ]);
  });

  test('is the same entry when HighLevel repeats it', () => {
    const seen = traffic();
    seen.observe(webhook(EVENT))({ status: 503, content: { error: 'no_relay' }, durationMs: 0 });
    seen.observe(webhook(EVENT))(STORED);
    const { entries } = seen.journal.since(START, 10);
    expect(entries.map(({ arrivals }) => arrivals.map(({ result }) => result))).toEqual([
      ['no_relay', 'new'],
    ]);
  });

  test('tells of Zaps that are switched on and off, and never a token, secret or signature', () => {
    const seen = traffic();
    const subscribe = {
      ...webhook({ event: 'InboundMessage', locationId: 'l1', targetUrl: 'http://hook/secret' }),
      path: '/subscriptions',
    };
    seen.observe(subscribe)({
      status: 201,
      content: { id: 'abc', secret: 'whsec_secret' },
      durationMs: 1,
    });
    seen.observe({ ...subscribe, method: 'DELETE', path: '/subscriptions/abc' })({
      status: 204,
      content: {},
      durationMs: 1,
    });
    seen.observe(webhook({ ...EVENT, access_token: 'the-token' }))(STORED);
    seen.posted(post(EVENT));
    const { entries } = seen.journal.since(START, 10);
    expect(entries.map(({ title }) => title)).toEqual([
      'The new_inbound_message: waits for InboundMessage',
      'The new_inbound_message: no longer waits for InboundMessage',
      'InboundMessage',
    ]);
    const shown = JSON.stringify(entries) + entries.map(({ number }) => seen.body(number)).join('');
    expect(shown).toContain('Hello');
    expect(shown).not.toMatch(/the-token|secret|the-signature/);
  });

  test('is an entry of its own where the relay made it, such as for a step that waits', () => {
    const seen = traffic();
    seen.posted(post({ type: 'StepResumed', locationId: 'l1' }));
    expect(seen.journal.since(START, 10).entries).toMatchObject([
      { kind: 'delivery', title: 'StepResumed', deliveries: [{ attempts: [{ status: 200 }] }] },
    ]);
  });
});

describe('What became of an event', () => {
  const arrivals = [{ at: '', status: 200, result: 'new', durationMs: 1 }];
  const delivery = (status: number, sentence = '') => ({
    id: '1',
    zap: 'Zap',
    attempts: [{ at: '', status }],
    performed: { records: 1, sentence, durationMs: 1 },
  });
  test.each<[string, string, Partial<LiveEntry>]>([
    ['waiting', 'On its way', {}],
    ['unheard', 'No Zap waits for it', { arrivals }],
    ['delivered', 'Delivered', { arrivals, deliveries: [delivery(200)] }],
    ['delivered', 'Delivered to 2 Zaps', { arrivals, deliveries: [delivery(200), delivery(200)] }],
    ['failed', 'Attempt 1 failed (500)', { arrivals, deliveries: [delivery(200), delivery(500)] }],
    ['failed', 'Delivered, the trigger failed', { deliveries: [delivery(200, 'It failed.')] }],
    ['failed', 'Refused (503)', { arrivals: [{ at: '', status: 503, result: '', durationMs: 0 }] }],
    ['note', '', { kind: 'relay' }],
  ])('is %s: %s', (outcome, text, more) => {
    const whole = { ...entry(more), number: 1 };
    expect([outcomeOf(whole), outcomeText(whole)]).toEqual([outcome, text]);
  });

  test('is found by all words, and by the outcome, newest first', () => {
    const entries = [
      { ...entry(), number: 1 },
      { ...entry({ deliveries: [delivery(200)] }), number: 2 },
      { ...entry({ title: 'ContactCreate', deliveries: [delivery(500)] }), number: 3 },
    ];
    expect(numbersIn(matchingEntries(entries, '', 'all'))).toEqual([3, 2, 1]);
    expect(numbersIn(matchingEntries(entries, 'harbour inbound', 'all'))).toEqual([2, 1]);
    expect(numbersIn(matchingEntries(entries, 'zap', 'failed'))).toEqual([3]);
    expect(numbersIn(matchingEntries(entries, 'invoice', 'all'))).toEqual([]);
  });
});

describe('What is delivered while nobody looks', () => {
  test('is taken later, oldest first, or waited for', async () => {
    const mailbox = new Mailbox<number>();
    mailbox.put(1);
    mailbox.put(2);
    expect([await mailbox.take(1000), await mailbox.take(1000)]).toEqual([1, 2]);
    const next = mailbox.take(60_000);
    mailbox.put(3);
    expect(await next).toBe(3);
  });

  test('is nothing after a while, and what comes then is kept', async () => {
    const mailbox = new Mailbox<number>();
    expect(await mailbox.take(1)).toBeUndefined();
    mailbox.put(4);
    expect(await mailbox.take(1)).toBe(4);
  });
});
