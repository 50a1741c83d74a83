import { inWords } from '../money/amounts.ts';
import type { ChoiceSource } from '../operations/choices.ts';
import { rawOrdersPage, readOrder, type Order } from './orders.ts';

/** The orders of the sub-account, those of the test mode too. */
export const orderChoices: ChoiceSource = async (z, bundle, token) => {
  const { entries, next } = await rawOrdersPage(z, bundle, { mode: 'any' }, token);
  const choices = entries.map((raw) => readOrder(bundle, raw)).map(choiceOf);
  return next === null ? { choices } : { choices, next };
};

/** `Anna Example: 150.10 USD, 2026-11-20 (completed)` */
function choiceOf({ id, contactName, amount, currency, createdAt, status }: Order) {
  const facts = [amount === null ? null : inWords(amount, currency), createdAt?.slice(0, 10)];
  const what = facts.filter(Boolean).join(', ') || 'order';
  const state = status === null ? '' : ` (${status.replaceAll('_', ' ')})`;
  return { id, name: `${contactName ?? 'Somebody'}: ${what}${state}` };
}
