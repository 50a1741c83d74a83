import { defineCreate } from 'zapier-platform-core';

import { opportunityField } from '../../lib/opportunities/fields.ts';
import { changeFollowers } from '../../lib/opportunities/followers.ts';
import { followersField } from '../../lib/users/fields.ts';
import { opportunityFollowers } from '../../resources/opportunity.ts';

export default defineCreate({
  key: 'add_opportunity_followers',
  noun: 'Opportunity',
  display: {
    label: 'Add Opportunity Followers',
    description: 'Adds followers to an opportunity. Current followers stay.',
  },
  operation: {
    inputFields: [
      { ...opportunityField, required: true },
      {
        ...followersField,
        helpText:
          'Users to add to the followers. Choose them, or map their IDs, emails or full names.',
      },
    ],
    perform: (z, bundle) => changeFollowers(z, bundle, 'POST', bundle.inputData),
    ...opportunityFollowers.output,
  },
});
