import { defineInputFields } from 'zapier-platform-core';

import { dateField } from '../inputs/common_fields.ts';
import { methodDetailFields, methodField } from '../money/paid_by_hand.ts';

/** How an invoice was paid outside HighLevel. */
export const paymentFields = defineInputFields([
  methodField,
  {
    key: 'amount',
    label: 'Amount',
    type: 'number',
    meta: { kind: 'amount' },
    helpText: 'In the currency of the invoice, such as `99.90`. Leave blank for all that is due.',
  },
  ...methodDetailFields,
  dateField('paidAt', 'Paid At', 'Leave blank for now.'),
]);
