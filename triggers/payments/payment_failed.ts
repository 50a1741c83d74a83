import { defineTrigger } from 'zapier-platform-core';

import { CARDS_ONLY, paymentFilters } from '../../lib/payments/filter_fields.ts';
import { paymentNews } from '../../lib/payments/news.ts';
import { failedPayments } from '../../lib/payments/watched.ts';
import { paymentItem } from '../../resources/payment.ts';

export default defineTrigger({
  key: 'payment_failed',
  noun: 'Payment',
  display: {
    label: 'Payment Failed',
    description: `Triggers when a payment of any kind fails or is declined, such as by card or from a bank account. ${CARDS_ONLY} Zapier checks every few minutes and reads the payments of the last 7 days, up to 1,000. For payments that succeed, use New Payment.`,
  },
  operation: {
    type: 'polling',
    inputFields: paymentFilters,
    perform: (z, bundle) => paymentNews(z, bundle, failedPayments),
    ...paymentItem.outputOf({
      status: 'failed',
      rawStatus: 'failed',
      failureReason: 'Your card was declined.',
    }),
  },
});
