import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text, yesNo } from './fields.ts';
import { CONTACT_LINK_EXAMPLE, contactLink } from './links.ts';
import { isRecord, toRecord } from './values.ts';

/** HighLevel's names of the channels that a contact can close, by ours. */
export const DND_CHANNELS = {
  sms: 'SMS',
  email: 'Email',
  call: 'Call',
  whatsapp: 'WhatsApp',
  facebook: 'FB',
  google: 'GMB',
} as const;

/** What a person reads for each setting, in steps and in their results. */
export const DND_LABELS = {
  all: 'All Channels',
  sms: 'SMS',
  email: 'Email',
  call: 'Calls',
  whatsapp: 'WhatsApp',
  facebook: 'Facebook Messenger',
  google: 'Google Business',
  inbound: 'Incoming',
} as const;

/** Whom a contact lets reach it, channel by channel: `active`, `inactive` or `permanent`. */
export const doNotDisturb = defineResource(
  'do-not-disturb settings',
  () =>
    z.object({
      id: id('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      name: text('Name', 'Anna Example'),
      link: text('Link', CONTACT_LINK_EXAMPLE),
      all: yesNo(DND_LABELS.all, false),
      sms: text(DND_LABELS.sms, 'active'),
      email: text(DND_LABELS.email, 'inactive'),
      call: text(DND_LABELS.call, 'inactive'),
      whatsapp: text(DND_LABELS.whatsapp, 'inactive'),
      facebook: text(DND_LABELS.facebook, 'inactive'),
      google: text(DND_LABELS.google, 'inactive'),
      inbound: text(DND_LABELS.inbound, 'inactive'),
    }),
  (raw) => {
    const contact = isRecord(raw['contact']) ? raw['contact'] : raw;
    const settings = toRecord(contact['dndSettings']);
    const statuses = Object.entries(DND_CHANNELS).map(
      ([key, channel]) => [key, toRecord(settings[channel])['status']] as const,
    );
    return {
      id: contact['id'],
      name: contact['name'],
      link: contactLink(contact['locationId'], contact['id']),
      all: contact['dnd'],
      inbound: toRecord(toRecord(contact['inboundDndSettings'])['all'])['status'],
      ...Object.fromEntries(statuses),
    };
  },
);
