import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { byName } from '../../lib/operations/by_name.ts';
import { listCampaigns } from '../../lib/campaigns/campaigns.ts';
import { campaign } from '../../resources/campaign.ts';

const inputFields = defineInputFields([
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    required: true,
    helpText: 'The name of the campaign, or part of it.',
  },
  {
    key: 'status',
    label: 'Status',
    type: 'string',
    choices: { published: 'Published', draft: 'Draft' },
    helpText: 'Leave blank for both. Only published campaigns accept contacts.',
  },
]);

export const perform = (async (z, bundle) => {
  const { name, status } = bundle.inputData;
  return byName(await listCampaigns(z, bundle, status), name);
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_campaign',
  noun: 'Campaign',
  display: {
    label: 'Find Campaign',
    description:
      'Finds a campaign by its name or part of it, to add a contact to it. An exact match comes first. For an email sent to many contacts, use Find Email Campaign.',
  },
  operation: { inputFields, perform, ...campaign.output },
});
