import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { messageAttachments, uploadedFile } from '../../resources/attachments.ts';
import { send } from '../http/client.ts';
import { path } from '../http/path.ts';
import { notFound } from '../inputs/refusal.ts';
import { conversationIdOf } from '../conversations/open.ts';
import { messageById } from './find.ts';
import { downloadAttachments, uploadAll, uploadFile } from './uploads.ts';

/** HighLevel takes at most so many on a message. */
const MOST_ATTACHMENTS = 5;

/** Files for a message that exists, in the words of the input fields. */
export interface AttachmentsInput {
  messageId: string;
  /** Addresses of files as they are. */
  attachments?: string[];
  /** Files to upload to HighLevel first. */
  files?: string[];
}

/**
 * Gives a logged call these attachments in place of those that it has.
 *
 * @throws errors.Error for none, for more than five, or for a message that may have none
 */
export async function replaceAttachments(z: ZObject, bundle: Bundle, input: AttachmentsInput) {
  const { messageId, attachments = [], files = [] } = input;
  const count = attachments.length + files.length;
  if (count === 0 || count > MOST_ATTACHMENTS) {
    throw new errors.Error(
      count === 0
        ? 'There is no attachment. Fill in "Attachments" or "Attachment URLs".'
        : `A message takes at most ${MOST_ATTACHMENTS} attachments, and these are ${count}. Leave some out.`,
      'attachment_count',
    );
  }
  const uploaded = await uploadForMessage(z, bundle, messageId, files);
  const all = [...attachments, ...uploaded];
  await send(z, {
    method: 'PUT',
    url: path`/conversations/messages/${messageId}/attachments`,
    body: { attachments: all },
    mayBeEmpty: true,
  });
  return messageAttachments.parse({ id: messageId, attachments: all, count });
}

async function uploadForMessage(
  z: ZObject,
  bundle: Bundle,
  messageId: string,
  urls: readonly string[],
): Promise<string[]> {
  if (urls.length === 0) return [];
  const { conversationId, contactId, channel } = (await messageById(z, messageId))?.entry ?? {};
  if (!conversationId || !contactId) {
    throw notFound({ what: 'message', label: 'Call', id: messageId });
  }
  const target = { conversationId, contactId, channel: channel ?? 'call' };
  return uploadAll(z, bundle, target, await downloadAttachments(z, target.channel, urls));
}

/** A file to upload, in the words of the input fields. */
export interface UploadInput {
  contactId: string;
  file: string;
  /** The channel to send it on: WhatsApp takes larger files. */
  channel?: string;
}

/** Uploads a file to HighLevel, for messages of a contact's conversation. */
export async function uploadAttachment(z: ZObject, bundle: Bundle, input: UploadInput) {
  const { contactId, channel = 'sms' } = input;
  const files = await downloadAttachments(z, channel, [input.file]);
  const conversationId = await conversationIdOf(z, bundle, contactId);
  const addresses = await Promise.all(
    files.map((file) => uploadFile(z, bundle, { conversationId, contactId, channel }, file)),
  );
  return uploadedFile.parse({
    ...files[0],
    id: addresses[0],
    sizeInBytes: files[0]?.content.length,
    conversationId,
    contactId,
  });
}
