import { defineTrigger } from 'zapier-platform-core';

import { CARDS_ONLY, paymentFilters } from '../../lib/payments/filter_fields.ts';
import { paymentNews } from '../../lib/payments/news.ts';
import { succeededPayments } from '../../lib/payments/watched.ts';
import { paymentItem } from '../../resources/payment.ts';

export default defineTrigger({
  key: 'new_payment',
  noun: 'Payment',
  display: {
    label: 'New Payment',
    description: `Triggers when a payment succeeds, by card or any other way. ${CARDS_ONLY} Zapier checks every few minutes and reads the payments of the last 7 days, up to 1,000. For payments that fail, use Payment Failed. For invoices right away, use Invoice Paid.`,
  },
  operation: {
    type: 'polling',
    inputFields: paymentFilters,
    perform: (z, bundle) => paymentNews(z, bundle, succeededPayments),
    ...paymentItem.output,
  },
});
