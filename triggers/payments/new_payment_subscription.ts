import { defineInputFields, defineTrigger } from 'zapier-platform-core';

import { modeField, sourceTypesField } from '../../lib/payments/filter_fields.ts';
import { paymentNews } from '../../lib/payments/news.ts';
import { newSubscriptions } from '../../lib/payments/watched.ts';
import { subscriptionItem } from '../../resources/payment.ts';
import { contactFilterField } from '../../lib/contacts/fields.ts';

export default defineTrigger({
  key: 'new_payment_subscription',
  noun: 'Subscription',
  display: {
    label: 'New Payment Subscription',
    description:
      'Triggers when a customer starts a subscription with recurring payments. Zapier checks every few minutes, up to 1,000 subscriptions each time. To tell plans apart, such as monthly and yearly ones, continue with a Filter step on Amount. Status is active, or trialing during a free trial. When its status changes, use Payment Subscription Status Changed.',
  },
  operation: {
    type: 'polling',
    inputFields: defineInputFields([
      sourceTypesField,
      modeField,
      contactFilterField('subscriptions'),
    ]),
    perform: (z, bundle) => paymentNews(z, bundle, newSubscriptions),
    ...subscriptionItem.output,
  },
});
