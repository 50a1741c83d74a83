import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import { APP, COMPANY_ID } from '../state/app-registration.ts';
import type { Location, Message } from '../state/records.ts';
import { adminOf } from './installs.ts';

/** LocationCreate and LocationUpdate: they name the agency, and the sub-account as their subject. */
export const locationEvent = (
  type: 'LocationCreate' | 'LocationUpdate',
  { id, name, email, companyId }: Location,
): Json => ({ type, id, name, email, companyId });

/** PLAN_CHANGE: a sub-account pays for another plan of the app. */
export const planEvent = (sandbox: Sandbox, { id }: Location): Json => ({
  type: 'PLAN_CHANGE',
  appId: APP.id,
  locationId: id,
  companyId: COMPANY_ID,
  userId: adminOf(sandbox, id),
  currentPlanId: '66a0419a0dffa47fb5f8b22f',
  newPlanId: '66a0419a0dffa47fb5f8b230',
});

/**
 * ProviderOutboundMessage: what the delivery address of a custom provider is asked to send. Its
 * `type` is the channel.
 */
export const providerMessageEvent = ({ store }: Sandbox, message: Message): Json => ({
  contactId: message.contactId,
  locationId: message.locationId,
  messageId: message.id,
  type: 'SMS',
  phone: store.contacts.get(message.contactId)?.phone ?? '',
  message: message.body ?? '',
  attachments: message.attachments,
  userId: message.userId,
});
