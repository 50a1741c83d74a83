import { Readable } from 'node:stream';

import pLimit from 'p-limit';
import { errors, type HttpResponse, type ZObject } from 'zapier-platform-core';

import type { RequestTraits } from './client.ts';
import { requestFailure } from './errors.ts';
import {
  downloadFile,
  isOversized,
  LARGEST_FILE,
  oversized,
  type DownloadedFile,
} from './files.ts';
import { makeRequest } from './request.ts';

/** The files that one of HighLevel's endpoints takes. */
export interface AcceptedFiles {
  /** The media type that it expects of each ending; without it, it takes every file. */
  types?: Readonly<Record<string, string>>;
  /** Bytes of one file. */
  largest: number;
  /** Bytes of all files of a step; as many as of the largest file that a step reads, without it. */
  together?: number;
}

export const MEGABYTE = 1024 * 1024;

/** The media type that HighLevel expects of each ending. */
const MEDIA_TYPES = {
  csv: 'text/csv',
  doc: 'application/msword',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  mpeg: 'video/mpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  rar: 'application/vnd.rar',
  svg: 'image/svg+xml',
  txt: 'text/plain',
  wav: 'audio/wav',
  xls: 'application/vnd.ms-excel',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const;

/** The types of files with these endings, in this order: a refusal names them in it. */
export function typesOf(...endings: (keyof typeof MEDIA_TYPES)[]): Record<string, string> {
  return Object.fromEntries(endings.map((ending) => [ending, MEDIA_TYPES[ending]]));
}

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
 * @throws errors.Error for an empty file, another type, or one above the limit
 */
export function checkFile(file: DownloadedFile, { types, largest }: AcceptedFiles): DownloadedFile {
  const ending = /\.([a-z\d]+)$/i.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (file.contentType === 'text/html' && !/^html?$/.test(ending)) {
    throw new errors.Error(
      `The URL of "${file.name}" leads to a web page, not to a file. Use a link that downloads the file without signing in.`,
      'file_is_page',
    );
  }
  const known = types === undefined ? file : ofKnownType(file, ending, types);
  if (file.content.length === 0) {
    throw new errors.Error(
      `The file "${file.name}" is empty. Check the step it comes from.`,
      'file_empty',
    );
  }
  if (file.content.length > largest) throw oversized(largest);
  return known;
}

/** The file with a name and a media type among these. @throws errors.Error for another type */
function ofKnownType(
  file: DownloadedFile,
  ending: string,
  types: Readonly<Record<string, string>>,
): DownloadedFile {
  const byType =
    Object.entries(types).find(([, type]) => type === file.contentType)?.[0] ??
    ALIASES[file.contentType];
  // An address such as /download.php names no type of file; what its host says of it does.
  const extension = Object.hasOwn(types, ending) ? ending : (byType ?? '');
  const contentType = types[extension];
  if (!contentType) {
    throw new errors.Error(
      `HighLevel does not accept the file "${file.name}". It accepts ${Object.keys(types).join(', ')}. Send a link to it in the text instead.`,
      'file_type',
    );
  }
  const name = extension === ending ? file.name : `${file.name}.${extension}`;
  return { ...file, name, contentType };
}

/** So many files are under way at the same time. */
export const FILES_AT_ONCE = 3;

/**
 * Reads the files at these URLs, a few at a time, and checks all of them before any is uploaded.
 * Together they may be as large as `together` says.
 *
 * @throws errors.Error for one that cannot be read, or that HighLevel does not take
 */
export async function downloadForUpload(
  z: ZObject,
  urls: readonly string[],
  accepted: AcceptedFiles,
): Promise<DownloadedFile[]> {
  const { together = LARGEST_FILE } = accepted;
  const oversizedTogether = () => tooLargeTogether(together);
  let room = together;
  const limit = pLimit({ concurrency: FILES_AT_ONCE, rejectOnClear: true });
  return Promise.all(
    urls.map((url) =>
      limit(async () => {
        if (room <= 0) throw oversizedTogether();
        const largest = Math.min(accepted.largest, room);
        const file = await downloadFile(z, url, largest).catch((error: unknown) => {
          throw largest < accepted.largest && isOversized(error) ? oversizedTogether() : error;
        });
        room -= file.content.length;
        if (room < 0) throw oversizedTogether();
        return checkFile(file, accepted);
      }),
    ),
  );
}

/** @param together bytes */
function tooLargeTogether(together: number): Error {
  return new errors.Error(
    `The files of this step are larger than ${String(together / MEGABYTE)} MB together. Send them in several steps.`,
    'files_too_large',
  );
}

/** A form with files for one of HighLevel's endpoints. */
export interface FormRequest {
  url: string;
  params?: Readonly<Record<string, string>>;
  form: FormData;
  /** Whether it may be sent again without doing anything twice. */
  repeatable: boolean;
}

/** A checked file as a part of a form. */
export function filePart({ content, contentType }: DownloadedFile): Blob {
  return new Blob([new Uint8Array(content)], { type: contentType });
}

/** Posts a form. @throws the error that lib/http/failures.ts has for its failure */
export async function postForm(
  z: ZObject,
  { url, params, form, repeatable }: FormRequest,
): Promise<HttpResponse<unknown>> {
  const multipart = new Response(form);
  const traits: RequestTraits = { repeatable, expected: [], mayBeEmpty: false };
  try {
    return await makeRequest(z, {
      method: 'POST',
      url,
      ...(params && { params }),
      ...streamed(
        Buffer.from(await multipart.arrayBuffer()),
        multipart.headers.get('content-type') ?? '',
      ),
      skipThrowForStatus: true,
      middlewareData: { ...traits },
    });
  } catch (error) {
    throw requestFailure(error, repeatable);
  }
}

/**
 * A body as a stream: of any other, zapier-platform-core makes copies and writes it into the log,
 * which takes 15 seconds and 400 MB of memory for a film.
 */
export function streamed(content: Buffer, contentType: string) {
  return {
    body: Readable.from([content]),
    headers: { 'Content-Type': contentType, 'Content-Length': String(content.length) },
  };
}
