import type { Bundle, ZObject } from 'zapier-platform-core';

import { conversation } from '../../resources/conversation.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { locationOf } from '../connection/location.ts';
import { messagesOf } from '../http/answers.ts';
import { send } from '../http/client.ts';
import { RepeatedError } from '../http/errors.ts';
import { throwFailure } from '../http/failures.ts';
import { searchConversations } from './conversations.ts';

/** HighLevel's clock and ours may differ by this much. */
const CLOCK_SKEW_MS = 60_000;

/**
 * The conversation of a contact, made where there is none. HighLevel keeps one for each contact and
 * answers a second "create" with 400 and the existing one's id, or with the existing one itself.
 */
export async function openConversation(z: ZObject, bundle: Bundle, contactId: string) {
  const startedAt = Date.now();
  const response = await send(z, {
    method: 'POST',
    url: '/conversations/',
    body: { locationId: locationOf(bundle), contactId },
    repeatable: true,
    expected: [400],
  });
  const answer = toRecord(response.data);
  if (response.status < 400) {
    const opened = conversation.parse(answer);
    const alreadyExisted = Date.parse(opened.dateAdded ?? '') < startedAt - CLOCK_SKEW_MS;
    return { ...opened, alreadyExisted };
  }
  const id = toText(answer['conversationId']);
  if (!id && !/already exists/i.test(messagesOf(answer).join(' '))) throwFailure(response, bundle);
  const { conversations } = await searchConversations(z, bundle, id ? { id } : { contactId });
  // HighLevel's search finds a conversation some time after it was created.
  if (!conversations[0] && !id) throw notFoundYet();
  const existing = conversations[0] ?? conversation.parse({ id, contactId });
  return { ...existing, alreadyExisted: true };
}

function notFoundYet(): Error {
  return new RepeatedError(
    "The contact's conversation was created a moment ago, and HighLevel's search does not find it yet.",
  );
}

/** The id of a contact's conversation, which is made where there is none. Mostly one request. */
export async function conversationIdOf(
  z: ZObject,
  bundle: Bundle,
  contactId: string,
): Promise<string> {
  const { conversations } = await searchConversations(z, bundle, { contactId, limit: 1 });
  return conversations[0]?.id ?? (await openConversation(z, bundle, contactId)).id;
}
