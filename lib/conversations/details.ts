import type { Bundle, ZObject } from 'zapier-platform-core';

import { conversation } from '../../resources/conversation.ts';
import { conversationDetails } from '../../resources/conversation_details.ts';
import type { RecordOf } from '../../resources/define.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { contactById } from '../contacts/index.ts';
import { searchConversations, type Conversation } from './conversations.ts';
import { userById } from '../users/index.ts';

/** The conversation with an id, or undefined where HighLevel has none. */
export async function conversationById(
  z: ZObject,
  conversationId: string,
): Promise<Conversation | undefined> {
  const { status, data } = await send(z, {
    url: path`/conversations/${conversationId}`,
    // An id of the wrong form is answered with 400.
    expected: [400, 404],
  });
  return status < 400 ? conversation.parse(data) : undefined;
}

/**
 * The same with the names of its contact and of the user it is assigned to, and with what only
 * HighLevel's search returns, such as the direction of the last message: four requests.
 */
export async function conversationWithNames(
  z: ZObject,
  bundle: Bundle,
  conversationId: string,
): Promise<RecordOf<typeof conversationDetails> | undefined> {
  const found = await conversationById(z, conversationId);
  if (!found) return undefined;
  const { contactId, assignedTo } = found;
  const [contact, user, page] = await Promise.all([
    contactId ? contactById(z, contactId) : undefined,
    assignedTo ? userById(z, assignedTo) : undefined,
    searchConversations(z, bundle, { id: conversationId, limit: 1 }),
  ]);
  const listed = page.conversations.find(({ id }) => id === conversationId);
  const whole = { ...listed, ...filledIn(found) };
  return conversationDetails.parse({
    ...whole,
    contactName: contact?.name ?? contact?.companyName ?? whole.contactName,
    email: contact?.email ?? whole.email,
    phone: contact?.phone ?? whole.phone,
    tags: contact?.tags ?? whole.tags,
    assignedUserName: user?.name,
    assignedUserEmail: user?.email,
  });
}

/** The values of a record that say something. */
function filledIn(entry: Conversation): Partial<Conversation> {
  return Object.fromEntries(
    Object.entries(entry).filter(([, value]) =>
      Array.isArray(value) ? value.length > 0 : value !== null,
    ),
  );
}
