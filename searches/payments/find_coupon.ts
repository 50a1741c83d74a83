import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { isBlank } from '../../lib/http/client.ts';
import { noneOf } from '../../lib/inputs/alternatives.ts';
import { findCoupons } from '../../lib/payments/coupons.ts';
import { couponField } from '../../lib/payments/fields.ts';
import { coupon, COUPON_STATUSES } from '../../resources/coupon.ts';

const inputFields = defineInputFields([
  {
    key: 'query',
    label: 'Code or Name',
    type: 'string',
    helpText: 'The code or name of the coupon, or part of it. An exact match comes first.',
  },
  {
    key: 'status',
    label: 'Status',
    type: 'string',
    choices: COUPON_STATUSES,
    helpText: 'Only coupons with this status. Leave blank for any.',
  },
  {
    ...couponField,
    search: undefined,
    helpText: 'Only this coupon, from the list or an earlier step.',
  },
]);

export const perform = (async (z, bundle) => {
  if (isBlank(bundle.inputData)) {
    throw noneOf(inputFields.map(({ label }) => label));
  }
  return findCoupons(z, bundle, bundle.inputData);
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_coupon',
  noun: 'Coupon',
  display: {
    label: 'Find Coupon',
    description:
      'Finds a coupon by code, name or status, among the first 500 of your sub-account. Discount Type is percentage or amount.',
  },
  operation: { inputFields, perform, ...coupon.output },
});
