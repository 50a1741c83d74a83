import { defineInputFields } from 'zapier-platform-core';

import { inGroup } from '../operations/groups.ts';
import { INTERVALS, PRICE_TYPES, PRODUCT_TYPES } from '../../resources/product.ts';

export const productTypeField = {
  key: 'productType',
  label: 'Type',
  type: 'string',
  choices: PRODUCT_TYPES,
} as const;

/** What HighLevel keeps of a product beside its name and type. */
export const productDetailFields = defineInputFields([
  { key: 'description', label: 'Description', type: 'text' },
  {
    key: 'image',
    label: 'Image URL',
    type: 'string',
    meta: { kind: 'url' },
    helpText: 'The URL of a picture that anyone can open.',
  },
  {
    key: 'availableInStore',
    label: 'Show in Online Store',
    type: 'boolean',
    helpText: 'Whether customers see the product in your online store.',
  },
  {
    key: 'statementDescriptor',
    label: 'Statement Descriptor',
    type: 'string',
    helpText: "What the customer's card statement says.",
  },
]);

export const amountField = {
  key: 'amount',
  label: 'Amount',
  type: 'number',
  meta: { kind: 'amount', min: 0 },
  helpText: 'What the product costs, such as `129` or `29.99`.',
} as const;

/** The headings over a price's details. */
export const PRICE_GROUPS = {
  recurring: { key: 'recurringGroup', label: 'Recurring Payments' },
  store: { key: 'storeGroup', label: 'Store and Stock' },
} as const;

const recurringFields = defineInputFields([
  {
    key: 'priceType',
    label: 'Price Type',
    type: 'string',
    choices: PRICE_TYPES,
    helpText: 'Whether customers pay once or regularly, such as every month. Leave blank for once.',
  },
  {
    key: 'interval',
    label: 'Interval',
    type: 'string',
    choices: INTERVALS,
    helpText: 'For a recurring price: how often it is paid. Leave blank for every month.',
  },
  {
    key: 'intervalCount',
    label: 'Interval Count',
    type: 'integer',
    meta: { min: 1 },
    helpText: 'For a recurring price: `3` with the interval **Month** is every three months.',
  },
  {
    key: 'trialPeriod',
    label: 'Trial Days',
    type: 'integer',
    meta: { min: 1 },
    helpText: 'For a recurring price: how many days are free at first.',
  },
  {
    key: 'setupFee',
    label: 'Setup Fee',
    type: 'number',
    meta: { kind: 'amount', min: 0 },
    helpText: 'For a recurring price: what is paid once at the beginning, in the same currency.',
  },
]);

const storeFields = defineInputFields([
  {
    key: 'compareAtPrice',
    label: 'Compare-At Amount',
    type: 'number',
    meta: { kind: 'amount', min: 0 },
    helpText: 'The earlier price, which the store shows crossed out.',
  },
  { key: 'sku', label: 'SKU', type: 'string', helpText: 'Your own number for the item.' },
  {
    key: 'availableQuantity',
    label: 'In Stock',
    type: 'integer',
    meta: { min: 0 },
    helpText: 'How many you have. Leave blank if you do not track stock.',
  },
  {
    key: 'allowOutOfStockPurchases',
    label: 'Sell When Out of Stock',
    type: 'boolean',
  },
]);

/** What a price may have beside its name, amount and currency. */
export const priceDetailFields = defineInputFields([
  ...inGroup(PRICE_GROUPS.recurring, recurringFields),
  ...inGroup(PRICE_GROUPS.store, storeFields),
]);
