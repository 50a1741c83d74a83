import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { HookCatcher } from '../../local/index.ts';

let hooks: HookCatcher;

beforeAll(async () => {
  hooks = await HookCatcher.start();
});

afterAll(() => hooks.close());

function post(url: string, event: object) {
  return fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'webhook-id': 'event-1' },
    body: JSON.stringify(event),
  });
}

test('A delivery comes as Zapier hands it to perform', async () => {
  const target = hooks.newTarget();
  const { status } = await post(`${target.url}?part=1`, { type: 'InboundMessage' });
  expect(status).toBe(200);
  const { rawRequest, cleanedRequest } = await target.next();
  expect(rawRequest).toMatchObject({
    method: 'POST',
    querystring: 'part=1',
    content: '{"type":"InboundMessage"}',
    headers: { 'Http-Webhook-Id': 'event-1', 'Http-Content-Type': 'application/json' },
  });
  expect(cleanedRequest).toEqual({ type: 'InboundMessage' });
});

test('Each Zap gets what was posted to its own URL, in order', async () => {
  const [one, other] = [hooks.newTarget(), hooks.newTarget()];
  await post(one.url, { number: 1 });
  await post(one.url, { number: 2 });
  expect([one.waiting, other.waiting]).toEqual([2, 0]);
  expect((await one.next()).cleanedRequest).toEqual({ number: 1 });
  expect((await one.next()).cleanedRequest).toEqual({ number: 2 });
  expect(one.waiting).toBe(0);
});

test('A delivery that is still to come is waited for', async () => {
  const target = hooks.newTarget();
  const next = target.next();
  await post(target.url, { number: 1 });
  expect((await next).cleanedRequest).toEqual({ number: 1 });
});

test('A URL that no Zap has is gone, as on Zapier', async () => {
  const { status } = await post(`${hooks.origin}/hooks/standard/1/999/`, {});
  expect(status).toBe(410);
});

test('A body that is no JSON is refused', async () => {
  const target = hooks.newTarget();
  const { status } = await fetch(target.url, { method: 'POST', body: '{' });
  expect(status).toBe(400);
  expect(target.waiting).toBe(0);
});

test('Whoever watches sees each post with its answer, those that are refused too', async () => {
  const target = hooks.newTarget('new_contact');
  expect(hooks.nameOf(target.url)).toBe('new_contact');
  const seen: [string, number][] = [];
  hooks.watch(({ url, name, status }) => {
    if (url === target.url) seen.push([name, status]);
  });
  hooks.refuseWith(429);
  const refused = await post(target.url, { number: 1 });
  hooks.refuseWith(undefined);
  await post(target.url, { number: 2 });
  expect((await target.next()).cleanedRequest).toEqual({ number: 2 });
  expect([refused.status, target.waiting]).toEqual([429, 0]);
  expect(seen).toEqual([
    ['new_contact', 429],
    ['new_contact', 200],
  ]);
});
