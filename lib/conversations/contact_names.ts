import type { Bundle, ZObject } from 'zapier-platform-core';

import type { conversation } from '../../resources/conversation.ts';
import type { RecordOf } from '../../resources/define.ts';
import { namesFor } from '../contacts/names.ts';

type Conversation = Pick<
  RecordOf<typeof conversation>,
  'id' | 'contactId' | 'contactName' | 'email' | 'phone'
>;

/**
 * The names of the contacts of conversations, by contact ID, or by the conversation's where it has
 * no contact. Those that the conversations leave out
 * are asked for.
 *
 * @param shown the contacts that will be shown, where it is not all of the conversations
 */
export function contactNamesOf(
  z: ZObject,
  bundle: Bundle,
  conversations: readonly Conversation[],
  shown = conversations.map(({ contactId }) => contactId),
) {
  const people = conversations.map(({ id, contactId, contactName, email, phone }) => ({
    contactId: contactId ?? id,
    name: contactName,
    email,
    phone,
  }));
  return namesFor(z, bundle, people, shown);
}
