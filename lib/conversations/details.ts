import type { ZObject } from 'zapier-platform-core';

import { conversation } from '../../resources/conversation.ts';
import { conversationDetails } from '../../resources/conversation_details.ts';
import type { RecordOf } from '../../resources/define.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { contactById } from '../contacts/index.ts';
import type { Conversation } from './conversations.ts';
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

/** The same with the names of its contact and of the user it is assigned to: three requests. */
export async function conversationWithNames(
  z: ZObject,
  conversationId: string,
): Promise<RecordOf<typeof conversationDetails> | undefined> {
  const found = await conversationById(z, conversationId);
  if (!found) return undefined;
  const { contactId, assignedTo } = found;
  const [contact, user] = await Promise.all([
    contactId ? contactById(z, contactId) : undefined,
    assignedTo ? userById(z, assignedTo) : undefined,
  ]);
  return conversationDetails.parse({
    ...found,
    contactName: contact?.name ?? contact?.companyName ?? found.contactName,
    email: contact?.email ?? found.email,
    phone: contact?.phone ?? found.phone,
    tags: contact?.tags ?? found.tags,
    assignedUserName: user?.name,
    assignedUserEmail: user?.email,
  });
}
