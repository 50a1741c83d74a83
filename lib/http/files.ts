import { errors, type ZObject } from 'zapier-platform-core';

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
 * Reads a file from the address in a file field or in a message's attachments. Other hosts than
 * HighLevel's never see the connection's token (middleware.ts).
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
      `"${url.slice(0, 80)}" is not the address of a file. Map a file from an earlier step, or a web address that starts with https://.`,
      'invalid_file',
    );
  }
  const response = await fetchFile(z, url);
  if (response.status >= 400) throw unreachable(url, `status ${String(response.status)}`);
  const content = await readBody(response, largest).catch(() => {
    throw unreachable(url, 'the download broke off');
  });
  if (!content) throw oversized(largest);
  const type = response.getHeader('content-type')?.split(';')[0]?.trim().toLowerCase();
  return {
    content,
    name: nameFrom(response.getHeader('content-disposition')) ?? nameOf(url),
    contentType: type ?? 'application/octet-stream',
  };
}

async function fetchFile(z: ZObject, url: string) {
  try {
    return await makeRequest(z, {
      url,
      method: 'GET',
      raw: true,
      skipThrowForStatus: true,
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
    `The file is larger than ${String(megabytes)} MB, which is the most that HighLevel takes here. Use a smaller file, or send a link to it.`,
    'file_too_large',
  );
}

function unreachable(url: string, reason: string): Error {
  return new errors.Error(
    `The file could not be read from ${new URL(url).host} (${reason}). Check that its address opens in a browser without signing in.`,
    'file_unreachable',
  );
}

function nameFrom(contentDisposition = ''): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(contentDisposition)?.[1];
  const name = encoded
    ? decoded(encoded.trim())
    : /filename="?([^";]+)"?/i.exec(contentDisposition)?.[1]?.trim();
  // A folder in the name is the sender's own.
  return name?.split(/[/\\]/).at(-1) || undefined;
}

function nameOf(url: string): string {
  const last = new URL(url).pathname.split('/').at(-1);
  return last ? decoded(last) : 'file';
}

/** A percent sign may belong to the name: `50% off.pdf`. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
