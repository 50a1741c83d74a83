import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { CHANNEL_LABELS } from '../../resources/channels.ts';
import { addedMessage } from '../../resources/added_message.ts';
import type { RawRecord } from '../../resources/values.ts';
import { contactById } from '../contacts/contacts.ts';
import { readEmail } from '../inputs/emails.ts';
import { addToConversation, type Received } from './add_message.ts';
import { emptyMessage } from './send.ts';

/** The channels that messages can be added on, with HighLevel's name for each. Calls are logged. */
export const RECEIVABLE_TYPES = {
  sms: 'SMS',
  email: 'Email',
  whatsapp: 'WhatsApp',
  rcs: 'RCS',
  instagram: 'IG',
  facebook: 'FB',
  tiktok: 'TIKTOK',
  google_business: 'GMB',
  live_chat: 'Live_Chat',
  web_chat: 'WebChat',
  all_in_one_chat: 'ALL_IN_ONE_CHAT',
  form: 'FORM_SUBMISSION',
  custom: 'Custom',
} as const;

/** The same channels with their labels, for a dropdown. */
export const RECEIVABLE_CHANNELS: Record<keyof typeof RECEIVABLE_TYPES, string> = {
  sms: CHANNEL_LABELS.sms,
  email: CHANNEL_LABELS.email,
  whatsapp: CHANNEL_LABELS.whatsapp,
  rcs: CHANNEL_LABELS.rcs,
  instagram: CHANNEL_LABELS.instagram,
  facebook: CHANNEL_LABELS.facebook,
  tiktok: CHANNEL_LABELS.tiktok,
  google_business: CHANNEL_LABELS.google_business,
  live_chat: CHANNEL_LABELS.live_chat,
  web_chat: 'Website Chat',
  all_in_one_chat: 'All-in-One Chat',
  form: CHANNEL_LABELS.form,
  custom: CHANNEL_LABELS.custom,
};

/** What a customer said elsewhere. */
export interface InboundInput extends Received {
  /** One of `RECEIVABLE_TYPES`. */
  channel: string;
  message?: string;
  subject?: string;
  html?: string;
  emailFrom?: string;
  emailTo?: string;
  emailCc?: string[];
  emailBcc?: string[];
  /** The email that this one answers. */
  emailMessageId?: string;
}

/**
 * Writes what a customer said elsewhere into their conversation, which is opened where there is none.
 * https://marketplace.gohighlevel.com/docs/ghl/conversations/add-an-inbound-message
 *
 * @throws errors.Error when HighLevel stores nothing, for want of the right provider
 */
export async function addInboundMessage(z: ZObject, bundle: Bundle, input: InboundInput) {
  const { channel, message, html } = input;
  if ((message ?? html ?? input.attachments ?? input.files) === undefined) {
    throw emptyMessage(channel);
  }
  const content = {
    type: Object.entries(RECEIVABLE_TYPES).find(([key]) => key === channel)?.[1],
    message,
    direction: 'inbound',
    ...(channel === 'email' && (await emailPart(z, input))),
  };
  const answer = await addToConversation(z, bundle, 'inbound', channel, input, content);
  return addedMessage.parse({ ...answer, channel });
}

/** HighLevel refuses an email without a sender: that is the contact where nobody else is named. */
async function emailPart(z: ZObject, input: InboundInput): Promise<RawRecord> {
  const { contactId, emailFrom, emailTo, subject, html, emailMessageId } = input;
  const sender = emailFrom ?? (await contactById(z, contactId))?.email;
  if (!sender) {
    throw new errors.Error(
      '"From" is empty and the contact has no email address. Fill in the sender\'s email address.',
      'missing_input',
    );
  }
  return {
    subject,
    html,
    emailFrom: readEmail(sender, 'From'),
    emailTo,
    emailCc: input.emailCc,
    emailBcc: input.emailBcc,
    emailMessageId,
  };
}
