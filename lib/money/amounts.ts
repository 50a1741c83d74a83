import Big from 'big.js';

import { decimalsOf, lineTotal } from '../../resources/money.ts';
import { invalid } from '../inputs/refusal.ts';

/**
 * Sums of money, in the main unit of their currency. They are numbers where they come in and go out, and
 * exact decimals in between.
 */

/** What a line of a bill comes to. */
export interface Line {
  /** What one of it costs. */
  price: number;
  quantity: number;
}

export interface Discount {
  type: 'percentage' | 'fixed';
  /** Percent of the subtotal, or an amount. */
  value: number;
}

export interface Totals {
  subtotal: number;
  discount: number;
  /** Before taxes, never below 0. */
  total: number;
}

/** The sum of amounts in one currency. */
export function sumOf(amounts: readonly number[]): number {
  return sum(amounts.map((amount) => new Big(amount))).toNumber();
}

/** What is left of an amount. */
export function difference(amount: number, less: number): number {
  return new Big(amount).minus(less).toNumber();
}

/** What lines come to with a discount off their sum, each rounded to the decimals of the currency. */
export function totalsOf(
  lines: readonly Line[],
  discount: Discount | undefined,
  currency: string,
): Totals {
  const subtotal = sum(
    lines.map(({ price, quantity }) => new Big(lineTotal(price, quantity, currency))),
  );
  const { type, value } = discount ?? { type: 'fixed', value: 0 };
  const off = rounded(type === 'fixed' ? new Big(value) : subtotal.times(value).div(100), currency);
  const left = subtotal.minus(off);
  return {
    subtotal: subtotal.toNumber(),
    discount: off.toNumber(),
    total: left.lt(0) ? 0 : left.toNumber(),
  };
}

/**
 * An amount that a person gave, as it is.
 *
 * @throws errors.Error for one with more decimals than its currency has
 */
export function checkedAmount(amount: number, currency: string, label: string): number {
  const decimals = decimalsOf(currency);
  if (new Big(amount).round(decimals).eq(amount)) return amount;
  const most = decimals === 0 ? 'no decimals' : `at most ${decimals} decimals`;
  throw invalid(
    `"${label}" is ${amount}, and amounts in ${currency.toUpperCase()} have ${most}.`,
    'Round it, for example with Formatter by Zapier.',
  );
}

/** An amount for a person: `1200 USD`, `12.50 USD`. */
export function inWords(amount: number, currency: string | null): string {
  const isWhole = Number.isInteger(amount);
  const number = isWhole ? String(amount) : new Big(amount).toFixed(decimalsOf(currency ?? ''));
  return currency === null ? number : `${number} ${currency}`;
}

function rounded(amount: Big, currency: string): Big {
  return amount.round(decimalsOf(currency), Big.roundHalfUp);
}

function sum(amounts: readonly Big[]): Big {
  return amounts.reduce((total, amount) => total.plus(amount), new Big(0));
}
