import { defineInputFields } from 'zapier-platform-core';

import { contactField } from '../contacts/fields.ts';
import { DAY_HELP } from '../inputs/help.ts';
import { currencyField } from '../money/currencies.ts';
import { inGroup } from '../operations/groups.ts';

/** What invoices and estimates are made of, in the inputs of the steps that write them. */

/** The lines of a bill: each a product, or words and a price. */
export const itemFields = defineInputFields([
  {
    key: 'itemProduct',
    label: 'Product',
    type: 'string',
    helpText:
      'The name or ID of a product. Leave blank for an item that is not one of your products.',
  },
  {
    key: 'itemProductPrice',
    label: 'Product Price',
    type: 'string',
    helpText: 'The name or ID of one of the prices of the product. Leave blank if it has only one.',
  },
  {
    key: 'itemName',
    label: 'Item Name',
    type: 'string',
    helpText: 'Leave blank for the name of the product.',
  },
  { key: 'itemDescription', label: 'Item Description', type: 'string' },
  {
    key: 'itemPrice',
    label: 'Item Price',
    type: 'number',
    meta: { kind: 'amount' },
    helpText:
      'What one of it costs, such as `99.90`. Currency signs are ignored. Leave blank for the price of the product.',
  },
  {
    key: 'itemQuantity',
    label: 'Quantity',
    type: 'number',
    helpText: 'Leave blank for 1.',
  },
]);

const DISCOUNT_GROUP = { key: 'discountGroup', label: 'Discount' } as const;
const DETAIL_GROUP = { key: 'detailGroup', label: 'Details' } as const;

/** The headings of forms about invoices and estimates. */
export const BILL_GROUPS = [DISCOUNT_GROUP, DETAIL_GROUP];

/** Who pays what for what. */
export const billFields = defineInputFields([
  {
    ...contactField,
    required: true,
    helpText:
      'Who pays. Choose a contact, or map a contact ID, email address or phone number from an earlier step.',
  },
  {
    ...currencyField,
    required: true,
    helpText: 'The currency of all items. Choose one, or map its code, such as `USD`.',
  },
  { key: 'items', label: 'Items', required: true, children: itemFields },
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    helpText: 'Such as `Website redesign`. Leave blank for the name of the first item.',
  },
]);

export const discountFields = defineInputFields(
  inGroup(DISCOUNT_GROUP, [
    {
      key: 'discountType',
      label: 'Discount Type',
      type: 'string',
      choices: { percentage: 'Percent', fixed: 'Amount' },
      helpText: 'Leave blank for no discount.',
    },
    {
      key: 'discountValue',
      label: 'Discount',
      type: 'number',
      meta: { kind: 'amount' },
      helpText: 'Such as `10` for 10 percent, or for 10 dollars off the sum of the items.',
    },
  ]),
);

/** A day of a bill. Its key stays in the inferred inputs. @param help what it is, and what blank means */
function dayField<const Key extends string>(key: Key, label: string, help: string) {
  return {
    key,
    label,
    type: 'string',
    meta: { kind: 'day' },
    helpText: `${help} ${DAY_HELP}`,
  } as const;
}

const issueDateField = dayField(
  'issueDate',
  'Issue Date',
  'Leave blank for today in the time zone of your sub-account.',
);

/** The heading, number and terms of a bill. @param kind what it is called */
function wordFields(kind: 'invoice' | 'estimate') {
  return defineInputFields([
    {
      key: 'title',
      label: 'Title',
      type: 'string',
      meta: { longest: 40 },
      helpText: `The heading, such as \`${kind.toUpperCase()}\`. Leave blank for the one in your settings.`,
    },
    {
      key: 'terms',
      label: 'Terms',
      type: 'text',
      helpText: 'Leave blank for those in your settings.',
    },
  ]);
}

export const invoiceDetailFields = defineInputFields(
  inGroup(DETAIL_GROUP, [
    issueDateField,
    dayField(
      'dueDate',
      'Due Date',
      'Leave blank for as many days after the issue date as your invoice settings say.',
    ),
    {
      key: 'invoiceNumber',
      label: 'Invoice Number',
      type: 'string',
      helpText: 'Without its prefix, such as `1042`. Leave blank for the next one.',
    },
    ...wordFields('invoice'),
  ]),
);

export const estimateDetailFields = defineInputFields(
  inGroup(DETAIL_GROUP, [
    issueDateField,
    dayField(
      'expiryDate',
      'Expiry Date',
      'Until when it can be accepted. Leave blank for as many days after the issue date as your settings say.',
    ),
    ...wordFields('estimate'),
  ]),
);

/** What may be changed of an invoice, beside its discount. */
export const changeFields = defineInputFields([
  { key: 'name', label: 'Name', type: 'string' },
  { key: 'items', label: 'Items', children: itemFields },
  ...inGroup(DETAIL_GROUP, [
    dayField('issueDate', 'Issue Date', 'When it is issued.'),
    dayField('dueDate', 'Due Date', 'When it has to be paid.'),
    {
      key: 'invoiceNumber',
      label: 'Invoice Number',
      type: 'string',
      helpText: 'Without its prefix.',
    },
    { key: 'title', label: 'Title', type: 'string', meta: { longest: 40 } },
    { key: 'terms', label: 'Terms', type: 'text' },
  ]),
]);
