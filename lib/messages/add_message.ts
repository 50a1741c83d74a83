import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { conversationIdOf } from '../conversations/open.ts';
import { messagesOf } from '../http/answers.ts';
import { path } from '../http/path.ts';
import { locationOf } from '../connection/location.ts';
import { downloadAttachments, uploadAll } from './uploads.ts';

/** What came from elsewhere, in the words of the input fields. */
export interface Received {
  contactId: string;
  conversationProviderId?: string;
  /** Addresses of files as they are. */
  attachments?: string[];
  /** Files to upload to HighLevel first. */
  files?: string[];
  /** ISO 8601. */
  date?: string;
  /** The other system's own id. */
  altId?: string;
}

/**
 * Adds a message or a call to its contact's conversation, which is opened where there is none, with
 * its files uploaded.
 *
 * @throws errors.Error when HighLevel stores nothing, for want of the right provider
 */
export async function addToConversation(
  z: ZObject,
  bundle: Bundle,
  direction: 'inbound' | 'outbound',
  channel: string,
  input: Received,
  content: RawRecord,
): Promise<RawRecord> {
  const { contactId, conversationProviderId, altId, date } = input;
  const files = await downloadAttachments(z, channel, input.files ?? []);
  const conversationId = await conversationIdOf(z, bundle, contactId);
  const uploaded = await uploadAll(z, bundle, { conversationId, contactId, channel }, files);
  const attachments = [...(input.attachments ?? []), ...uploaded];
  const response = await send(z, {
    method: 'POST',
    url: path`/conversations/messages/${direction}`,
    body: {
      ...content,
      conversationId,
      // HighLevel takes the contact from the conversation of an outbound call, and no other.
      ...(direction === 'inbound' && { contactId }),
      conversationProviderId,
      altId,
      date,
      ...(attachments.length > 0 && { attachments }),
    },
    // A provider that HighLevel does not know is answered with 500 (highlevel-api-docs #6).
    expected: conversationProviderId ? [500] : [],
    mayBeEmpty: true,
  });
  const answer = toRecord(response.data);
  if (response.status >= 400) throw noProvider(messagesOf(answer).join(' '));
  // Without the provider that it needs, HighLevel accepts and stores nothing (highlevel-api-docs #70).
  if (!toText(answer['messageId']))
    throw noProvider('HighLevel accepted the message but stored nothing.');
  return { contactId, conversationId, ...answer, locationId: locationOf(bundle) };
}

function noProvider(said: string): Error {
  return new errors.Error(
    `${said} That happens when "Conversation Provider" is empty or not the right one. ` +
      'Use the ID of a provider that is installed in this sub-account and made for this channel.',
    'wrong_provider',
  );
}
