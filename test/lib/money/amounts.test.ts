import { describe, expect, it } from '@jest/globals';

import { checkedAmount, difference, inWords, sumOf, totalsOf } from '../../../lib/money/amounts.ts';

describe('sums', () => {
  it('are exact where floating sums are not', () => {
    expect(sumOf([0.1, 0.2])).toBe(0.3);
    expect(sumOf([])).toBe(0);
    expect(difference(100.1, 99.9)).toBe(0.2);
  });
});

describe('totals', () => {
  const lines = [
    { price: 19.99, quantity: 3 },
    { price: 0.1, quantity: 1 },
  ];

  it('take a percentage off the subtotal', () => {
    expect(totalsOf(lines, { type: 'percentage', value: 12.5 }, 'USD')).toEqual({
      subtotal: 60.07,
      discount: 7.51,
      total: 52.56,
    });
  });

  it('take an amount off, down to nothing', () => {
    expect(totalsOf(lines, { type: 'fixed', value: 10.07 }, 'USD').total).toBe(50);
    expect(totalsOf(lines, { type: 'fixed', value: 100 }, 'USD').total).toBe(0);
    expect(totalsOf(lines, undefined, 'USD').total).toBe(60.07);
  });
});

describe('an amount that a person gave', () => {
  it('is taken as it is', () => {
    expect(checkedAmount(12.5, 'usd', 'Price')).toBe(12.5);
    expect(checkedAmount(12, 'JPY', 'Price')).toBe(12);
    expect(checkedAmount(1.234, 'KWD', 'Price')).toBe(1.234);
  });

  it('is refused with more decimals than its currency has', () => {
    expect(() => checkedAmount(9.999, 'usd', 'Price')).toThrow(
      'is 9.999, and amounts in USD have at most 2 decimals. Round it, for example',
    );
    expect(() => checkedAmount(0.5, 'JPY', 'Amount')).toThrow('amounts in JPY have no decimals');
  });

  it('is told with its currency', () => {
    expect(inWords(1200, 'USD')).toBe('1200 USD');
    expect(inWords(12.5, 'USD')).toBe('12.50 USD');
    expect(inWords(12.5, null)).toBe('12.50');
  });
});
