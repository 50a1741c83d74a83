import * as z from 'zod';

import { contactSummary } from './contact.ts';
import { defineResource } from './define.ts';
import { dateTime, decimal, id, integer, lead, lines, nested, text, yesNo } from './fields.ts';
import { CONTACT_LINK_EXAMPLE, contactLink } from './links.ts';
import { amountFrom, lineTotal, money } from './money.ts';
import { orderStatus } from './payment_statuses.ts';
import { PRICE_ID_EXAMPLE, PRODUCT_ID_EXAMPLE } from './product.ts';
import { isRecord, toList, toNumber, toRecord, toText, type RawRecord } from './values.ts';

export const ORDER_ID_EXAMPLE = '660ed43bfdf9fc05a0de7a40';

/** Where something was bought, in HighLevel's words, and what people call it. */
export const ORDER_SOURCES = {
  funnel: 'Funnel',
  website: 'Website or Store',
  invoice: 'Invoice',
  calendar: 'Calendar',
  text2Pay: 'Text to Pay',
  document_contracts: 'Document or Contract',
  membership: 'Membership',
  mobile_app: 'Mobile App',
  communities: 'Community',
  point_of_sale: 'Point of Sale',
  manual: 'Manual',
  form: 'Form',
  survey: 'Survey',
  payment_link: 'Payment Link',
  external: 'Another System',
} as const;

/** How far orders are paid, in HighLevel's words, and what people call it. */
export const ORDER_PAYMENT_STATUSES = {
  paid: 'Paid',
  partially_paid: 'Partially Paid',
  unpaid: 'Unpaid',
  refunded: 'Refunded',
} as const;

/**
 * An order. Lists have neither its items nor what its amount is made of; a single one and webhooks
 * have both, and each of the three spells the contact in its own way.
 */
export const order = defineResource(
  'order',
  () =>
    z.object({ ...words(), ...person(), ...sums(), ...sourceWords(), ...dates(), ...orderIds() }),
  readOrder,
);

/** An order as triggers give it: with its contact, fetched when used. */
export const orderItem = defineResource(
  'order item',
  () =>
    z.object({
      ...words(),
      ...person(),
      contact: nested('Contact', contactSummary.shape()),
      ...sums(),
      ...sourceWords(),
      ...dates(),
      ...orderIds(),
    }),
  readOrder,
);

function words() {
  return {
    id: id('Order ID', ORDER_ID_EXAMPLE),
    status: lead(text('Status', 'completed')),
    amount: lead(money('Amount', 150.1)),
    currency: lead(text('Currency', 'USD')),
    productNames: lead(text('Products', 'Whitening Kit, Electric Toothbrush')),
    fulfillmentStatus: text('Fulfillment Status', 'unfulfilled'),
  };
}

/** The person of an order, a payment or a subscription. */
export function person() {
  return {
    contactName: lead(text('Customer Name', 'Anna Example')),
    contactEmail: lead(text('Customer Email', 'anna@example.com')),
    contactPhone: text('Customer Phone', '+15550100123'),
    contactLink: text('Customer Link', CONTACT_LINK_EXAMPLE),
  };
}

function sums() {
  return {
    subtotal: money('Subtotal', 138),
    discount: money('Discount', 0),
    tax: money('Tax', 12.1),
    shipping: money('Shipping', 0),
    couponCode: text('Coupon Code', null),
    itemCount: integer('Number of Items', 2),
    items: lines('Item', {
      name: text('Name', 'Whitening Kit'),
      quantity: decimal('Quantity', 1),
      price: money('Price', 129),
      total: money('Total', 129),
      productName: text('Product', 'Whitening Kit'),
      priceName: text('Price Name', 'Kit'),
      productId: text('Product ID', PRODUCT_ID_EXAMPLE),
      priceId: text('Price ID', PRICE_ID_EXAMPLE),
    }),
  };
}

/** Where an order, a payment or a subscription came from. */
export function sourceWords() {
  return {
    sourceName: lead(text('Source Name', 'Online Store')),
    sourceType: text('Source Type', 'website'),
    sourceSubType: text('Source Detail', 'store'),
    isLive: yesNo('Is Live', true),
  };
}

export function dates() {
  return {
    createdAt: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
    updatedAt: dateTime('Updated At', '2026-11-20T10:05:00.000Z'),
  };
}

function orderIds() {
  return {
    rawStatus: text('Status in HighLevel', 'completed'),
    sourceId: text('Source ID', 'nOhC1pPzJlPzTpXjFlCp'),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  };
}

function readOrder(raw: RawRecord): RawRecord {
  const { currency, status } = raw;
  const summary = toRecord(raw['amountSummary']);
  const sum = (key: string) => amountFrom(summary[key] ?? raw[key], currency);
  const items = toList(raw['items'])
    .filter(isRecord)
    .map((item) => readItem(item, currency));
  const names = items.map(({ name }) => toText(name)).filter(Boolean);
  return {
    ...raw,
    ...ownerOf(raw),
    ...sourceOf(raw),
    status: orderStatus(status),
    rawStatus: raw['rawStatus'] ?? status,
    amount: amountFrom(raw['amount'], currency),
    subtotal: sum('subtotal'),
    discount: sum('discount'),
    tax: sum('tax'),
    shipping: sum('shipping'),
    couponCode: raw['couponCode'] ?? toRecord(raw['coupon'])['code'],
    itemCount: items.length > 0 ? items.length : raw['totalProducts'],
    items,
    productNames: names.length > 0 ? names.join(', ') : null,
  };
}

function readItem(item: RawRecord, orderCurrency: unknown): RawRecord {
  const product = toRecord(item['product']);
  const price = toRecord(item['price']);
  const currency = price['currency'] ?? orderCurrency;
  const quantity = toNumber(item['qty']) ?? 1;
  const each = amountFrom(price['amount'], currency);
  return {
    name: item['name'] ?? product['name'],
    quantity,
    price: each,
    total: each === null ? null : lineTotal(each, quantity, toText(currency) ?? ''),
    productName: product['name'],
    priceName: price['name'],
    productId: product['_id'],
    priceId: price['_id'],
  };
}

/** The sub-account and the contact, as lists, single records and webhooks spell them. */
export function ownerOf(raw: RawRecord): RawRecord {
  const snapshot = toRecord(raw['contactSnapshot']);
  const first = snapshot['firstName'] ?? snapshot['first_name'];
  const last = snapshot['lastName'] ?? snapshot['last_name'];
  const whole = [first, last].flatMap((part) => toText(part) ?? []).join(' ');
  const contactId = raw['contactId'] ?? snapshot['id'];
  const locationId = raw['altId'] ?? raw['locationId'];
  return {
    id: raw['_id'] ?? raw['id'],
    contactId,
    locationId,
    contactName: raw['contactName'] ?? snapshot['name'] ?? (whole === '' ? null : whole),
    contactEmail: raw['contactEmail'] ?? snapshot['email'],
    contactPhone: raw['contactPhone'] ?? snapshot['phone'],
    contactLink: contactLink(locationId, contactId),
    isLive: raw['isLive'] ?? raw['liveMode'],
  };
}

/** Where it was bought: flat in lists, a record of its own elsewhere. */
export function sourceOf(raw: RawRecord): RawRecord {
  const source = toRecord(raw['source'] ?? raw['entitySource']);
  const of = (key: string, own: string) =>
    raw[`source${key}`] ?? raw[`entitySource${key}`] ?? source[own];
  return {
    sourceType: of('Type', 'type'),
    sourceSubType: of('SubType', 'subType'),
    sourceName: of('Name', 'name'),
    sourceId: of('Id', 'id'),
  };
}
