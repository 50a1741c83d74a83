import { inWords } from '../money/amounts.ts';
import type { ChoiceSource } from '../operations/choices.ts';
import { rawOrdersPage, readOrder } from './orders.ts';
import { paymentsPage, subscriptionsPage } from './payments.ts';

/** The orders of the sub-account, those of the test mode too. */
export const orderChoices: ChoiceSource = async (z, bundle, token) => {
  const { entries, next } = await rawOrdersPage(z, bundle, { mode: 'any' }, token);
  const choices = entries.map((raw) => choiceOf(readOrder(bundle, raw), 'order'));
  return next === null ? { choices } : { choices, next };
};

/** Its payments, those of the test mode too. */
export const paymentChoices: ChoiceSource = async (z, bundle, token) => {
  const { entries, next } = await paymentsPage(z, bundle, { mode: 'any' }, token);
  const choices = entries.map((entry) => choiceOf(entry, 'payment'));
  return next === null ? { choices } : { choices, next };
};

/** Its subscriptions, those of the test mode too. */
export const subscriptionChoices: ChoiceSource = async (z, bundle, token) => {
  const { entries, next } = await subscriptionsPage(z, bundle, { mode: 'any' }, token);
  const choices = entries.map((entry) => choiceOf(entry, 'subscription'));
  return next === null ? { choices } : { choices, next };
};

/** What a person knows of something that a customer pays. */
interface Paid {
  id: string;
  contactName: string | null;
  amount: number | null;
  currency: string | null;
  createdAt: string | null;
  status: string | null;
}

/** `Anna Example: 150.10 USD, 2026-11-20 (completed)` */
function choiceOf({ id, contactName, amount, currency, createdAt, status }: Paid, noun: string) {
  const facts = [amount === null ? null : inWords(amount, currency), createdAt?.slice(0, 10)];
  const what = facts.filter(Boolean).join(', ') || noun;
  const state = status === null ? '' : ` (${status.replaceAll('_', ' ')})`;
  return { id, name: `${contactName ?? 'Somebody'}: ${what}${state}` };
}
