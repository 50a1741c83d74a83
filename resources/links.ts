import { toText } from './values.ts';

/**
 * Where a person opens the record in HighLevel. The host is the one that agencies' own brands use
 * too, so that nobody reads a name they do not know.
 */
const APP = 'https://app.leadconnectorhq.com/v2/location';

/** The link of the contact in the samples. */
export const CONTACT_LINK_EXAMPLE = `${APP}/Lc4tNs8PqWe2ZxRy6UvB/contacts/detail/hT7gK2mWq9ZbR4xVnL0s`;

export function conversationLink(locationId: unknown, conversationId: unknown): string | null {
  return link(locationId, 'conversations/conversations', conversationId);
}

export function contactLink(locationId: unknown, contactId: unknown): string | null {
  return link(locationId, 'contacts/detail', contactId);
}

export function opportunityLink(locationId: unknown, opportunityId: unknown): string | null {
  return link(locationId, 'opportunities', opportunityId);
}

/** The board with all opportunities. */
export function opportunitiesLink(locationId: unknown): string | null {
  return link(locationId, 'opportunities', 'list');
}

/**
 * Where a customer reads and pays an invoice. The host is HighLevel's own, which works beside the domain
 * that a sub-account may have for its links.
 */
export function paymentLink(invoiceId: unknown): string | null {
  const invoice = toText(invoiceId);
  return invoice ? `https://link.msgsndr.com/invoice/${invoice}` : null;
}

function link(locationId: unknown, page: string, id: unknown): string | null {
  const location = toText(locationId);
  const record = toText(id);
  return location && record ? `${APP}/${location}/${page}/${record}` : null;
}
