import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { ALT, oneOrder, ORDER, ORDER_ID } from '../../support/payments.ts';

const record = App.creates.record_order_payment;

describe('record_order_payment', () => {
  test.each([
    [{ method: 'Cash' }, { mode: 'cash' }],
    [
      { method: 'Card', cardBrand: 'Visa', cardLast4: '4242', amount: '$150.10' },
      { mode: 'card', card: { type: 'visa', last4: '4242' }, amount: 150.1 },
    ],
    [
      { method: 'Check', checkNumber: '129', notes: 'By mail.', amount: 50 },
      {
        mode: 'cheque',
        cheque: { number: '129' },
        notes: 'By mail.',
        amount: 50,
        isPartialPayment: true,
      },
    ],
  ])('records %j, and returns the order as it is then', async (inputs, body) => {
    oneOrder({ ...ORDER, status: 'pending' });
    highLevel()
      .post(`/payments/orders/${ORDER_ID}/record-payment`, { ...ALT, ...body })
      .reply(200, { success: true });
    oneOrder();
    await expect(
      run(record, { inputData: { orderId: ORDER_ID, ...inputs } }),
    ).resolves.toMatchObject({ id: ORDER_ID, status: 'completed', amount: 150.1, currency: 'USD' });
  });

  test.each([
    [{ method: 'card' }, /Last 4 Digits.* is empty/],
    [{ method: 'cheque' }, /Check Number.* is empty/],
    [{ method: 'cash', amount: -1 }, /0 or more/],
  ])('records nothing of %j, and says why', async (inputs, sentence) => {
    const inputData = { orderId: ORDER_ID, ...inputs };
    await expect(run(record, { inputData })).rejects.toThrow(sentence);
  });

  test('records nothing that has more decimals than its currency', async () => {
    oneOrder();
    const inputData = { orderId: ORDER_ID, method: 'cash', amount: 1.005 };
    await expect(run(record, { inputData })).rejects.toThrow(/at most 2 decimals/);
  });
});
