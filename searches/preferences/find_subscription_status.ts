import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { emailField } from '../../lib/inputs/reach_fields.ts';
import { readSubscriptions } from '../../lib/preferences/subscriptions.ts';
import { subscriptionStatus } from '../../resources/subscription.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  { ...emailField, helpText: 'Leave blank for all addresses of the contact.' },
]);

export const perform = (async (z, bundle) => {
  const found = await readSubscriptions(z, bundle, bundle.inputData);
  return found ? [found] : [];
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_subscription_status',
  noun: 'Subscription Status',
  display: {
    label: 'Find Subscription Status',
    description:
      'Finds which emails, such as newsletters, a contact is subscribed to and unsubscribed from. For recurring payments, use Find Payment Subscription.',
  },
  operation: { inputFields, perform, ...subscriptionStatus.output },
});
