import { amountFor } from '../../resources/money.ts';
import type { RawRecord } from '../../resources/values.ts';
import { bothOrNone } from '../inputs/alternatives.ts';
import { invalid } from '../inputs/refusal.ts';
import { checkedAmount, inWords, totalsOf, type Line } from '../money/amounts.ts';

/** A discount, in the words of lib/invoices/bill_fields.ts. */
export interface DiscountInput {
  discountType?: string;
  discountValue?: number;
}

/** Whether a person filled in a discount. */
export function hasDiscount({ discountType, discountValue }: DiscountInput): boolean {
  return discountType !== undefined || discountValue !== undefined;
}

/**
 * A discount as HighLevel wants it, which wants one of 0 where there is none.
 *
 * @throws errors.Error for one that is filled in by half, or is more than there is to pay
 */
export function discountOf(
  { discountType, discountValue }: DiscountInput,
  lines: readonly Line[],
  currency: string,
): RawRecord {
  bothOrNone({ 'Discount Type': discountType, Discount: discountValue });
  if (discountValue === undefined) return { type: 'percentage', value: 0 };
  if (discountValue < 0) {
    throw invalid(`"Discount" is ${discountValue}.`, 'Fill in what is taken off, as 0 or more.');
  }
  if (discountType !== 'fixed') {
    if (discountValue > 100) {
      throw invalid(`"Discount" is ${discountValue} percent.`, 'Fill in 100 percent or less.');
    }
    return { type: 'percentage', value: discountValue };
  }
  const value = checkedAmount(discountValue, currency, 'Discount');
  const { subtotal } = totalsOf(lines, undefined, currency);
  if (value > subtotal) {
    throw invalid(
      `"Discount" is ${inWords(value, currency)}, and the items come to ${inWords(subtotal, currency)}.`,
      'Fill in a smaller discount.',
    );
  }
  return { type: 'fixed', value: amountFor(value, currency) };
}
