import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { bareAddress, emailEvent, emailEventOf } from '../../resources/email_event.ts';
import type { RawRecord } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { contactsWith } from '../contacts/contacts.ts';
import { latestMessages } from '../messages/messages.ts';
import { isSameName } from '../inputs/characters.ts';

type EmailEvent = RecordOf<typeof emailEvent>;

/** What events a Zap starts for. */
export interface EmailEventFilters {
  /** Keys of `EMAIL_EVENTS`, or HighLevel's own words. */
  events: readonly string[];
}

/**
 * What a Zap starts with: the event, and the contact with the email address that it was sent to. An
 * event names no contact, and several may have the address: then there is none.
 */
export async function startsWith(
  z: ZObject,
  bundle: Bundle,
  raw: RawRecord,
  filters: EmailEventFilters,
): Promise<EmailEvent[]> {
  const entry = emailEvent.parse(raw);
  if (!isAskedFor(entry, filters)) return [];
  const { email } = entry;
  const contacts = email === null ? [] : await contactsWith(z, bundle, { email });
  const [contact] = contacts.length === 1 ? contacts : [];
  return [{ ...entry, contact: contact ?? null, contactId: contact?.id ?? null }];
}

function isAskedFor({ event, originalEvent }: EmailEvent, { events }: EmailEventFilters): boolean {
  return events.some(
    (wanted) => emailEventOf(wanted) === event || isSameName(wanted, originalEvent ?? ''),
  );
}

/** So many emails are shown in the editor: for each of them its contact is looked for. */
const EXAMPLES = 3;

/** HighLevel lists no events: the latest emails by their status, as the events would be. */
export async function latestAsEvents(
  z: ZObject,
  bundle: Bundle,
  filters: EmailEventFilters,
): Promise<EmailEvent[]> {
  const sent = await latestMessages(z, bundle, { channel: ['email'], direction: 'outbound' });
  const starts: EmailEvent[] = [];
  for (const { id, status, dateUpdated, from, to } of sent) {
    if (starts.length === EXAMPLES) break;
    const webhookPayload = {
      event: status,
      timestamp: dateUpdated,
      recipient: bareAddress(to?.split(',')[0] ?? null),
      message: { headers: { from } },
    };
    const raw = { webhookId: id, locationId: locationOf(bundle), webhookPayload };
    starts.push(...(await startsWith(z, bundle, raw, filters)));
  }
  return starts;
}
