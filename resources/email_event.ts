import * as z from 'zod';

import { contactSummary } from './contact.ts';
import { defineResource } from './define.ts';
import { dateTime, id, integer, lead, nested, text, texts } from './fields.ts';
import { toRecord, toText, type RawRecord } from './values.ts';

/** What may become of an email, with what a person calls it. */
export const EMAIL_EVENTS = {
  delivered: 'Delivered',
  opened: 'Opened',
  clicked: 'Clicked',
  bounced: 'Bounced or Failed',
  complained: 'Marked as Spam',
  unsubscribed: 'Unsubscribed',
} as const;

/**
 * The words for each. HighLevel documents `delivered` alone; the others are those that its providers of
 * email use.
 */
const WORDS: Readonly<Record<keyof typeof EMAIL_EVENTS, RegExp>> = {
  unsubscribed: /unsubscri/i,
  complained: /complain|spam|abuse/i,
  bounced: /bounc|fail|reject|drop|undeliver/i,
  clicked: /click/i,
  opened: /open/i,
  delivered: /deliver/i,
};

/** The key of `EMAIL_EVENTS` that a word stands for; the word itself where it stands for none. */
export function emailEventOf(word: string): string {
  return Object.entries(WORDS).find(([, pattern]) => pattern.test(word))?.[0] ?? word;
}

/** What became of an email that HighLevel has sent. */
export const emailEvent = defineResource(
  'email event',
  () =>
    z.object({
      event: lead(text('Event', 'bounced')),
      email: lead(text('Email Address', 'anna@example.com')),
      reason: lead(text('Reason', '550 No such mailbox')),
      occurredAt: lead(dateTime('Occurred At', '2026-11-20T10:02:00.000Z')),
      contact: nested('Contact', contactSummary.shape()),
      contactId: text('Contact ID', 'hT7gK2mWq9ZbR4xVnL0s'),
      from: text('From', 'Example Studio <hello@example.com>'),
      url: text('Clicked URL', 'https://example.com/offer'),
      responseCode: integer('Response Code', 550),
      campaigns: texts('Campaigns', ['Spring Recall']),
      tags: texts('Tags', ['et_other']),
      originalEvent: text('Original Event', 'failed'),
      messageHeaderId: text('Message-ID', '20261120100200.1f2e@example.com'),
      id: id('Webhook ID', '0198f0a2-2d00-7000-8000-00000000000a'),
      locationId: text('Sub-Account ID', 'Lc4tNs8PqWe2ZxRy6UvB'),
    }),
  readEmailEvent,
);

/** Everything but the sub-account is inside of `webhookPayload`. */
function readEmailEvent(raw: RawRecord): RawRecord {
  const payload = toRecord(raw['webhookPayload']);
  const headers = toRecord(toRecord(payload['message'])['headers']);
  const status = toRecord(payload['delivery-status']);
  const word = toText(payload['event']);
  return {
    ...raw,
    id: raw['webhookId'],
    event: word === null ? null : emailEventOf(word),
    originalEvent: word,
    occurredAt: payload['timestamp'] ?? raw['timestamp'],
    email: bareAddress(toText(payload['recipient']) ?? toText(headers['to'])),
    from: headers['from'],
    reason: toText(status['description']) ?? toText(payload['reason']) ?? status['message'],
    responseCode: status['code'],
    url: payload['url'],
    campaigns: payload['campaigns'],
    tags: payload['tags'],
    messageHeaderId: headers['message-id'],
  };
}

/** The address in `Name <address>`. */
export function bareAddress(written: string | null): string | null {
  return written === null ? null : (/<([^<>]+)>/.exec(written)?.[1] ?? written).trim();
}
