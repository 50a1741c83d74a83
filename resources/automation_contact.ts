import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, text, yesNo } from './fields.ts';
import { CONTACT_LINK_EXAMPLE, contactLink } from './links.ts';
import type { RawRecord } from './values.ts';

/** That a contact entered or left a workflow. */
export const workflowContact = defineResource(
  'contact in a workflow',
  () =>
    z.object({
      id: id('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      isInWorkflow: yesNo('Is in Workflow', true),
      eventStartTime: dateTime('Event Start', '2026-11-24T09:00:00.000Z'),
      link: text('Contact Link', CONTACT_LINK_EXAMPLE),
      workflowId: text('Workflow ID', '5c3f8a1e-7b2d-4e60-9f14-2a6d8c0b7e35'),
    }),
  withLink,
);

/** That a contact entered or left a campaign. */
export const campaignContact = defineResource(
  'contact in a campaign',
  () =>
    z.object({
      id: id('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      isInCampaign: yesNo('Is in Campaign', true),
      link: text('Contact Link', CONTACT_LINK_EXAMPLE),
      campaignId: text('Campaign ID', 'cPg8Rt3YuI6oPa1SdFgH'),
    }),
  withLink,
);

function withLink(raw: RawRecord): RawRecord {
  return { ...raw, link: contactLink(raw['locationId'], raw['id']) };
}
