import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { emailCampaignsNamed } from '../../lib/emails/campaigns.ts';
import { EMAIL_CAMPAIGN_STATUSES, emailCampaign } from '../../resources/email_campaign.ts';

const inputFields = defineInputFields([
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    required: true,
    helpText: 'The name of the campaign, or part of it. An exact match comes first.',
  },
  {
    key: 'status',
    label: 'Status',
    type: 'string',
    choices: { ...EMAIL_CAMPAIGN_STATUSES },
    helpText: 'Leave blank for active ones.',
  },
]);

export const perform = ((z, bundle) =>
  emailCampaignsNamed(z, bundle, bundle.inputData)) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_email_campaign',
  noun: 'Email Campaign',
  display: {
    label: 'Find Email Campaign',
    description:
      'Finds a campaign of emails to many contacts by name, with its status. For campaigns that contacts are added to one by one, use Find Campaign.',
  },
  operation: { inputFields, perform, ...emailCampaign.output },
});
