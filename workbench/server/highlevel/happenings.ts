import type { LocalZapier } from '../../../local/index.ts';
import { toRecord, toText } from '../../../resources/values.ts';
import { recordsOf } from '../../../scripts/check/live/records.ts';
import type { HappeningKey } from '../../api/highlevel.ts';
import { Problem } from '../http/problem.ts';

type Happening = (zapier: LocalZapier, contactId: string, text: string) => Promise<unknown>;

/** What a customer does. */
export const HAPPENINGS: Readonly<Record<HappeningKey, Happening>> = {
  writes: (zapier, contactId, body) =>
    zapier.sandbox.post('/messages', { contactId, channel: 'SMS', body }),
  mails: (zapier, contactId, body) =>
    zapier.sandbox.post('/messages', { contactId, channel: 'Email', subject: 'A question', body }),
  calls: (zapier, contactId, text) => {
    const call = { duration: 95, status: 'completed', recordingSeconds: 95, transcript: [text] };
    return zapier.sandbox.post('/messages', { contactId, channel: 'Call', call });
  },
  books: async (zapier, contactId) => {
    for (const { id } of await recordsOf(zapier, 'calendars')) {
      const [times] = await zapier.search('find_available_times', { calendarId: id });
      const startTime = toText(times?.['first']);
      if (startTime === null) continue;
      return zapier.create('book_appointment', { contactId, calendarId: id, startTime });
    }
    throw new Problem(422, 'full', 'No calendar has a free time.');
  },
  pays: async (zapier, contactId) => {
    const isDue = (status: unknown) => status === 'sent' || status === 'partially_paid';
    const due = (await recordsOf(zapier, 'invoices')).find(
      ({ status, contactDetails }) => isDue(status) && toRecord(contactDetails)['id'] === contactId,
    );
    if (!due) throw new Problem(422, 'nothing_due', 'This contact has no invoice to pay.');
    return zapier.sandbox.post(`/invoices/${String(due['id'])}/pay`, {});
  },
};
