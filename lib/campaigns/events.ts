import type { ZObject } from 'zapier-platform-core';

import type { campaignStatus } from '../../resources/campaign_status.ts';
import type { RecordOf } from '../../resources/define.ts';
import { contactPointer } from '../contacts/dehydrate.ts';
import { isSameName } from '../inputs/characters.ts';
import * as hydrators from './hydrators.ts';

type CampaignStatus = RecordOf<typeof campaignStatus>;

/** What changes of a campaign's status may be asked for. */
export interface CampaignStatusFilters {
  campaignId?: string;
  status?: string;
}

/** The IDs of an event of which one is the campaign's: HighLevel does not say which. */
function campaignIdsIn({ id, templateId }: CampaignStatus): string[] {
  return templateId === null ? [id] : [id, templateId];
}

/** Whether a person asked for a change. */
export function isAskedFor(
  entry: CampaignStatus,
  { campaignId, status }: CampaignStatusFilters,
): boolean {
  return (
    (campaignId === undefined || campaignIdsIn(entry).includes(campaignId)) &&
    (status === undefined || isSameName(entry.status ?? '', status))
  );
}

/** A change with pointers to the contact and to the campaign's name, which an event leaves out. */
export function withPointers(z: ZObject, entry: CampaignStatus) {
  const campaignIds = campaignIdsIn(entry);
  return {
    ...entry,
    campaignName: z.dehydrate(hydrators.campaignName, { campaignIds }),
    contact: contactPointer(z, entry.contactId),
  };
}
