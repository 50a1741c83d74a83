import { describe, expect, test } from '@jest/globals';

import {
  orderStatus,
  paymentStatus,
  subscriptionStatus,
} from '../../resources/payment_statuses.ts';

describe('statuses', () => {
  test.each([
    ['succeeded', 'succeeded'],
    ['SUCCESS', 'succeeded'],
    ['Declined', 'failed'],
    ['payment failed', 'failed'],
    ['PARTIAL-REFUND', 'partially_refunded'],
    ['cancelled', 'canceled'],
    [' In Progress ', 'pending'],
  ])('of payments that mean the same are one: %p', (word, status) => {
    expect(paymentStatus(word)).toBe(status);
  });

  test('of orders and subscriptions too', () => {
    expect(orderStatus('Paid')).toBe('completed');
    expect(subscriptionStatus('PAST DUE')).toBe('past_due');
    expect(subscriptionStatus('SUSPENDED')).toBe('paused');
  });

  test('that nobody knows stay as they are, in small letters', () => {
    expect(paymentStatus('Under Review')).toBe('under_review');
    expect([paymentStatus(''), paymentStatus(null), paymentStatus({})]).toEqual([null, null, null]);
  });
});
