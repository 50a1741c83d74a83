import { defineInputFields } from 'zapier-platform-core';

import { dateField } from '../inputs/common_fields.ts';
import { METHODS } from './pay.ts';

/** How an invoice was paid outside HighLevel. */
export const paymentFields = defineInputFields([
  { key: 'method', label: 'Method', type: 'string', required: true, choices: METHODS },
  {
    key: 'amount',
    label: 'Amount',
    type: 'number',
    meta: { kind: 'amount' },
    helpText: 'In the currency of the invoice, such as `99.90`. Leave blank for all that is due.',
  },
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
  dateField('paidAt', 'Paid At', 'Leave blank for now.'),
]);
