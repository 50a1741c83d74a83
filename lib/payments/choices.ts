import type { Bundle, ZObject } from 'zapier-platform-core';

import { inWords } from '../money/amounts.ts';
import { choicePage, type ChoiceSource } from '../operations/choices.ts';
import { rawOrdersPage, readOrder } from './orders.ts';
import type { PaymentPage } from './page.ts';
import { paymentsPage, subscriptionsPage } from './payments.ts';

/** Those of the test mode too. */
const OF_ANY_MODE = { mode: 'any' };

/** The orders of the sub-account. */
export const orderChoices = choicesOf('order', async (z, bundle, token) => {
  const { entries, next } = await rawOrdersPage(z, bundle, OF_ANY_MODE, token);
  return { entries: entries.map((raw) => readOrder(bundle, raw)), next };
});

/** Its payments. */
export const paymentChoices = choicesOf('payment', (z, bundle, token) =>
  paymentsPage(z, bundle, OF_ANY_MODE, token),
);

/** Its subscriptions. */
export const subscriptionChoices = choicesOf('subscription', (z, bundle, token) =>
  subscriptionsPage(z, bundle, OF_ANY_MODE, token),
);

/** What a person knows of something that a customer pays. */
interface Paid {
  id: string;
  contactName: string | null;
  amount: number | null;
  currency: string | null;
  createdAt: string | null;
  status: string | null;
}

/** @param noun what one is called whose amount and date are not known */
function choicesOf(
  noun: string,
  read: (z: ZObject, bundle: Bundle, token?: string) => Promise<PaymentPage<Paid>>,
): ChoiceSource {
  return async (z, bundle, token) => {
    const { entries, next } = await read(z, bundle, token);
    return choicePage(
      entries.map((entry) => choiceOf(entry, noun)),
      next,
    );
  };
}

/** `Anna Example: 150.10 USD, 2026-11-20 (completed)` */
function choiceOf({ id, contactName, amount, currency, createdAt, status }: Paid, noun: string) {
  const facts = [amount === null ? null : inWords(amount, currency), createdAt?.slice(0, 10)];
  const what = facts.filter(Boolean).join(', ') || noun;
  const state = status === null ? '' : ` (${status.replaceAll('_', ' ')})`;
  return { id, name: `${contactName ?? 'Somebody'}: ${what}${state}` };
}
