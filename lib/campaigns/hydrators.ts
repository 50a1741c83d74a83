import type { Bundle, ZObject } from 'zapier-platform-core';

import { toTexts } from '../../resources/values.ts';
import { inSubAccount } from '../connection/sub_account.ts';
import { listCampaigns } from './campaigns.ts';

/**
 * The name of the campaign that one of some IDs belongs to; blank where none does.
 *
 * @param bundle `campaignIds`
 */
export const campaignName = inSubAccount(async (z: ZObject, bundle: Bundle) => {
  const ids = toTexts(bundle.inputData['campaignIds']);
  const campaigns = await listCampaigns(z, bundle);
  return campaigns.find(({ id }) => ids.includes(id))?.name ?? '';
});
