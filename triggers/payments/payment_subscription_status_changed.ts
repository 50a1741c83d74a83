import { defineInputFields, defineTrigger } from 'zapier-platform-core';

import { modeField } from '../../lib/payments/filter_fields.ts';
import { paymentNews } from '../../lib/payments/news.ts';
import { subscriptionStatusesField } from '../../lib/payments/status_fields.ts';
import { changedTo } from '../../lib/payments/watched.ts';
import { changedSubscription } from '../../resources/payment.ts';
import { contactFilterField } from '../../lib/contacts/fields.ts';

export default defineTrigger({
  key: 'payment_subscription_status_changed',
  noun: 'Subscription',
  display: {
    label: 'Payment Subscription Status Changed',
    description:
      'Triggers when a subscription with recurring payments is canceled, past due or active again. Zapier checks every few minutes. Works if your sub-account has up to 1,000 subscriptions. To tell plans apart, such as monthly and yearly ones, continue with a Filter step on Amount. If a canceled customer may have paid for longer, add a Delay step. When it starts, use New Payment Subscription.',
  },
  operation: {
    type: 'polling',
    inputFields: defineInputFields([
      {
        ...subscriptionStatusesField,
        helpText:
          'Only subscriptions that now have one of these statuses. Leave blank for any. A status that a subscription had before does not start the Zap again.',
      },
      modeField,
      contactFilterField('subscriptions'),
    ]),
    perform: (z, bundle) => paymentNews(z, bundle, changedTo(bundle.inputData.statuses)),
    ...changedSubscription.outputOf({
      status: 'past_due',
      rawStatus: 'past_due',
      statusChangedAt: '2026-11-21T15:40:00.000Z',
    }),
  },
});
