import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { isBlank } from '../../lib/http/client.ts';
import { exactlyOne, noneOf } from '../../lib/inputs/alternatives.ts';
import { orderField, subscriptionField } from '../../lib/payments/fields.ts';
import { findSubscriptions } from '../../lib/payments/find.ts';
import { findFields } from '../../lib/payments/find_fields.ts';
import { subscriptions } from '../../lib/payments/payments.ts';
import { subscriptionStatusField } from '../../lib/payments/status_fields.ts';
import { subscription } from '../../resources/payment.ts';

const inputFields = defineInputFields([
  ...findFields('subscriptions'),
  {
    ...subscriptionStatusField,
    helpText: 'Only subscriptions with this status. Leave blank for any.',
  },
  { ...orderField, helpText: 'Only subscriptions that this order began. Leave blank for any.' },
  subscriptionField,
]);

export const perform = (async (z, bundle) => {
  const { orderId, subscriptionId } = bundle.inputData;
  if (isBlank(bundle.inputData)) {
    throw noneOf(inputFields.map(({ label }) => label));
  }
  exactlyOne({ Order: orderId, Subscription: subscriptionId }, { atLeast: 0 });
  if (subscriptionId === undefined) return findSubscriptions(z, bundle);
  const found = await subscriptions.get(z, bundle, subscriptionId);
  return { results: found ? [found] : [], paging_token: null };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_payment_subscription',
  noun: 'Subscription',
  display: {
    label: 'Find Payment Subscription',
    description:
      'Finds a subscription with recurring payments by contact, status, date or source. If several match, the latest one is used. For newsletters and other emails, use Find Subscription Status.',
  },
  operation: { inputFields, perform, canPaginate: true, ...subscription.output },
});
