import { choicesFrom, findByName } from '../operations/choices.ts';
import { campaignChoices } from './campaigns.ts';

export const campaignField = {
  key: 'campaignId',
  label: 'Campaign',
  type: 'string',
  choices: choicesFrom(campaignChoices, findByName(campaignChoices, 'campaign')),
  resource: 'campaign',
  search: 'find_campaign.id',
  helpText: 'Choose a published campaign, or map the ID of one from **Find Campaign**.',
} as const;
