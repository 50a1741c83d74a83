import { describe, expect, test } from '@jest/globals';

import { toRecord } from '../../../resources/values.ts';
import { App, run, runMethod } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';
import { delivered, fixture, SUBSCRIPTION } from '../../support/hook.ts';

const hook = App.triggers.new_inbound_message;
const { event } = fixture('sms');

describe('a delivery', () => {
  test('may carry its headers in any case, as they came or as Zapier writes them', async () => {
    const { rawRequest, ...bundle } = delivered(event);
    const { headers, content } = rawRequest;
    for (const prefix of ['', 'http-', 'HTTP-']) {
      const renamed = Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [
          prefix + name.replace('Http-', '').toUpperCase(),
          value,
        ]),
      );
      const parts = { ...bundle, rawRequest: { headers: renamed, content } };
      expect(await run(hook, parts)).toHaveLength(1);
    }
  });

  test('may be signed with the secret of any of the subscriptions', async () => {
    const secret = `whsec_${Buffer.from('one more secret of the same Zap').toString('base64')}`;
    const subscribeData = { ...SUBSCRIPTION, also: [{ id: 'second', secret }] };
    expect(await run(hook, delivered(event, { secret, subscribeData }))).toHaveLength(1);
  });

  test.each([
    ['without the request as it came', { rawRequest: undefined }],
    ['without its body', { rawRequest: { headers: {} } }],
    ['without a subscription', { subscribeData: undefined }],
    ['with a subscription of another kind', { subscribeData: { id: 'only' } }],
  ])('is refused %s', async (_what, parts) => {
    await expect(run(hook, { ...delivered(event), ...parts })).rejects.toThrow(
      'switch the Zap off and on again',
    );
  });

  test('is refused for the subscription of another Zap, though it was proved for its own', async () => {
    const { rawRequest, ...bundle } = delivered(event);
    expect(await run(hook, { ...bundle, rawRequest })).toHaveLength(1);
    const secret = `whsec_${Buffer.from('the secret of another Zap').toString('base64')}`;
    const another = { ...bundle, rawRequest, subscribeData: { ...SUBSCRIPTION, secret } };
    await expect(run(hook, another)).rejects.toThrow('was not signed by the webhook relay');
  });

  test('is read from the bytes that were signed, not from what Zapier made of them', async () => {
    const cleanedRequest = { ...event, body: 'Something else' };
    expect(await run(hook, { ...delivered(event), cleanedRequest })).toMatchObject([
      { body: event['body'] },
    ]);
  });

  test('is refused when it contains no event', async () => {
    await expect(run(hook, delivered(['an', 'array']))).rejects.toThrow('contains no event');
  });
});

test('every trigger that a hook names instead of itself exists', async () => {
  const labels = Object.values(toRecord(App.triggers)).map(
    (trigger) => toRecord(toRecord(trigger)['display'])['label'],
  );
  const named: string[] = [];
  for (const trigger of Object.values(toRecord(App.triggers))) {
    const { performSubscribe } = toRecord(toRecord(trigger)['operation']);
    if (typeof performSubscribe !== 'function') continue;
    const { message } = await failing(runMethod(performSubscribe));
    const instead = /use the trigger \\?"([^"\\]+)/.exec(message)?.[1];
    if (instead !== undefined) named.push(instead);
  }
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter((label) => !labels.includes(label))).toEqual([]);
});
