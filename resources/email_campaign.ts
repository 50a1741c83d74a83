import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, lead, text } from './fields.ts';

/** What may be wanted of a campaign of emails, with HighLevel's words for it. */
export const EMAIL_CAMPAIGN_STATUSES = {
  active: 'Active',
  pause: 'Paused',
  complete: 'Complete',
  cancelled: 'Canceled',
  retry: 'Retrying',
  draft: 'Draft',
  'resend-scheduled': 'Resend Scheduled',
} as const;

/** A campaign that sends emails to many. HighLevel counts it among the schedules. */
export const emailCampaign = defineResource(
  'email campaign',
  () =>
    z.object({
      name: lead(text('Name', 'Spring Newsletter')),
      status: lead(text('Status', 'active')),
      emailStatus: text('Email Status', 'complete'),
      campaignType: text('Type', 'email'),
      templateId: text('Email Template ID', '65f1a2b3c4d5e6f708192a3b'),
      createdAt: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
      updatedAt: dateTime('Updated At', '2026-11-21T15:40:00.000Z'),
      id: id('Email Campaign ID', '65f1a2b3c4d5e6f708192a3c'),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    }),
  (raw) => ({ ...raw, id: raw['id'] ?? raw['_id'] }),
);
