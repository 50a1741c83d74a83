import { parse } from 'content-disposition';
import { errors, type HttpResponse, type ZObject } from 'zapier-platform-core';

import { readBody } from './read_body.ts';
import { makeRequest } from './request.ts';

/** A file in memory. */
export interface DownloadedFile {
  content: Buffer;
  name: string;
  /** A media type without parameters, such as `image/png`. */
  contentType: string;
}

/** The largest file that a step reads: WhatsApp's limit at HighLevel, in bytes. */
export const LARGEST_FILE = 100 * 1024 * 1024;

/**
 * Reads a file from the address in a file field or in a message's attachments. No host sees the
 * connection's token, HighLevel's own API neither: an address is what somebody typed.
 *
 * @param largest bytes; the download stops above it
 * @throws errors.Error that names the file's host and says what to check
 */
export async function downloadFile(
  z: ZObject,
  url: string,
  largest: number = LARGEST_FILE,
): Promise<DownloadedFile> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new errors.Error(
      `"${url.slice(0, 80)}" is not the URL of a file. Map a file from an earlier step, or a URL that starts with https://.`,
      'invalid_file',
    );
  }
  const response = await fetchFile(z, url);
  if (response.status >= 400) throw unreachable(url, `status ${String(response.status)}`);
  const content = await readBody(response, largest).catch(() => {
    throw unreachable(url, 'the download broke off');
  });
  if (!content) throw oversized(largest);
  return {
    content,
    name: nameFrom(response.getHeader('content-disposition')) ?? nameOf(url),
    contentType: mediaTypeOf(response),
  };
}

/** The media type of an answer, without its parameters. */
export function mediaTypeOf(response: Pick<HttpResponse, 'getHeader'>): string {
  const type = response.getHeader('content-type')?.split(';')[0]?.trim().toLowerCase();
  return type ?? 'application/octet-stream';
}

async function fetchFile(z: ZObject, url: string) {
  try {
    return await makeRequest(z, {
      url,
      method: 'GET',
      raw: true,
      skipThrowForStatus: true,
      middlewareData: { anonymous: true },
    });
  } catch (error) {
    // A host's 401 reaches us as the error that would refresh HighLevel's token; that is not its cure.
    const reason = error instanceof errors.RefreshAuthError ? 'status 401' : 'no answer';
    throw unreachable(url, reason);
  }
}

/** The error for a file above a limit. @param largest bytes */
export function oversized(largest: number): Error {
  const megabytes = Math.floor(largest / (1024 * 1024));
  return new errors.Error(
    `The file is larger than ${String(megabytes)} MB, which is the most that HighLevel accepts here. Use a smaller file, or send a link to it.`,
    'file_too_large',
  );
}

/** Whether an error is the one for a file above a limit. */
export function isOversized(error: unknown): boolean {
  return error instanceof Error && error.message.includes('"code":"file_too_large"');
}

function unreachable(url: string, reason: string): Error {
  return new errors.Error(
    `The file could not be read from ${new URL(url).host} (${reason}). Check that its URL opens in a browser without signing in.`,
    'file_unreachable',
  );
}

/** The name in a header by RFC 6266; one that cannot be read counts as none. */
function nameFrom(contentDisposition: string | undefined): string | undefined {
  if (!contentDisposition) return undefined;
  try {
    const { filename } = parse(contentDisposition).parameters;
    return filename && fileName(fromUtf8(filename));
  } catch {
    return undefined;
  }
}

/** Headers are read as Latin-1; many servers write UTF-8 into them. */
function fromUtf8(text: string): string {
  if (!/[\u0080-\u00ff]/.test(text) || /[\u0100-\uffff]/.test(text)) return text;
  const read = Buffer.from(text, 'latin1').toString('utf8');
  return read.includes('\ufffd') ? text : read;
}

/** The name of the file at a URL. */
export function nameOf(url: string): string {
  return fileName(decoded(new URL(url).pathname.split('/').at(-1) ?? '')) ?? 'file';
}

const LONGEST_NAME = 150;

/** A name as a file may have it: a folder before it is the sender's own, and so is a line break. */
function fileName(text: string): string | undefined {
  const name = text
    .toWellFormed()
    .split(/[/\\]/)
    .at(-1)
    ?.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029"]/gu, '')
    .trim();
  if (!name || /^\.+$/.test(name)) return undefined;
  const dot = name.lastIndexOf('.');
  const ending = dot > 0 ? name.slice(dot) : '';
  return name.length <= LONGEST_NAME
    ? name
    : `${name.slice(0, LONGEST_NAME - ending.length)}${ending}`;
}

/** A percent sign may belong to the name: `50% off.pdf`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
