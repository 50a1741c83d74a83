import { defineCreate } from 'zapier-platform-core';

import { opportunityField } from '../../lib/opportunities/fields.ts';
import { changeFollowers } from '../../lib/opportunities/followers.ts';
import { followersField } from '../../lib/users/fields.ts';
import { opportunityFollowers } from '../../resources/opportunity.ts';

export default defineCreate({
  key: 'remove_opportunity_followers',
  noun: 'Opportunity',
  display: {
    label: 'Remove Opportunity Followers',
    description: 'Removes followers from an opportunity. The users themselves stay.',
  },
  operation: {
    inputFields: [
      { ...opportunityField, required: true },
      {
        ...followersField,
        helpText:
          'Users to remove from the followers. Choose them, or map their IDs, emails or full names.',
      },
    ],
    perform: (z, bundle) => changeFollowers(z, bundle, 'DELETE', bundle.inputData),
    ...opportunityFollowers.output,
  },
});
