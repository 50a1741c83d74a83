import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RawRecord } from '../../resources/values.ts';
import { withoutGaps } from '../http/client.ts';
import { path } from '../http/path.ts';
import { altOf } from '../records/records.ts';
import { existingInvoice, refuseEnded } from './existing.ts';
import { invoices, type Invoice } from './invoices.ts';
import { checkReach } from './payer.ts';
import { senderOf } from './sender.ts';

/** How a bill is sent, in the words of the steps that send one. */
export interface SendInput {
  sendBy: string;
  userId?: string;
  fromName?: string;
  fromEmail?: string;
}

/** What HighLevel wants to know of a sending. @param isLive whether the bill is no test */
export async function sendingOf(
  z: ZObject,
  bundle: Bundle,
  { sendBy, userId, fromName, fromEmail }: SendInput,
  isLive: boolean | null,
): Promise<RawRecord> {
  const sentFrom = withoutGaps({ fromName, fromEmail });
  return {
    ...altOf(bundle),
    action: sendBy,
    liveMode: isLive !== false,
    userId: await senderOf(z, bundle, userId),
    sentFrom: Object.keys(sentFrom).length > 0 ? sentFrom : undefined,
  };
}

/** Who gets a bill, by what it says itself. */
export function reachedBy(bill: Pick<Invoice, 'contactName' | 'contactEmail' | 'contactPhone'>) {
  const { contactName, contactEmail, contactPhone } = bill;
  return { name: contactName ?? 'The contact', email: contactEmail, phone: contactPhone };
}

/** Sends an invoice, or marks it as sent. */
export async function sendInvoice(
  z: ZObject,
  bundle: Bundle,
  { invoiceId, ...input }: SendInput & { invoiceId: string },
): Promise<Invoice> {
  const current = await existingInvoice(z, bundle, invoiceId);
  refuseEnded(current, 'sent');
  checkReach(reachedBy(current), input.sendBy);
  const body = await sendingOf(z, bundle, input, current.isLive);
  return invoices.call(z, bundle, {
    method: 'POST',
    url: path`/invoices/${invoiceId}/send`,
    body,
  });
}

/** Voids an invoice: nobody has to pay it any more. */
export async function voidInvoice(z: ZObject, bundle: Bundle, invoiceId: string): Promise<Invoice> {
  return invoices.call(z, bundle, {
    method: 'POST',
    url: path`/invoices/${invoiceId}/void`,
    body: altOf(bundle),
    repeatable: true,
  });
}
