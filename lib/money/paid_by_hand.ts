import { defineInputFields } from 'zapier-platform-core';

import type { RawRecord } from '../../resources/values.ts';
import { missing } from '../inputs/refusal.ts';

/** How somebody paid outside HighLevel, in its words. */
export const METHODS = {
  cash: 'Cash',
  card: 'Card',
  cheque: 'Check',
  bank_transfer: 'Bank Transfer',
  other: 'Other',
} as const;

export const methodField = {
  key: 'method',
  label: 'Method',
  type: 'string',
  required: true,
  choices: METHODS,
} as const;

/** What HighLevel wants to know of some methods, and notes on the payment. */
export const methodDetailFields = defineInputFields([
  {
    key: 'cardBrand',
    label: 'Card Brand',
    type: 'string',
    choices: { visa: 'Visa', mastercard: 'Mastercard', other: 'Other' },
    helpText: 'Only for cards. Leave blank for Other.',
  },
  {
    key: 'cardLast4',
    label: 'Last 4 Digits',
    type: 'string',
    meta: { longest: 4 },
    helpText: 'Required for cards: the last 4 digits of its number.',
  },
  {
    key: 'checkNumber',
    label: 'Check Number',
    type: 'string',
    helpText: 'Required for checks.',
  },
  { key: 'notes', label: 'Notes', type: 'text' },
]);

/** The same in what a step gets. */
export interface MethodInput {
  method: string;
  cardBrand?: string;
  cardLast4?: string;
  checkNumber?: string;
}

/**
 * What HighLevel demands of a method.
 *
 * @param brandKey what it calls the brand of a card: invoices and orders differ
 * @throws errors.Error for what is missing
 */
export function methodDetails(
  { method, cardBrand = 'other', cardLast4, checkNumber }: MethodInput,
  brandKey: 'brand' | 'type',
): RawRecord {
  if (method === 'card') {
    if (cardLast4 === undefined) throw missing('Last 4 Digits');
    return { card: { [brandKey]: cardBrand, last4: cardLast4 } };
  }
  if (method === 'cheque') {
    if (checkNumber === undefined) throw missing('Check Number');
    return { cheque: { number: checkNumber } };
  }
  return {};
}
