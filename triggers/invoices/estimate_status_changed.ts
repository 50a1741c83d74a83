import { defineTrigger } from 'zapier-platform-core';

import { changedEstimates } from '../../lib/invoices/estimate_changes.ts';
import { statusChangeFields } from '../../lib/invoices/estimate_fields.ts';
import { changedEstimate } from '../../resources/estimate.ts';

export default defineTrigger({
  key: 'estimate_status_changed',
  noun: 'Estimate',
  display: {
    label: 'Estimate Status Changed',
    description:
      'Triggers when an estimate is sent, viewed, accepted, declined or invoiced. Zapier checks every few minutes and reads the latest 500 estimates.',
  },
  operation: {
    type: 'polling',
    inputFields: statusChangeFields,
    perform: (z, bundle) => changedEstimates(z, bundle, bundle.inputData),
    ...changedEstimate.outputOf({ status: 'accepted' }),
  },
});
