import { defineTrigger } from 'zapier-platform-core';

import { CARDS_ONLY, paymentFilters } from '../../lib/payments/filter_fields.ts';
import { paymentNews } from '../../lib/payments/news.ts';
import { refundedPayments } from '../../lib/payments/watched.ts';
import { refundedPayment } from '../../resources/payment.ts';

export default defineTrigger({
  key: 'payment_refunded',
  noun: 'Payment',
  display: {
    label: 'Payment Refunded',
    description: `Triggers when a payment is refunded, in whole or in part. ${CARDS_ONLY} Zapier checks every few minutes and reads the payments of the last 30 days, up to 1,000.`,
  },
  operation: {
    type: 'polling',
    inputFields: paymentFilters,
    perform: (z, bundle) => paymentNews(z, bundle, refundedPayments),
    ...refundedPayment.outputOf({
      status: 'refunded',
      rawStatus: 'refunded',
      amountRefunded: 150.1,
    }),
  },
});
