import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { emailCampaign } from '../../resources/email_campaign.ts';
import { byName } from '../operations/by_name.ts';
import { PAGE_SIZE } from '../operations/choices.ts';
import { defineRecords } from '../records/records.ts';

const campaigns = defineRecords(emailCampaign, {
  path: '/emails/schedule',
  many: 'schedules',
  withLocation: ['list'],
});

/** Campaigns of one status with a name or part of it, those with exactly this name first. */
export async function emailCampaignsNamed(
  z: ZObject,
  bundle: Bundle,
  { name, status = 'active' }: { name: string; status?: string | undefined },
): Promise<RecordOf<typeof emailCampaign>[]> {
  const found = await campaigns.list(z, bundle, {
    name,
    status,
    // HighLevel returns those alone whose emails are sent, if it is not told otherwise.
    emailStatus: 'all',
    campaignsOnly: true,
    limit: PAGE_SIZE,
    offset: 0,
  });
  return byName(found, name);
}
