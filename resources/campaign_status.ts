import * as z from 'zod';

import { contactSummary } from './contact.ts';
import { defineResource } from './define.ts';
import { dateTime, id, lead, nested, text } from './fields.ts';

/**
 * That a campaign goes on differently for a contact. HighLevel's specification says no more of the IDs
 * than their names: one of them is the campaign's.
 */
export const campaignStatus = defineResource('campaign status', () =>
  z.object({
    id: id('Campaign Status ID', 'cPs2Hx8Xh9Fjc6Svuj3E'),
    status: lead(text('Status', 'paused')),
    campaignName: lead(text('Campaign Name', 'Spring Recall')),
    replied: text('Replied', 'false'),
    dateAdded: dateTime('Created At', '2026-11-20T10:02:00.000Z'),
    contact: nested('Contact', contactSummary.shape()),
    contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
    templateId: text('Campaign Template ID', 'cPt9Xm7Ao1Hnc4Suos2L'),
    locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
  }),
);
