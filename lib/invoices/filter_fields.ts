import { defineInputFields } from 'zapier-platform-core';

import { INVOICE_STATUSES, PAYMENT_MODES } from '../../resources/invoice.ts';
import { contactFilterField } from '../contacts/fields.ts';

export const modeFilterField = {
  key: 'paymentMode',
  label: 'Mode',
  type: 'string',
  choices: PAYMENT_MODES,
  helpText: 'Only live invoices, or only those in test mode. Leave blank for both.',
} as const;

/** What invoices are searched by. */
export const searchFields = defineInputFields([
  {
    key: 'query',
    label: 'Search Text',
    type: 'string',
    helpText:
      "The invoice's number, such as `INV-42`, words of its name, or the contact's name, email or phone number.",
  },
  contactFilterField('invoices'),
  {
    key: 'status',
    label: 'Status',
    type: 'string',
    choices: INVOICE_STATUSES,
    helpText:
      'Only invoices with this status. Sent includes viewed and overdue ones, as long as nothing is paid. Leave blank for any.',
  },
]);
