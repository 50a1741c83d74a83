import { errors, type Bundle, type ZObject } from 'zapier-platform-core';

import { readBody } from '../http/read_body.ts';
import { contactById } from '../contacts/contacts.ts';
import { requestFailure } from '../http/errors.ts';
import { REDIRECTS } from '../http/answers.ts';
import { downloadFile, mediaTypeOf, type DownloadedFile } from '../http/files.ts';
import { locationOf } from '../connection/location.ts';
import { makeRequest } from '../http/request.ts';
import { path } from '../http/path.ts';

/** A call, and what its files are named by, where that is known. */
export interface CallReference {
  messageId: string;
  contactId?: string | undefined;
  /** ISO 8601. */
  dateAdded?: string | undefined;
}

/** The largest file that Zapier takes from a step, in bytes. */
const LARGEST = 120 * 1024 * 1024;

/** How HighLevel answers where a call has no recording or transcript, or has none yet. */
const NONE = [400, 404, 422];

const AUDIO_ENDINGS: Record<string, string> = { 'audio/mpeg': 'mp3', 'audio/ogg': 'ogg' };

/** The sound of a call, or undefined where HighLevel has none. */
export async function downloadRecording(
  z: ZObject,
  bundle: Bundle,
  call: CallReference,
): Promise<DownloadedFile | undefined> {
  const found = await download(
    z,
    path`/conversations/messages/${call.messageId}/locations/${locationOf(bundle)}/recording`,
  );
  if (!found) return undefined;
  const ending = AUDIO_ENDINGS[found.contentType] ?? 'wav';
  return { ...found, name: await nameOf(z, 'Call', call, ending) };
}

/** The text of a call as a file, or undefined where HighLevel has none, or has none yet. */
export async function downloadTranscript(
  z: ZObject,
  bundle: Bundle,
  call: CallReference,
): Promise<DownloadedFile | undefined> {
  const found = await download(
    z,
    path`/conversations/locations/${locationOf(bundle)}/messages/${call.messageId}/transcription/download`,
  );
  return found && { ...found, name: await nameOf(z, 'Transcript of call', call, 'txt') };
}

async function download(
  z: ZObject,
  url: string,
): Promise<Omit<DownloadedFile, 'name'> | undefined> {
  try {
    const response = await makeRequest(z, {
      url,
      headers: { Accept: '*/*' },
      raw: true,
      skipThrowForStatus: true,
      middlewareData: { repeatable: true, expected: [...NONE, ...REDIRECTS], mayBeEmpty: true },
    });
    if (NONE.includes(response.status)) return undefined;
    const elsewhere = response.getHeader('location');
    if (REDIRECTS.includes(response.status) && elsewhere) {
      // A signed URL at HighLevel's store, which needs no token.
      return await downloadFile(z, new URL(elsewhere, response.request.url).href, LARGEST);
    }
    const content = await readBody(response, LARGEST);
    if (!content) throw oversized();
    if (content.length === 0) return undefined;
    return { content, contentType: mediaTypeOf(response) };
  } catch (error) {
    throw requestFailure(error, true);
  }
}

function oversized(): Error {
  return new errors.Error(
    `The recording is larger than ${String(LARGEST / (1024 * 1024))} MB, which is the most that Zapier accepts. Open it in HighLevel instead.`,
    'file_too_large',
  );
}

/** `Call with Anna Example 2026-11-20 10-02.wav`; the time is UTC. */
async function nameOf(
  z: ZObject,
  what: string,
  { contactId, dateAdded }: CallReference,
  ending: string,
): Promise<string> {
  const contact = contactId ? await contactById(z, contactId) : undefined;
  const who = contact?.name ?? contact?.phone;
  const when = dateAdded?.slice(0, 16).replace('T', ' ').replace(':', '-');
  const name = [what, who && `with ${who}`, when].filter(Boolean).join(' ');
  return `${name.replaceAll(/[/\\:*?"<>|]/g, ' ')}.${ending}`;
}
