import Big from 'big.js';
import type * as z from 'zod';

import { decimal } from './fields.ts';
import { toNumber, toText } from './values.ts';

/** What an amount counts: a currency's main unit (12.5 dollars) or its smallest (1250 cents). */
export type Unit = 'main' | 'smallest';

/**
 * The unit of HighLevel's amounts. Every documented example is in the main unit; nothing says so in
 * words. If it turns out otherwise, this is the one line to change.
 */
const HIGHLEVEL_UNIT: Unit = 'main';

/** By ISO 4217. The runtime's own tables leave the decimals of some others out, as of HUF. */
const WITHOUT_DECIMALS = new Set(
  'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF'.split(' '),
);
const WITH_THREE = new Set('BHD IQD JOD KWD LYD OMR TND'.split(' '));

/** How many decimals amounts of a currency have. @param currency ISO 4217, such as `USD` */
export function decimalsOf(currency: string): number {
  const code = currency.toUpperCase();
  if (WITHOUT_DECIMALS.has(code)) return 0;
  return WITH_THREE.has(code) ? 3 : 2;
}

/** An amount of HighLevel's in the main unit of its currency; null where there is none. */
export function amountFrom(
  value: unknown,
  currency: unknown,
  unit: Unit = HIGHLEVEL_UNIT,
): number | null {
  const number = toNumber(value);
  if (number === null) return null;
  const places = unit === 'main' ? 0 : decimalsOf(toText(currency) ?? '');
  // 15 digits are what a number keeps of a decimal: 0.1 + 0.2 is 0.3 again.
  return new Big(number).div(new Big(10).pow(places)).prec(15).toNumber();
}

/** The same amount as HighLevel wants it. @param amount in the main unit of the currency */
export function amountFor(amount: number, currency: string, unit: Unit = HIGHLEVEL_UNIT): number {
  const places = unit === 'main' ? 0 : decimalsOf(currency);
  return new Big(amount).times(new Big(10).pow(places)).toNumber();
}

/** What so many of something come to, rounded to the decimals of the currency, half up. */
export function lineTotal(price: number, quantity: number, currency: string): number {
  return new Big(price).times(quantity).round(decimalsOf(currency), Big.roundHalfUp).toNumber();
}

/** An amount in the main unit of a currency, which stands beside it in the record, or above it in line items. */
export function money(title: string, example: number): z.ZodType<number | null> {
  return decimal(title, example).meta({ title, examples: [example], money: true });
}
