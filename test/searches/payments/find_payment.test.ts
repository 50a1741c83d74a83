import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import {
  ALT,
  CONTACT_ID,
  listedPayments,
  ORDER_ID,
  PAYMENT,
  PAYMENT_ID,
  paymentId,
} from '../../support/payments.ts';

const find = App.searches.find_payment;
const OLDER = { ...PAYMENT, _id: paymentId(1), status: 'Declined', createdAt: '2026-10-01' };

describe('find_payment', () => {
  test('finds by contact, the latest first', async () => {
    listedPayments('transactions', [OLDER, PAYMENT], { contactId: CONTACT_ID });
    await expect(run(find, { inputData: { contactId: CONTACT_ID } })).resolves.toMatchObject({
      results: [{ id: PAYMENT_ID, amount: 150.1, currency: 'USD' }, { id: OLDER._id }],
      paging_token: null,
    });
  });

  test.each([
    [{ orderId: ORDER_ID }, { entityId: ORDER_ID }, 2],
    [{ invoiceId: ORDER_ID }, { entityId: ORDER_ID }, 2],
    [{ status: 'failed' }, {}, 1],
    [{ status: 'Declined' }, {}, 1],
    [{ mode: 'test' }, { paymentMode: 'test' }, 0],
    [{ mode: 'any' }, { paymentMode: undefined }, 2],
    [{ createdAfter: '2026-11-01T00:00:00Z' }, { startAt: '2026-10-31' }, 1],
  ])('finds by %j', async (inputData, query, count) => {
    listedPayments('transactions', [OLDER, PAYMENT], query);
    await expect(run(find, { inputData })).resolves.toMatchObject({ results: { length: count } });
  });

  test('reads one from an earlier step by its ID; one that is gone is nothing', async () => {
    const inputData = { paymentId: PAYMENT_ID };
    const url = `/payments/transactions/${PAYMENT_ID}`;
    highLevel().get(url).query(ALT).reply(200, PAYMENT);
    await expect(run(find, { inputData })).resolves.toMatchObject({
      results: [{ id: PAYMENT_ID }],
    });
    highLevel().get(url).query(ALT).reply(404, { message: 'Transaction not found' });
    await expect(run(find, { inputData })).resolves.toMatchObject({ results: [] });
  });

  test.each([
    [{}, /Fill in .*Contact/],
    [{ orderId: ORDER_ID, invoiceId: ORDER_ID }, /Fill in only one of .*Order.* and .*Invoice/],
  ])('says what is wrong with %j', async (inputData, sentence) => {
    await expect(run(find, { inputData })).rejects.toThrow(sentence);
  });
});
