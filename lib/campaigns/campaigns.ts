import type { Bundle, ZObject } from 'zapier-platform-core';

import { campaign } from '../../resources/campaign.ts';
import { locationOf } from '../connection/location.ts';
import { callList } from '../http/client.ts';
import type { ChoiceSource } from '../operations/choices.ts';

/** Published campaigns: drafts take no contacts. */
export const campaignChoices: ChoiceSource = async (z, bundle) => {
  const campaigns = await listCampaigns(z, bundle, 'published');
  return {
    choices: campaigns.map(({ id, name }) => ({ id, name: name ?? 'Campaign without a name' })),
  };
};

/** @param status `draft` or `published`; all campaigns without it */
export function listCampaigns(z: ZObject, bundle: Bundle, status?: string) {
  return callList(z, campaign, 'campaigns', {
    url: '/campaigns/',
    params: { locationId: locationOf(bundle), status },
  });
}
