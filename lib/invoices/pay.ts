import type { Bundle, ZObject } from 'zapier-platform-core';

import { amountFor } from '../../resources/money.ts';
import { send, withoutGaps } from '../http/client.ts';
import { path } from '../http/path.ts';
import { invalid } from '../inputs/refusal.ts';
import { checkedAmount, inWords } from '../money/amounts.ts';
import { methodDetails, type MethodInput } from '../money/paid_by_hand.ts';
import { altOf } from '../records/records.ts';
import { existingInvoice, refuseEnded } from './existing.ts';
import type { Invoice } from './invoices.ts';
import { read } from './write.ts';

/** A payment that HighLevel did not take itself, in the words of Record Invoice Payment. */
export interface PaymentInput extends MethodInput {
  invoiceId: string;
  amount?: number;
  notes?: string;
  paidAt?: string;
}

/**
 * Records a payment; of all that is due where no amount is given.
 *
 * @throws errors.Error for an invoice of which nothing is due, for more than is due, and for what the
 *   method demands and is missing
 */
export async function recordPayment(
  z: ZObject,
  bundle: Bundle,
  { invoiceId, ...input }: PaymentInput,
): Promise<Invoice> {
  const details = methodDetails(input, 'brand');
  const current = await existingInvoice(z, bundle, invoiceId);
  refuseEnded(current, 'paid');
  const amount = amountOf(current, input.amount);
  const { data } = await send(z, {
    method: 'POST',
    url: path`/invoices/${invoiceId}/record-payment`,
    json: {
      ...altOf(bundle),
      mode: input.method,
      ...details,
      // HighLevel demands notes, even where there are none.
      notes: input.notes ?? '',
      ...withoutGaps({ amount, fulfilledAt: input.paidAt }),
    },
  });
  return read(bundle, data);
}

/** What is paid as HighLevel wants it; undefined for all that is due, of an invoice that does not say. */
function amountOf({ amountDue, currency }: Invoice, given: number | undefined): number | undefined {
  const amount = given ?? amountDue ?? undefined;
  if (amount === undefined) return undefined;
  const code = currency ?? '';
  if (given !== undefined && amountDue !== null && given > amountDue) {
    throw invalid(
      `"Amount" is ${inWords(given, currency)}, and only ${inWords(amountDue, currency)} of the invoice is due.`,
      'Fill in a smaller amount, or leave it blank for all that is due.',
    );
  }
  if (amount <= 0) {
    throw invalid(
      `"Amount" is ${inWords(amount, currency)}.`,
      'Fill in what was paid, as more than 0, or leave it blank for all that is due.',
    );
  }
  return amountFor(checkedAmount(amount, code, 'Amount'), code);
}
