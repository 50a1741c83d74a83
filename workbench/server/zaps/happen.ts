import type { LocalZapier } from '../../../local/index.ts';
import type { RawRecord } from '../../../resources/values.ts';
import type { Operation } from '../../../scripts/check/integration.ts';
import { LIVE_CASES } from '../../../scripts/check/live/cases.ts';
import { somebody, someRecord } from '../../../scripts/check/live/records.ts';
import { fireAny } from '../../../scripts/check/live/runs.ts';

type Happening = (zapier: LocalZapier) => Promise<unknown>;

/** What each polling trigger waits for. */
const POLLED: Readonly<Record<string, Happening>> = {
  new_message: write({ channel: 'SMS' }),
  unread_conversation: write({ channel: 'SMS' }),
  message_status_changed: write({ channel: 'SMS', direction: 'outbound', status: 'delivered' }),
  new_conversation: writeFirst,
  conversation_assigned: async (zapier) => {
    const { id } = await someRecord(zapier, 'conversations', (one) => !one['assignedTo']);
    const user = await someRecord(zapier, 'users');
    return zapier.create('update_conversation', { conversationId: id, assignedTo: user['id'] });
  },
  new_contact: (zapier) =>
    zapier.create('upsert_contact', {
      firstName: 'Robin',
      lastName: 'Example',
      email: `robin.${Date.now()}@example.com`,
    }),
  transcription_ready: async (zapier) => {
    const call = { duration: 95, status: 'completed', recordingSeconds: 95, transcript: [TEXT] };
    return write({ channel: 'Call', call })(zapier);
  },
  new_form_submission: submit('form'),
  new_survey_submission: submit('survey'),
};

const TEXT = 'Is Thursday at ten still free?';

/**
 * Lets happen in the local HighLevel what a trigger waits for.
 *
 * @param events what an instant trigger has subscribed to
 * @throws Error when nothing is known that starts it
 */
export async function happen(
  zapier: LocalZapier,
  { key, path }: Operation,
  events: readonly string[],
): Promise<void> {
  const happening = LIVE_CASES[path]?.event ?? POLLED[key];
  if (happening) await happening(zapier);
  else await fireAny(zapier, events);
}

function write(message: RawRecord): Happening {
  return async (zapier) => {
    const { id } = await somebody(zapier);
    return zapier.sandbox.post('/messages', { contactId: id, body: TEXT, ...message });
  };
}

async function writeFirst(zapier: LocalZapier): Promise<unknown> {
  const conversations = await zapier.sandbox.list('/state/conversations');
  const known = new Set(conversations.map(({ contactId }) => contactId));
  const { id } = await someRecord(zapier, 'contacts', (contact) => !known.has(contact['id']));
  return zapier.sandbox.post('/messages', { contactId: id, channel: 'SMS', body: TEXT });
}

function submit(kind: 'form' | 'survey'): Happening {
  return async (zapier) => {
    const form = await someRecord(zapier, 'forms', (one) => one['kind'] === kind);
    const { id } = await somebody(zapier);
    return zapier.sandbox.post('/submissions', { formId: form['id'], contactId: id });
  };
}
