import { defineInputFields, type Bundle, type ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import type { orderItem } from '../../resources/order.ts';
import { contactPointer } from '../contacts/dehydrate.ts';
import { productField } from '../products/fields.ts';
import { isAskedFor, modeField, sourceTypesField, type AskedFor } from './filter_fields.ts';
import { completed, rawOrdersPage } from './orders.ts';
import { isOrderStatus, orderStatusesField } from './status_fields.ts';
import { contactFilterField } from '../contacts/fields.ts';

/** What the events of orders may be asked for. */
export const orderFilters = defineInputFields([
  {
    ...orderStatusesField,
    helpText: 'Only orders that now have one of these statuses. Leave blank for any.',
  },
  { ...productField, helpText: 'Only orders that contain this product. Leave blank for any.' },
  sourceTypesField,
  modeField,
  {
    key: 'minimumAmount',
    label: 'Minimum Amount',
    type: 'number',
    meta: { kind: 'amount' },
    helpText: 'Only orders of at least this amount in any currency. Leave blank for any.',
  },
  contactFilterField('orders'),
]);

/** The same in what the triggers get. */
export interface OrderAskedFor extends AskedFor {
  statuses?: string[];
  productId?: string;
}

/** Whether a person asked for an order. */
export function isOrderAskedFor(
  entry: RecordOf<typeof orderItem>,
  { statuses, productId, ...filters }: OrderAskedFor,
): boolean {
  return (
    isAskedFor(entry, filters) &&
    isOrderStatus(entry.rawStatus, statuses) &&
    (productId === undefined || entry.items.some((item) => item.productId === productId))
  );
}

/** An order with its contact, fetched when used. */
export function withContact(z: ZObject, entry: RecordOf<typeof orderItem>) {
  return { ...entry, contact: contactPointer(z, entry.contactId) };
}

const EXAMPLES = 5;

/** Orders for a test in the editor, as whole as an event is. */
export async function someOrders(
  z: ZObject,
  bundle: Bundle<OrderAskedFor & Record<string, unknown>>,
) {
  const { contactId, mode } = bundle.inputData;
  const { entries } = await rawOrdersPage(z, bundle, { contactId, mode }, undefined, EXAMPLES);
  return completed(z, bundle, entries);
}
