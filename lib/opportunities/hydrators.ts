import type { Bundle, ZObject } from 'zapier-platform-core';

import { opportunityDetails } from '../../resources/opportunity.ts';
import { locationOf } from '../connection/location.ts';
import { inSubAccount } from '../connection/sub_account.ts';
import { pointedId } from '../records/details.ts';
import { withNames } from './names.ts';
import { rawOpportunity } from './opportunities.ts';

/** What an opportunity's webhook leaves out, with the names of what it names by ID. @param bundle `opportunityId`, and the IDs before the event */
export const opportunity = inSubAccount(async (z: ZObject, bundle: Bundle) => {
  const raw = await rawOpportunity(z, pointedId(bundle, 'opportunityId'));
  const { previousStageId, previousPipelineId, previousAssignedTo } = bundle.inputData;
  const before = { previousStageId, previousPipelineId, previousAssignedTo };
  const [named = {}] = raw ? await withNames(z, bundle, [{ ...raw, ...before }]) : [];
  return opportunityDetails.parse({ ...(raw && { locationId: locationOf(bundle) }), ...named });
});
