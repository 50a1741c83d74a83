import * as z from 'zod';

import { defineResource } from './define.ts';
import { dateTime, id, lines, text, texts, yesNo } from './fields.ts';
import { CONTACT_LINK_EXAMPLE, contactLink } from './links.ts';
import type { RawRecord } from './values.ts';

/** A kind of message that contacts can subscribe to, such as a newsletter. */
export const subscriptionType = defineResource(
  'subscription type',
  () =>
    z.object({
      id: id('Subscription Type ID', 'sUb2Ty8LpQ5wXv7ZkRcN'),
      name: text('Name', 'Newsletter'),
      description: text('Description', 'News of the studio, once a month'),
      channel: text('Channel', 'email'),
      language: text('Language', 'en'),
      archived: yesNo('Is Archived', false),
    }),
  (raw) => ({ ...raw, id: raw['id'] ?? raw['_id'] ?? raw['subtype_id'] }),
);

/** What a contact is subscribed to, by address. */
export const subscriptionStatus = defineResource(
  'subscription status',
  () =>
    z.object({
      id: id('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      hasUnsubscribed: yesNo('Has Unsubscribed', true),
      unsubscribedFrom: texts('Unsubscribed From', ['Newsletter']),
      subscriptions: lines('Subscription', {
        name: text('Type', 'Newsletter'),
        email: text('Email', 'anna@example.com'),
        status: text('Status', 'unsubscribed'),
        legalReason: text('Legal Reason', 'Asked for it by phone'),
        legalDescription: text('Legal Description', 'Call of 20 November'),
        dateUpdated: dateTime('Updated At', '2026-11-20T10:02:00.000Z'),
        typeId: text('Type ID', 'sUb2Ty8LpQ5wXv7ZkRcN'),
      }),
      link: text('Contact Link', CONTACT_LINK_EXAMPLE),
    }),
  withLink,
);

/** A subscription after it was changed. */
export const subscriptionChange = defineResource(
  'subscription change',
  () =>
    z.object({
      id: id('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      email: text('Email', 'anna@example.com'),
      scope: text('Subscription', 'custom'),
      typeId: text('Subscription Type ID', 'sUb2Ty8LpQ5wXv7ZkRcN'),
      status: text('Status', 'unsubscribed'),
      link: text('Contact Link', CONTACT_LINK_EXAMPLE),
      message: text("HighLevel's Response", 'Subscription updated successfully'),
    }),
  withLink,
);

function withLink(raw: RawRecord): RawRecord {
  return { ...raw, link: contactLink(raw['locationId'], raw['id']) };
}
