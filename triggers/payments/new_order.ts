import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import {
  isOrderAskedFor,
  orderFilters,
  someOrders,
  withContact,
} from '../../lib/payments/order_events.ts';
import { orderItem } from '../../resources/order.ts';

export default defineHookTrigger({
  key: 'new_order',
  noun: 'Order',
  display: {
    label: 'New Order',
    description:
      'Triggers when an order is placed in a funnel, a store, through a payment link or elsewhere. Instant. When money is received, use New Payment. When the order is completed or refunded, use Order Status Changed.',
  },
  inputFields: orderFilters,
  events: ['OrderCreate'],
  resource: orderItem,
  examples: someOrders,
  filter: isOrderAskedFor,
  withPointers: withContact,
});
