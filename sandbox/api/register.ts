import type { FastifyInstance } from 'fastify';

import { mediaRoutes } from '../media.ts';
import type { Sandbox } from '../sandbox.ts';
import { aiAgentRoutes } from './ai-agents.ts';
import { appointmentNoteRoutes } from './appointment-notes.ts';
import { appointmentRoutes } from './appointments.ts';
import { associationRoutes } from './associations.ts';
import { automationRoutes } from './automation.ts';
import { blockedTimeRoutes } from './blocked-times.ts';
import { businessRoutes } from './businesses.ts';
import { calendarRoutes } from './calendars.ts';
import { companyRoutes } from './companies.ts';
import { consentRoutes } from './consent.ts';
import { contactFileRoutes } from './contact-files.ts';
import { contactListRoutes } from './contact-lists.ts';
import { contactSearchRoutes } from './contact-search.ts';
import { contactRoutes } from './contacts.ts';
import { conversationRoutes } from './conversations.ts';
import { couponRoutes } from './coupons.ts';
import { courseRoutes } from './courses.ts';
import { emailCampaignRoutes } from './email-campaigns.ts';
import { emailTemplateRoutes } from './email-templates.ts';
import { emailRoutes } from './emails.ts';
import { estimateRoutes } from './estimates.ts';
import { formRoutes } from './forms.ts';
import { fulfillmentRoutes } from './fulfillments.ts';
import { inventoryRoutes } from './inventory.ts';
import { invoiceTemplateRoutes } from './invoice-templates.ts';
import { invoiceRoutes } from './invoices.ts';
import { linkRoutes } from './links.ts';
import { liveChatRoutes } from './live-chat.ts';
import { locationListRoutes } from './location-lists.ts';
import { locationRoutes } from './locations.ts';
import { marketplaceRoutes } from './marketplace.ts';
import { mediaLibraryRoutes } from './media-library.ts';
import { mediaUploadRoutes } from './media-uploads.ts';
import { messageStatusRoutes } from './message-status.ts';
import { messageRoutes } from './messages.ts';
import { noteRoutes } from './notes.ts';
import { oauthRoutes } from './oauth.ts';
import { objectRecordRoutes } from './object-records.ts';
import { objectRoutes } from './objects.ts';
import { opportunityRoutes } from './opportunities.ts';
import { opportunitySearchRoutes } from './opportunity-search.ts';
import { orderRoutes } from './orders.ts';
import { phoneSystemRoutes } from './phone-system.ts';
import { pipelineRoutes } from './pipelines.ts';
import { preferenceRoutes } from './preferences.ts';
import { priceRoutes } from './prices.ts';
import { productRoutes } from './products.ts';
import { receivingRoutes } from './receiving.ts';
import { recordSearchRoutes } from './record-search.ts';
import { recordingRoutes } from './recordings.ts';
import { scheduleRoutes } from './schedule.ts';
import { sendingRoutes } from './sending.ts';
import { taskRoutes } from './tasks.ts';
import { transactionRoutes } from './transactions.ts';
import { uploadRoutes } from './uploads.ts';
import { userRoutes } from './users.ts';

const AREAS = [
  consentRoutes,
  oauthRoutes,
  companyRoutes,
  marketplaceRoutes,
  conversationRoutes,
  messageRoutes,
  sendingRoutes,
  receivingRoutes,
  messageStatusRoutes,
  scheduleRoutes,
  emailRoutes,
  uploadRoutes,
  recordingRoutes,
  preferenceRoutes,
  liveChatRoutes,
  contactSearchRoutes,
  contactRoutes,
  contactListRoutes,
  contactFileRoutes,
  noteRoutes,
  taskRoutes,
  userRoutes,
  pipelineRoutes,
  opportunitySearchRoutes,
  opportunityRoutes,
  formRoutes,
  calendarRoutes,
  appointmentRoutes,
  blockedTimeRoutes,
  estimateRoutes,
  invoiceTemplateRoutes,
  invoiceRoutes,
  orderRoutes,
  fulfillmentRoutes,
  transactionRoutes,
  couponRoutes,
  inventoryRoutes,
  productRoutes,
  priceRoutes,
  businessRoutes,
  objectRoutes,
  recordSearchRoutes,
  objectRecordRoutes,
  associationRoutes,
  mediaLibraryRoutes,
  mediaUploadRoutes,
  linkRoutes,
  emailTemplateRoutes,
  emailCampaignRoutes,
  aiAgentRoutes,
  appointmentNoteRoutes,
  automationRoutes,
  courseRoutes,
  locationRoutes,
  locationListRoutes,
  phoneSystemRoutes,
  mediaRoutes,
];

/** Every endpoint of HighLevel that the sandbox implements. */
export function registerApi(app: FastifyInstance, sandbox: Sandbox): void {
  for (const area of AREAS) area(app, sandbox);
}
