import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import {
  ALT,
  CONTACT_ID,
  listedPayments,
  ORDER_ID,
  SUBSCRIPTION,
  SUBSCRIPTION_ID,
} from '../../support/payments.ts';

const find = App.searches.find_payment_subscription;

describe('find_payment_subscription', () => {
  test.each([
    [{ contactId: CONTACT_ID }, { contactId: CONTACT_ID }, 1],
    [{ orderId: ORDER_ID }, { entityId: ORDER_ID }, 1],
    [{ status: 'Active' }, {}, 1],
    [{ status: 'Past Due' }, {}, 0],
  ])('finds by %j', async (inputData, query, count) => {
    listedPayments('subscriptions', [SUBSCRIPTION], query);
    const found = await run(find, { inputData });
    expect(found).toMatchObject({ results: { length: count } });
  });

  test('reads one from an earlier step by its ID', async () => {
    highLevel()
      .get(`/payments/subscriptions/${SUBSCRIPTION_ID}`)
      .query(ALT)
      .reply(200, { ...SUBSCRIPTION, canceledAt: '2026-11-23T08:00:00Z', status: 'CANCELLED' });
    const inputData = { subscriptionId: SUBSCRIPTION_ID };
    await expect(run(find, { inputData })).resolves.toMatchObject({
      results: [{ status: 'canceled', canceledAt: '2026-11-23T08:00:00.000Z' }],
    });
  });
});
