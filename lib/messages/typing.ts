import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { typing } from '../../resources/typing.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { notFound } from '../inputs/refusal.ts';
import { conversationById } from '../conversations/details.ts';
import { locationOf } from '../connection/location.ts';

/**
 * Shows or hides "is typing" in a contact's live chat. HighLevel asks for the visitor of the chat,
 * whom only the contact names: three requests.
 *
 * @throws errors.Error when the conversation is gone, or its contact never chatted
 */
export async function showTyping(
  z: ZObject,
  bundle: Bundle,
  { conversationId, isTyping = true }: { conversationId: string; isTyping?: boolean },
) {
  const contactId = (await conversationById(z, conversationId))?.contactId;
  if (!contactId) {
    throw notFound({ what: 'conversation', label: 'Conversation', id: conversationId });
  }
  const { data } = await send(z, { url: path`/contacts/${contactId}` });
  const visitorId = toText(toRecord(toRecord(data)['contact'])['visitorId']);
  if (!visitorId) {
    throw new errors.Error(
      'This contact has never used the live chat of your website, so there is nowhere to show typing. Choose a conversation from the live chat.',
      'no_visitor',
    );
  }
  const locationId = locationOf(bundle);
  await send(z, {
    method: 'POST',
    url: '/conversations/providers/live-chat/typing',
    body: {
      locationId,
      // The specification has a text here.
      isTyping: String(isTyping),
      visitorId,
      conversationId,
    },
    repeatable: true,
    mayBeEmpty: true,
  });
  return typing.parse({ id: conversationId, isTyping, visitorId, contactId, locationId });
}
