import pLimit from 'p-limit';
import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { isRecord, toRecord, toText } from '../../resources/values.ts';
import { send } from '../http/client.ts';
import { RepeatedError, requestFailure } from '../http/errors.ts';
import type { DownloadedFile } from '../http/files.ts';
import {
  checkFile,
  downloadForUpload,
  filePart,
  FILES_AT_ONCE,
  MEGABYTE,
  postForm,
  streamed,
  typesOf,
  type AcceptedFiles,
} from '../http/uploads.ts';
import { locationOf } from '../connection/location.ts';
import { makeRequest } from '../http/request.ts';

/** Where an uploaded file belongs. */
export interface UploadTarget {
  conversationId: string;
  contactId: string;
  /** A channel of resources/channels.ts: WhatsApp takes larger files. */
  channel: string;
}

/** The largest file that HighLevel takes for a channel, in bytes. */
export function largestUpload(channel: string): number {
  return channel === 'whatsapp' ? 100 * MEGABYTE : 5 * MEGABYTE;
}

/** The file types that HighLevel takes. */
const MEDIA_TYPES = typesOf(
  'jpg',
  'jpeg',
  'png',
  'mp4',
  'mpeg',
  'zip',
  'rar',
  'pdf',
  'doc',
  'docx',
  'txt',
  'mp3',
  'wav',
);

function acceptedOn(channel: string): AcceptedFiles {
  return { types: MEDIA_TYPES, largest: largestUpload(channel) };
}

/** The file with a name and a media type that HighLevel takes. @throws what `checkFile` throws */
export function checkUpload(file: DownloadedFile, channel: string): DownloadedFile {
  return checkFile(file, acceptedOn(channel));
}

/** Reads the files of a message and checks them. @throws what `downloadForUpload` throws */
export function downloadAttachments(
  z: ZObject,
  channel: string,
  urls: readonly string[],
): Promise<DownloadedFile[]> {
  return downloadForUpload(z, urls, acceptedOn(channel));
}

/** Uploads checked files, a few at a time, and returns their URLs in the same order. */
export function uploadAll(
  z: ZObject,
  bundle: Bundle,
  target: UploadTarget,
  files: readonly DownloadedFile[],
): Promise<string[]> {
  const limit = pLimit(FILES_AT_ONCE);
  return Promise.all(files.map((file) => limit(() => uploadFile(z, bundle, target, file))));
}

/**
 * Uploads a checked file to HighLevel and gives its public address. Up to 5 MB go in one request;
 * larger ones to the address that HighLevel names for them.
 */
export function uploadFile(
  z: ZObject,
  bundle: Bundle,
  target: UploadTarget,
  file: DownloadedFile,
): Promise<string> {
  return file.content.length > 5 * MEGABYTE
    ? uploadLarge(z, bundle, target, file)
    : uploadSmall(z, bundle, target, file);
}

async function uploadSmall(
  z: ZObject,
  bundle: Bundle,
  { conversationId, contactId }: UploadTarget,
  file: DownloadedFile,
): Promise<string> {
  const form = new FormData();
  form.set('conversationId', conversationId);
  form.set('contactId', contactId);
  form.set('locationId', locationOf(bundle));
  form.set('fileAttachment', filePart(file), file.name);
  const { data } = await postForm(z, {
    url: '/conversations/messages/upload',
    form,
    repeatable: true,
  });
  return addressIn(data, file.name);
}

async function uploadLarge(
  z: ZObject,
  bundle: Bundle,
  { conversationId, channel }: UploadTarget,
  file: DownloadedFile,
): Promise<string> {
  const place = { locationId: locationOf(bundle), conversationId, filename: file.name };
  const { data } = await send(z, {
    method: 'POST',
    url: '/conversations/messages/upload/initiate',
    body: {
      ...place,
      contentType: file.contentType,
      channel: channel === 'whatsapp' ? 'WHATSAPP' : channel.toUpperCase(),
      fileSize: file.content.length,
    },
    repeatable: true,
  });
  const { uploadUrl, uploadId, filePath } = toRecord(data);
  await putBytes(z, toText(uploadUrl) ?? '', file);
  const completed = await send(z, {
    method: 'POST',
    url: '/conversations/messages/upload/complete',
    body: { ...place, uploadId, filePath },
    repeatable: true,
  });
  return addressIn(completed.data, file.name);
}

async function putBytes(z: ZObject, url: string, file: DownloadedFile) {
  const response = await makeRequest(z, {
    method: 'PUT',
    url,
    ...streamed(file.content, file.contentType),
    skipThrowForStatus: true,
  }).catch((error: unknown) => {
    // The store's 401 reaches us as the error that would refresh HighLevel's token.
    if (error instanceof errors.RefreshAuthError) throw storeFailure();
    throw requestFailure(error, true);
  });
  if (response.status >= 400) throw storeFailure();
}

/** An address for an upload lasts 15 minutes and serves once: a repeated step gets a new one. */
function storeFailure(): Error {
  return new RepeatedError("HighLevel's file storage did not accept the file.");
}

/** HighLevel answers with a map from file names to addresses. */
function addressIn(data: unknown, name: string): string {
  const uploaded = toRecord(data)['uploadedFiles'];
  const address = isRecord(uploaded)
    ? (toText(uploaded[name]) ?? toText(Object.values(uploaded)[0]))
    : null;
  if (address) return address;
  throw new RepeatedError(`HighLevel accepted the file "${name}" but returned no URL for it.`);
}
