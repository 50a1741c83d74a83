import { defineInputFields } from 'zapier-platform-core';

import { isAskedFor, withPointers } from '../../lib/campaigns/events.ts';
import { campaignField } from '../../lib/campaigns/fields.ts';
import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { campaignStatus } from '../../resources/campaign_status.ts';

export default defineHookTrigger({
  key: 'campaign_status_changed',
  noun: 'Campaign Status',
  display: {
    label: 'Campaign Status Changed',
    description:
      'Triggers when a campaign changes its status for a contact, such as when it is paused. Instant. A test in the editor shows a sample.',
  },
  inputFields: defineInputFields([
    { ...campaignField, helpText: 'Only this campaign. Leave blank for any.' },
    {
      key: 'status',
      label: 'Status',
      type: 'string',
      placeholder: 'paused',
      helpText:
        'Only this status, exactly as HighLevel writes it, such as `paused`. Leave blank for any.',
    },
  ]),
  events: ['CampaignStatusUpdate'],
  resource: campaignStatus,
  examples: () => Promise.resolve([]),
  filter: isAskedFor,
  withPointers,
});
