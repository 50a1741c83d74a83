import type { Bundle, ZObject } from 'zapier-platform-core';

import { send } from './lib/http/client.ts';
import { downloadFile, type DownloadedFile } from './lib/http/files.ts';
import {
  downloadRecording,
  downloadTranscript,
  type CallReference,
} from './lib/messages/recordings.ts';
import { findTask } from './lib/tasks/tasks.ts';
import { readTranscription } from './lib/messages/transcriptions.ts';
import { contactSummary } from './resources/contact.ts';
import { userDetails } from './resources/created_user.ts';
import { emailContent } from './resources/email.ts';
import { noteDetails } from './resources/note.ts';
import { transcriptionContent } from './resources/transcription.ts';
import { toText } from './resources/values.ts';

/**
 * What is fetched only when a Zap uses it. Zapier keeps the pointers, so they hold ids and addresses
 * and no more. A record that is gone comes back with every key empty: the Zap goes on.
 */

/** How HighLevel answers for a record that is gone: contacts with 400, others with 404. */
const GONE = [400, 404];

/** @param bundle `contactId` */
export async function contact(z: ZObject, bundle: Bundle) {
  const { status, data } = await send(z, {
    url: `/contacts/${idIn(bundle, 'contactId')}`,
    expected: GONE,
  });
  return contactSummary.parse(GONE.includes(status) ? {} : data);
}

/** @param bundle `emailMessageId` */
export async function email(z: ZObject, bundle: Bundle) {
  const { status, data } = await send(z, {
    url: `/conversations/messages/email/${idIn(bundle, 'emailMessageId')}`,
    expected: GONE,
  });
  return emailContent.parse(GONE.includes(status) ? {} : data);
}

/** What a note's webhook leaves out. @param bundle `noteId`, `contactId` */
export async function note(z: ZObject, bundle: Bundle) {
  const { status, data } = await send(z, {
    url: `/contacts/${idIn(bundle, 'contactId')}/notes/${idIn(bundle, 'noteId')}`,
    expected: GONE,
  });
  return noteDetails.parse(GONE.includes(status) ? {} : data);
}

/**
 * A part of a task that its webhook left out: `body`, `contactId` or the `contact` itself.
 *
 * @param bundle `taskId`, `part`, and `contactId` or `assignedTo` to find the task by
 */
export async function task(z: ZObject, bundle: Bundle) {
  const { inputData } = bundle;
  const found = await findTask(z, bundle, {
    taskId: toText(inputData['taskId']) ?? '',
    contactId: toText(inputData['contactId']),
    assignedTo: toText(inputData['assignedTo']),
  });
  if (inputData['part'] === 'contact') {
    const contactId = found?.contactId;
    return contactId
      ? contact(z, { ...bundle, inputData: { contactId } })
      : contactSummary.parse({});
  }
  return inputData['part'] === 'body' ? (found?.body ?? '') : (found?.contactId ?? '');
}

/** What a user's webhook leaves out. @param bundle `userId` */
export async function user(z: ZObject, bundle: Bundle) {
  const { status, data } = await send(z, {
    url: `/users/${idIn(bundle, 'userId')}`,
    expected: GONE,
  });
  return userDetails.parse(GONE.includes(status) ? {} : data);
}

/**
 * A file of a message, copied to where Zapier keeps files.
 *
 * @param bundle `url`, a public address as HighLevel gives for attachments
 */
export async function attachment(z: ZObject, bundle: Bundle): Promise<string> {
  return stashed(z, await downloadFile(z, toText(bundle.inputData['url']) ?? ''));
}

/**
 * The recording of a call; empty where there is none.
 *
 * @param bundle `messageId`, and `contactId` and `dateAdded` for the name of the file
 */
export async function recording(z: ZObject, bundle: Bundle): Promise<string> {
  return stashed(z, await downloadRecording(z, bundle, callIn(bundle)));
}

/** The transcript of a call as a text file; empty where there is none (yet). @param bundle as above */
export async function transcript(z: ZObject, bundle: Bundle): Promise<string> {
  return stashed(z, await downloadTranscript(z, bundle, callIn(bundle)));
}

/** What was said in a call; every key empty while there is no text. @param bundle `messageId` */
export async function transcription(z: ZObject, bundle: Bundle) {
  const found = await readTranscription(z, bundle, callIn(bundle).messageId);
  return found ?? transcriptionContent.parse({});
}

function stashed(z: ZObject, file: DownloadedFile | undefined): string {
  return file ? z.stashFile(file.content, file.content.length, file.name, file.contentType) : '';
}

function callIn({ inputData }: Bundle): CallReference {
  return {
    messageId: toText(inputData['messageId']) ?? '',
    contactId: toText(inputData['contactId']) ?? undefined,
    dateAdded: toText(inputData['dateAdded']) ?? undefined,
  };
}

function idIn(bundle: Bundle, key: string): string {
  return encodeURIComponent(toText(bundle.inputData[key]) ?? '');
}
