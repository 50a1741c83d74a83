import { defineInputFields } from 'zapier-platform-core';

import { DISCOUNT_TYPES } from '../../resources/coupon.ts';
import { dateField, withoutSearch } from '../inputs/common_fields.ts';
import { productField } from '../products/fields.ts';

/** What a new coupon takes. */
export const couponFields = defineInputFields([
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    required: true,
    helpText: 'What the coupon is called in HighLevel, such as `New Year Sale`.',
  },
  {
    key: 'code',
    label: 'Code',
    type: 'string',
    required: true,
    helpText: 'What customers enter when they pay, such as `NEWYEAR25`.',
  },
  {
    key: 'discountType',
    label: 'Discount Type',
    type: 'string',
    required: true,
    choices: DISCOUNT_TYPES,
  },
  {
    key: 'discountValue',
    label: 'Discount',
    type: 'number',
    required: true,
    meta: { kind: 'amount', min: 0 },
    helpText:
      '`25` means 25 percent, or 25 in the currency of the purchase, depending on **Discount Type**.',
  },
  dateField(
    'startsAt',
    'Starts At',
    'When customers can use it for the first time. Leave blank for right away; a time in the past counts as right away too.',
  ),
  dateField('endsAt', 'Ends At', 'When it expires. Leave blank for never.'),
  {
    key: 'usageLimit',
    label: 'Usage Limit',
    type: 'integer',
    meta: { min: 1 },
    helpText: 'How many times it can be used by all customers together. Leave blank for no limit.',
  },
  {
    key: 'isOncePerCustomer',
    label: 'Once Per Customer',
    type: 'boolean',
    helpText: 'Whether each customer can use it only once.',
  },
  {
    ...withoutSearch(productField),
    key: 'productIds',
    label: 'Products',
    list: true,
    helpText: 'The products it is for. Leave blank for all.',
  },
  {
    key: 'futurePayments',
    label: 'Future Payments',
    type: 'string',
    choices: { none: 'First Payment Only', forever: 'Every Payment' },
    helpText: 'For subscriptions: which payments it lowers.',
  },
  {
    key: 'months',
    label: 'Months',
    type: 'integer',
    meta: { min: 1 },
    helpText:
      'For subscriptions: how many months of payments it lowers. Leave blank for all of them.',
  },
]);

const KEPT = 'Leave blank to leave it as it is.';

/** What can be changed of a coupon. */
export const couponChangeFields = defineInputFields([
  { key: 'name', label: 'Name', type: 'string', helpText: 'What it is called in HighLevel.' },
  { key: 'code', label: 'Code', type: 'string', helpText: 'What customers enter when they pay.' },
  { key: 'discountType', label: 'Discount Type', type: 'string', choices: DISCOUNT_TYPES },
  {
    key: 'discountValue',
    label: 'Discount',
    type: 'number',
    meta: { kind: 'amount', min: 0 },
    helpText:
      '`25` means 25 percent, or 25 in the currency of the purchase, depending on **Discount Type**.',
  },
  dateField(
    'startsAt',
    'Starts At',
    `When customers can use it for the first time. ${KEPT} A time in the past counts as right away.`,
  ),
  dateField('endsAt', 'Ends At', `When it expires. ${KEPT}`),
  {
    key: 'usageLimit',
    label: 'Usage Limit',
    type: 'integer',
    meta: { min: 1 },
    helpText: `How many times it can be used by all customers together. ${KEPT}`,
  },
  {
    key: 'isOncePerCustomer',
    label: 'Once Per Customer',
    type: 'boolean',
    helpText: `Whether each customer can use it only once. ${KEPT}`,
  },
  {
    ...withoutSearch(productField),
    key: 'productIds',
    label: 'Products',
    list: true,
    helpText: 'The products it is for, all of them: they replace those that it is for now.',
  },
  {
    key: 'futurePayments',
    label: 'Future Payments',
    type: 'string',
    choices: { none: 'First Payment Only', forever: 'Every Payment' },
    helpText:
      'For subscriptions: which payments it lowers. Every Payment without **Months** takes the number of months away.',
  },
  {
    key: 'months',
    label: 'Months',
    type: 'integer',
    meta: { min: 1 },
    helpText: 'For subscriptions: how many months of payments it lowers.',
  },
]);
