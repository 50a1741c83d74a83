import { isSameName } from '../inputs/characters.ts';
import type { RecordFinder } from '../inputs/finders.ts';
import { inWords } from '../money/amounts.ts';
import { type Choice, choicePage, type ChoiceSource, onlyOne } from '../operations/choices.ts';
import { findInvoices } from './find.ts';
import { invoicesPage, type Invoice } from './invoices.ts';

/** The invoices of the sub-account, those issued last first. */
export const invoiceChoices: ChoiceSource = async (z, bundle, token) => {
  const page = await invoicesPage(z, bundle, {}, token);
  const choices = page.invoices.map(choiceOf);
  return choicePage(choices, page.next);
};

/** The one invoice with a number or a name. */
export const invoiceNamed: RecordFinder = async (z, bundle, typed, label) => {
  const { invoices } = await findInvoices(z, bundle, { query: typed });
  const numbered = invoices.filter(({ number }) => isSameName(number ?? '', typed));
  const named = invoices.filter(({ name }) => isSameName(name ?? '', typed));
  const found = numbered.length > 0 ? numbered : named;
  return onlyOne(found.map(choiceOf), { what: 'invoice', typed, label });
};

/** `INV-42 Website redesign (1200 USD, Anna Example)` */
function choiceOf({ id, number, name, total, currency, contactName }: Invoice): Choice {
  const title = [number, name].filter((part) => part !== null).join(' ');
  const cost = total === null ? null : inWords(total, currency);
  const details = [cost, contactName].filter((part) => part !== null).join(', ');
  return { id, name: `${title || 'Invoice without a name'}${details && ` (${details})`}` };
}
