import type { FastifyInstance } from 'fastify';

import { readLocationQuery } from '../http/access.ts';
import type { Json } from '../http/errors.ts';
import { between, booleanText, numberText, oneOf, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import type { EmailCampaign } from '../state/email-marketing.ts';
import { iso } from './views.ts';

const campaignRow = (campaign: EmailCampaign): Json => ({
  name: campaign.name,
  repeatAfter: '',
  id: campaign.id,
  _id: campaign.id,
  parentId: '',
  childCount: 0,
  campaignType: 'email',
  bulkActionVersion: '2',
  status: campaign.status,
  emailStatus: campaign.emailStatus,
  sendDays: [],
  deleted: false,
  migrated: true,
  archived: campaign.archived,
  hasTracking: true,
  isPlainText: false,
  hasUtmTracking: false,
  enableResendToUnopened: false,
  locationId: campaign.locationId,
  templateId: campaign.templateId,
  templateType: 'builder',
  createdAt: iso(campaign.dateAdded),
  updatedAt: iso(campaign.dateUpdated),
  __v: 0,
  documentId: campaign.id,
  downloadUrl: '',
  templateDataDownloadUrl: '',
  child: [],
});

const CAMPAIGN_STATUSES = [
  'active',
  'pause',
  'complete',
  'cancelled',
  'retry',
  'draft',
  'resend-scheduled',
] as const;

const EMAIL_STATUSES = [
  'all',
  'not-started',
  'paused',
  'cancelled',
  'processing',
  'resumed',
  'next-drip',
  'complete',
  'success',
  'error',
  'waiting',
  'queued',
  'queueing',
  'reading',
  'scheduled',
] as const;

/** Campaigns of emails, which are only read. */
export function emailCampaignRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get(
    '/emails/schedule',
    { config: { access: { scope: 'emails/schedule.readonly' } } },
    (request) => {
      const query = readLocationQuery(
        request,
        {},
        {
          limit: between(1, 100, numberText),
          offset: between(0, Number.MAX_SAFE_INTEGER, numberText),
          status: oneOf(CAMPAIGN_STATUSES),
          emailStatus: oneOf(EMAIL_STATUSES),
          name: string,
          parentId: string,
          limitedFields: booleanText,
          archived: booleanText,
          campaignsOnly: booleanText,
          showStats: booleanText,
        },
      );
      const { limit = 10, offset = 0, name = '' } = query;
      const { status = 'active', emailStatus = 'complete' } = query;
      const found = sandbox.store.emailCampaigns.filter(
        (one) =>
          one.locationId === query.locationId &&
          status === one.status &&
          (emailStatus === 'all' || emailStatus === one.emailStatus) &&
          one.archived === (query.archived ?? false) &&
          one.name.toLowerCase().includes(name.toLowerCase()),
      );
      const rows = found.slice(offset, offset + limit);
      return { schedules: rows.map(campaignRow), total: found.length };
    },
  );
}
