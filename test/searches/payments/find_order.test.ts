import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import {
  CONTACT_ID,
  listedOrders,
  oneOrder,
  ORDER,
  ORDER_ID,
  ORDER_ROW,
} from '../../support/payments.ts';

const find = App.searches.find_order;

describe('find_order', () => {
  test('finds by contact, with the items of each order and what its amount is made of', async () => {
    listedOrders([ORDER_ROW], { contactId: CONTACT_ID, limit: 20 });
    oneOrder();
    await expect(run(find, { inputData: { contactId: CONTACT_ID } })).resolves.toEqual({
      results: [
        expect.objectContaining({
          id: ORDER_ID,
          status: 'completed',
          amount: 150.1,
          subtotal: 138,
          tax: 12.1,
          currency: 'USD',
          couponCode: 'SMILE10',
          fulfillmentStatus: 'unfulfilled',
          productNames: 'Whitening Kit',
          contactName: 'Anna Example',
          contactEmail: 'anna@example.com',
          contactPhone: '+15550100123',
        }),
      ],
      paging_token: null,
    });
  });

  test.each([
    [{ status: 'Completed' }, {}, 1],
    [{ status: 'paid' }, {}, 1],
    [{ status: 'Pending' }, {}, 0],
    [{ paymentStatus: 'Paid' }, { paymentStatus: 'paid' }, 1],
    [{ sourceTypes: ['Funnel'] }, {}, 0],
    [{ createdAfter: '2026-11-20T10:00:00Z' }, { startAt: '2026-11-19' }, 1],
    [{ createdAfter: '2026-11-20T11:00:00Z' }, { startAt: '2026-11-19' }, 0],
    [{ createdBefore: '2026-11-20T11:00:00Z' }, { endAt: '2026-11-21' }, 1],
  ])('finds by %j', async (inputs, query, count) => {
    listedOrders([ORDER_ROW], { search: 'anna', limit: 20, ...query });
    if (count > 0) oneOrder();
    const found = await run(find, { inputData: { query: 'anna', ...inputs } });
    expect(found).toMatchObject({ results: { length: count } });
  });

  test('looks through full pages for one that fits, and goes on after it', async () => {
    const others = Array.from({ length: 20 }, () => ({ ...ORDER_ROW, status: 'pending' }));
    listedOrders(others, { limit: 20, search: 'a' });
    listedOrders([...others.slice(1), ORDER_ROW], { limit: 20, offset: 20, search: 'a' });
    oneOrder();
    const inputData = { query: 'a', status: 'completed' };
    await expect(run(find, { inputData })).resolves.toMatchObject({
      results: [{ id: ORDER_ID }],
      paging_token: '40',
    });
  });

  test('reads one from an earlier step, in whatever mode; one that is gone is nothing', async () => {
    oneOrder({ ...ORDER, liveMode: false });
    const inputData = { orderId: ORDER_ID };
    const found = await run(find, { inputData });
    expect(found).toMatchObject({ results: [{ id: ORDER_ID, isLive: false }] });
    highLevel()
      .get(`/payments/orders/${ORDER_ID}`)
      .query({ altId: LOCATION_ID })
      .reply(404, { message: 'Order not found' });
    await expect(run(find, { inputData })).resolves.toMatchObject({ results: [] });
  });

  test.each([
    [{}, /Fill in .*Contact/],
    [
      { createdAfter: '2026-11-20T11:00:00Z', createdBefore: '2026-11-19T11:00:00Z' },
      /Nothing can match/,
    ],
  ])('says what is wrong with %j', async (inputData, sentence) => {
    await expect(run(find, { inputData })).rejects.toThrow(sentence);
  });
});
