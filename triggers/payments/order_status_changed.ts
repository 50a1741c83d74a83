import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import {
  isOrderAskedFor,
  orderFilters,
  someOrders,
  withContact,
} from '../../lib/payments/order_events.ts';
import { orderItem } from '../../resources/order.ts';

export default defineHookTrigger({
  key: 'order_status_changed',
  noun: 'Order',
  display: {
    label: 'Order Status Changed',
    description:
      'Triggers when an order gets another status, such as completed or refunded. Instant. When it is placed, use New Order.',
  },
  inputFields: orderFilters,
  events: ['OrderStatusUpdate'],
  resource: orderItem,
  examples: someOrders,
  filter: isOrderAskedFor,
  withPointers: withContact,
});
