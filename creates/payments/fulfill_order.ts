import { defineCreate } from 'zapier-platform-core';

import { orderField } from '../../lib/payments/fields.ts';
import { fulfillOrder } from '../../lib/payments/fulfill.ts';
import { fulfillment } from '../../resources/fulfillment.ts';

export default defineCreate({
  key: 'fulfill_order',
  noun: 'Fulfillment',
  display: {
    label: 'Fulfill Order',
    description:
      'Marks the items of an order that have not been sent yet as sent, with their tracking number.',
  },
  operation: {
    inputFields: [
      { ...orderField, required: true },
      { key: 'trackingNumber', label: 'Tracking Number', type: 'string' },
      {
        key: 'shippingCarrier',
        label: 'Shipping Carrier',
        type: 'string',
        helpText: 'Who ships it, such as `FedEx`.',
      },
      {
        key: 'trackingUrl',
        label: 'Tracking URL',
        type: 'string',
        meta: { kind: 'url' },
        helpText: 'Where the customer can track the package.',
      },
      {
        key: 'notifyCustomer',
        label: 'Notify Customer',
        type: 'boolean',
        helpText: 'Whether HighLevel tells the customer that the order was sent.',
      },
    ],
    perform: (z, bundle) => fulfillOrder(z, bundle, bundle.inputData),
    ...fulfillment.output,
  },
});
