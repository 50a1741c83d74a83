import { Readable } from 'node:stream';

import pLimit from 'p-limit';
import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { isRecord, toRecord, toText } from '../../resources/values.ts';
import { send, type RequestTraits } from '../http/client.ts';
import { RepeatedError, requestFailure } from '../http/errors.ts';
import {
  downloadFile,
  isOversized,
  LARGEST_FILE,
  oversized,
  type DownloadedFile,
} from '../http/files.ts';
import { locationOf } from '../connection/location.ts';
import { makeRequest } from '../http/request.ts';

/** Where an uploaded file belongs. */
export interface UploadTarget {
  conversationId: string;
  contactId: string;
  /** A channel of resources/channels.ts: WhatsApp takes larger files. */
  channel: string;
}

const MEGABYTE = 1024 * 1024;

/** The largest file that HighLevel takes for a channel, in bytes. */
export function largestUpload(channel: string): number {
  return channel === 'whatsapp' ? 100 * MEGABYTE : 5 * MEGABYTE;
}

/** The file types that HighLevel takes, with the media type it expects of each. */
const MEDIA_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  mp4: 'video/mp4',
  mpeg: 'video/mpeg',
  zip: 'application/zip',
  rar: 'application/vnd.rar',
  pdf: 'application/pdf',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain',
  mp3: 'audio/mpeg',
  wav: 'audio/wav',
};

/** Other names of these types that servers give, HighLevel's own among them. */
const ALIASES: Record<string, string> = {
  'image/jpg': 'jpg',
  'image/pjpeg': 'jpg',
  'image/x-png': 'png',
  'audio/mp3': 'mp3',
  'audio/x-mp3': 'mp3',
  'audio/mpeg3': 'mp3',
  'audio/x-wav': 'wav',
  'audio/wave': 'wav',
  'audio/vnd.wave': 'wav',
  'application/x-zip-compressed': 'zip',
  'application/x-zip': 'zip',
  'application/x-rar-compressed': 'rar',
  'application/x-rar': 'rar',
  'application/x-pdf': 'pdf',
};

/**
 * The file with a name and a media type that HighLevel takes.
 *
 * @throws errors.Error for an empty file, another type, or one above the channel's limit
 */
export function checkUpload(file: DownloadedFile, channel: string): DownloadedFile {
  const ending = /\.([a-z\d]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  const byType =
    Object.entries(MEDIA_TYPES).find(([, type]) => type === file.contentType)?.[0] ??
    ALIASES[file.contentType];
  // An address such as /download.php names no type of file; what its host says of it does.
  const extension = Object.hasOwn(MEDIA_TYPES, ending) ? ending : (byType ?? '');
  const contentType = MEDIA_TYPES[extension];
  if (file.contentType === 'text/html' && ending !== 'html') {
    throw new errors.Error(
      `The URL of "${file.name}" leads to a web page, not to a file. Use a link that downloads the file without signing in.`,
      'file_is_page',
    );
  }
  if (!contentType) {
    throw new errors.Error(
      `HighLevel does not accept the file "${file.name}". It accepts ${Object.keys(MEDIA_TYPES).join(', ')}. Send a link to it in the text instead.`,
      'file_type',
    );
  }
  if (file.content.length === 0) {
    throw new errors.Error(
      `The file "${file.name}" is empty. Check the step it comes from.`,
      'file_empty',
    );
  }
  const largest = largestUpload(channel);
  if (file.content.length > largest) throw oversized(largest);
  const name = extension === ending ? file.name : `${file.name}.${extension}`;
  return { ...file, name, contentType };
}

/** So many files are under way at the same time. */
const AT_ONCE = 3;

/**
 * Reads the files at these URLs, a few at a time, and checks all of them before any is uploaded.
 * Together they may be as large as one file at most.
 *
 * @throws errors.Error for one that cannot be read, or that HighLevel does not take for the channel
 */
export async function downloadForUpload(
  z: ZObject,
  channel: string,
  urls: readonly string[],
): Promise<DownloadedFile[]> {
  let room = LARGEST_FILE;
  const limit = pLimit({ concurrency: AT_ONCE, rejectOnClear: true });
  return Promise.all(
    urls.map((url) =>
      limit(async () => {
        if (room <= 0) throw oversizedTogether();
        const largest = Math.min(largestUpload(channel), room);
        const file = await downloadFile(z, url, largest).catch((error: unknown) => {
          throw largest < largestUpload(channel) && isOversized(error)
            ? oversizedTogether()
            : error;
        });
        room -= file.content.length;
        if (room < 0) throw oversizedTogether();
        return checkUpload(file, channel);
      }),
    ),
  );
}

function oversizedTogether(): Error {
  return new errors.Error(
    `The files of this step are larger than ${String(LARGEST_FILE / MEGABYTE)} MB together. Send them in several steps.`,
    'files_too_large',
  );
}

/** Uploads checked files, a few at a time, and returns their URLs in the same order. */
export function uploadAll(
  z: ZObject,
  bundle: Bundle,
  target: UploadTarget,
  files: readonly DownloadedFile[],
): Promise<string[]> {
  const limit = pLimit(AT_ONCE);
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
  form.set(
    'fileAttachment',
    new Blob([new Uint8Array(file.content)], { type: file.contentType }),
    file.name,
  );
  const multipart = new Response(form);
  const traits: RequestTraits = { repeatable: true, expected: [], mayBeEmpty: false };
  try {
    const response = await makeRequest(z, {
      method: 'POST',
      url: '/conversations/messages/upload',
      ...streamed(
        Buffer.from(await multipart.arrayBuffer()),
        multipart.headers.get('content-type') ?? '',
      ),
      skipThrowForStatus: true,
      middlewareData: { ...traits },
    });
    return addressIn(response.data, file.name);
  } catch (error) {
    throw requestFailure(error, true);
  }
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

/**
 * A body as a stream: of any other, zapier-platform-core makes copies and writes it into the log,
 * which takes 15 seconds and 400 MB of memory for a film.
 */
function streamed(content: Buffer, contentType: string) {
  return {
    body: Readable.from([content]),
    headers: { 'Content-Type': contentType, 'Content-Length': String(content.length) },
  };
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
