import { defineCreate } from 'zapier-platform-core';

import { methodDetailFields, methodField } from '../../lib/money/paid_by_hand.ts';
import { orderField } from '../../lib/payments/fields.ts';
import { recordOrderPayment } from '../../lib/payments/record.ts';
import { order } from '../../resources/order.ts';

export default defineCreate({
  key: 'record_order_payment',
  noun: 'Order',
  display: {
    label: 'Record Order Payment',
    description:
      'Records that an order was paid elsewhere, in full or in part. No one is charged. For an invoice, use Record Invoice Payment.',
  },
  operation: {
    inputFields: [
      { ...orderField, required: true },
      methodField,
      {
        key: 'amount',
        label: 'Amount',
        type: 'number',
        meta: { kind: 'amount', min: 0 },
        helpText:
          'In the currency of the order, such as `99.90`. Leave blank if all of it was paid.',
      },
      ...methodDetailFields,
    ],
    perform: (z, bundle) => recordOrderPayment(z, bundle, bundle.inputData),
    ...order.output,
  },
});
