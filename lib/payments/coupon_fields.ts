import { defineInputFields } from 'zapier-platform-core';

import { DISCOUNT_TYPES } from '../../resources/coupon.ts';
import { dateField, withoutSearch } from '../inputs/common_fields.ts';
import { productField } from '../products/fields.ts';

const nameField = { key: 'name', label: 'Name', type: 'string' } as const;
const codeField = { key: 'code', label: 'Code', type: 'string' } as const;

const discountTypeField = {
  key: 'discountType',
  label: 'Discount Type',
  type: 'string',
  choices: DISCOUNT_TYPES,
} as const;

const discountField = {
  key: 'discountValue',
  label: 'Discount',
  type: 'number',
  meta: { kind: 'amount', min: 0 },
  helpText:
    '`25` means 25 percent, or 25 in the currency of the purchase, depending on **Discount Type**.',
} as const;

const startsAtField = (blank: string) =>
  dateField('startsAt', 'Starts At', `When customers can use it for the first time. ${blank}`);

const endsAtField = (blank: string) => dateField('endsAt', 'Ends At', `When it expires. ${blank}`);

const usageLimitField = (blank: string) =>
  ({
    key: 'usageLimit',
    label: 'Usage Limit',
    type: 'integer',
    meta: { min: 1 },
    helpText: `How many times it can be used by all customers together. ${blank}`,
  }) as const;

const onceField = {
  key: 'isOncePerCustomer',
  label: 'Once Per Customer',
  type: 'boolean',
} as const;

const productsField = {
  ...withoutSearch(productField),
  key: 'productIds',
  label: 'Products',
  list: true,
} as const;

const futurePaymentsField = {
  key: 'futurePayments',
  label: 'Future Payments',
  type: 'string',
  choices: { none: 'First Payment Only', forever: 'Every Payment' },
} as const;

const monthsField = { key: 'months', label: 'Months', type: 'integer', meta: { min: 1 } } as const;

/** What a new coupon takes. */
export const couponFields = defineInputFields([
  {
    ...nameField,
    required: true,
    helpText: 'What the coupon is called in HighLevel, such as `New Year Sale`.',
  },
  {
    ...codeField,
    required: true,
    helpText: 'What customers enter when they pay, such as `NEWYEAR25`.',
  },
  { ...discountTypeField, required: true },
  { ...discountField, required: true },
  startsAtField('Leave blank for right away; a time in the past counts as right away too.'),
  endsAtField('Leave blank for never.'),
  usageLimitField('Leave blank for no limit.'),
  { ...onceField, helpText: 'Whether each customer can use it only once.' },
  { ...productsField, helpText: 'The products it is for. Leave blank for all.' },
  { ...futurePaymentsField, helpText: 'For subscriptions: which payments it lowers.' },
  {
    ...monthsField,
    helpText:
      'For subscriptions: how many months of payments it lowers. Leave blank for all of them.',
  },
]);

const KEPT = 'Leave blank to leave it as it is.';

/** What can be changed of a coupon. */
export const couponChangeFields = defineInputFields([
  { ...nameField, helpText: 'What it is called in HighLevel.' },
  { ...codeField, helpText: 'What customers enter when they pay.' },
  discountTypeField,
  discountField,
  startsAtField(`${KEPT} A time in the past counts as right away.`),
  endsAtField(KEPT),
  usageLimitField(KEPT),
  { ...onceField, helpText: `Whether each customer can use it only once. ${KEPT}` },
  {
    ...productsField,
    helpText: 'The products it is for, all of them: they replace those that it is for now.',
  },
  {
    ...futurePaymentsField,
    helpText:
      'For subscriptions: which payments it lowers. Every Payment without **Months** takes the number of months away.',
  },
  { ...monthsField, helpText: 'For subscriptions: how many months of payments it lowers.' },
]);
