import type { Bundle, ZObject } from 'zapier-platform-core';

import { conversation, conversationDetails } from '../../resources/conversation.ts';
import type { RecordOf } from '../../resources/define.ts';
import { contactsByIds } from '../contacts/by_ids.ts';
import { contactById } from '../contacts/contacts.ts';
import { usersByIds } from '../users/users.ts';
import { path } from '../http/path.ts';
import { recordAt } from '../records/details.ts';
import type { Conversation } from './conversations.ts';

export type ConversationDetails = RecordOf<typeof conversationDetails>;

/** The conversation with an id, or undefined where HighLevel has none. */
export function conversationById(
  z: ZObject,
  conversationId: string,
): Promise<Conversation | undefined> {
  return recordAt(z, conversation, path`/conversations/${conversationId}`);
}

/**
 * Conversations with the people in them by name. One request for the users that they are assigned
 * to, and one for the contacts that HighLevel's answer left without a name: none where it says all.
 */
export async function withNames(
  z: ZObject,
  bundle: Bundle,
  conversations: readonly Conversation[],
): Promise<ConversationDetails[]> {
  const unnamed = conversations.flatMap(({ contactId, contactName }) =>
    contactId && !contactName ? [contactId] : [],
  );
  const assigned = conversations.flatMap(({ assignedTo }) => assignedTo ?? []);
  const [contacts, users] = await Promise.all([
    contactsOf(z, bundle, unnamed),
    usersByIds(z, bundle, assigned),
  ]);
  return conversations.map((entry) => {
    const contact = contacts.find(({ id }) => id === entry.contactId);
    const user = users.find(({ id }) => id === entry.assignedTo);
    return conversationDetails.parse({
      ...entry,
      contactName: contact?.name ?? contact?.companyName ?? entry.contactName,
      email: contact?.email ?? entry.email,
      phone: contact?.phone ?? entry.phone,
      tags: contact?.tags ?? entry.tags,
      assignedUserName: user?.name,
      assignedUserEmail: user?.email,
    });
  });
}

/** One contact is read by its ID, since a search does not find it until some time after its creation. */
async function contactsOf(z: ZObject, bundle: Bundle, contactIds: readonly string[]) {
  const [first, ...others] = new Set(contactIds);
  if (first === undefined) return [];
  if (others.length > 0) return contactsByIds(z, bundle, [first, ...others]);
  const only = await contactById(z, first);
  return only ? [only] : [];
}
