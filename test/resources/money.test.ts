import { describe, expect, it } from '@jest/globals';

import * as z from 'zod';

import { deriveOutput } from '../../resources/derive.ts';
import { lines, text } from '../../resources/fields.ts';
import { amountFor, amountFrom, decimalsOf, lineTotal, money } from '../../resources/money.ts';

describe("HighLevel's amounts", () => {
  it('are in the main unit of their currency', () => {
    expect(amountFrom(999, 'USD')).toBe(999);
    expect(amountFrom('12.50', 'USD')).toBe(12.5);
    expect(amountFrom(0.1 + 0.2, 'USD')).toBe(0.3);
    expect(amountFrom('', 'USD')).toBeNull();
    expect(amountFrom(undefined, undefined)).toBeNull();
    expect(amountFor(12.5, 'USD')).toBe(12.5);
  });

  it('could be in the smallest, by the decimals of each currency', () => {
    expect(amountFrom(1250, 'USD', 'smallest')).toBe(12.5);
    expect(amountFrom(1250, 'JPY', 'smallest')).toBe(1250);
    expect(amountFor(12.5, 'USD', 'smallest')).toBe(1250);
    expect(amountFor(1.234, 'kwd', 'smallest')).toBe(1234);
  });
});

it('knows the decimals of currencies by ISO 4217', () => {
  expect(['USD', 'jpy', 'KWD', 'HUF', ''].map(decimalsOf)).toEqual([2, 0, 3, 2, 2]);
});

it('multiplies prices exactly, and rounds half up to the decimals of the currency', () => {
  expect(lineTotal(19.99, 3, 'USD')).toBe(59.97);
  expect(lineTotal(1.005, 1, 'USD')).toBe(1.01);
  expect(lineTotal(100, 1.505, 'JPY')).toBe(151);
  expect(lineTotal(1.2345, 1, 'KWD')).toBe(1.235);
  expect(lineTotal(10.5, 1, 'HUF')).toBe(10.5);
});

describe('a record with money', () => {
  const items = () => lines('Item', { price: money('Price', 12.5) });

  it('has its currency beside it, or above its line items', () => {
    const bill = () =>
      z.object({ total: money('Total', 12.5), currency: currency(), items: items() });
    expect(deriveOutput('bill', bill).sample).toEqual({
      total: 12.5,
      currency: 'USD',
      items: [{ price: 12.5 }],
    });
  });

  it('is refused without', () => {
    expect(() => deriveOutput('bare bill', () => z.object({ items: items() }))).toThrow(
      'The field bare bill.items.price is money, and has no currency beside it.',
    );
  });

  const currency = () => text('Currency', 'USD');
});
