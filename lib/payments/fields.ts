import { choicesFrom } from '../operations/choices.ts';
import { orderChoices } from './choices.ts';

export const orderField = {
  key: 'orderId',
  label: 'Order',
  type: 'string',
  choices: choicesFrom(orderChoices),
  resource: 'order',
  search: 'find_order.id',
  helpText: 'Choose an order, or map the Order ID from an earlier step, such as **New Order**.',
} as const;
