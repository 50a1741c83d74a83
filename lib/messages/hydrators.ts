import type { Bundle, ZObject } from 'zapier-platform-core';

import { emailContent, emailExtras } from '../../resources/email.ts';
import { messageContent } from '../../resources/message.ts';
import { transcriptionContent } from '../../resources/transcription.ts';
import { toText } from '../../resources/values.ts';
import { inSubAccount } from '../connection/sub_account.ts';
import { downloadFile, type DownloadedFile } from '../http/files.ts';
import { path } from '../http/path.ts';
import { detailsAt, pointedId } from '../records/details.ts';
import { downloadRecording, downloadTranscript, type CallReference } from './recordings.ts';
import { readTranscription } from './transcriptions.ts';

/** What an email has beside other messages. @param bundle `emailMessageId` */
export const email = inSubAccount((z: ZObject, bundle: Bundle) => {
  return detailsAt(z, emailExtras, emailAt(bundle));
});

function emailAt(bundle: Bundle): string {
  return path`/conversations/messages/email/${pointedId(bundle, 'emailMessageId')}`;
}

/**
 * One part of what an email says: its text, subject, sender, recipients or the URLs of its
 * attachments. Blank where the email is gone.
 *
 * @param bundle `emailMessageId`, and `part`: `body`, `subject`, `from`, `to` or `attachments`
 */
export const emailPart = inSubAccount(
  async (z: ZObject, bundle: Bundle): Promise<string | string[]> => {
    const { text, subject, from, to, attachments } = await detailsAt(
      z,
      emailContent,
      emailAt(bundle),
    );
    if (bundle.inputData['part'] === 'attachments') return attachments;
    const parts = new Map([
      ['body', text],
      ['subject', subject],
      ['from', from],
      ['to', to.join(', ')],
    ]);
    return parts.get(toText(bundle.inputData['part']) ?? '') ?? '';
  },
);

/**
 * The text of a message, or the URLs of its attachments. Blank where the message is gone.
 *
 * @param bundle `messageId`, and `part`: `body` or `attachments`
 */
export const messagePart = inSubAccount(
  async (z: ZObject, bundle: Bundle): Promise<string | string[]> => {
    const { body, attachments } = await content(z, bundle);
    return bundle.inputData['part'] === 'attachments' ? attachments : (body ?? '');
  },
);

/**
 * The attachments of a message, one after the other copied to where Zapier keeps files.
 *
 * @param bundle `messageId`
 */
export const messageFiles = inSubAccount(async (z: ZObject, bundle: Bundle): Promise<string[]> => {
  return allStashed(z, (await content(z, bundle)).attachments);
});

/** The attachments of an email, in the same way. @param bundle `emailMessageId` */
export const emailFiles = inSubAccount(async (z: ZObject, bundle: Bundle): Promise<string[]> => {
  return allStashed(z, (await detailsAt(z, emailContent, emailAt(bundle))).attachments);
});

async function allStashed(z: ZObject, urls: readonly string[]): Promise<string[]> {
  const files: string[] = [];
  for (const url of urls) files.push(await stashed(z, await downloadFile(z, url)));
  return files;
}

function content(z: ZObject, bundle: Bundle) {
  return detailsAt(
    z,
    messageContent,
    path`/conversations/messages/${pointedId(bundle, 'messageId')}`,
  );
}

/**
 * A file of a message, copied to where Zapier keeps files.
 *
 * @param bundle `url`, a public address as HighLevel gives for attachments
 */
export const attachment = inSubAccount(async (z: ZObject, bundle: Bundle): Promise<string> => {
  return stashed(z, await downloadFile(z, toText(bundle.inputData['url']) ?? ''));
});

/**
 * The recording of a call; empty where there is none.
 *
 * @param bundle `messageId`, and `contactId` and `dateAdded` for the name of the file
 */
export const recording = inSubAccount(async (z: ZObject, bundle: Bundle): Promise<string> => {
  return stashed(z, await downloadRecording(z, bundle, callIn(bundle)));
});

/** The transcript of a call as a text file; empty where there is none (yet). @param bundle as above */
export const transcript = inSubAccount(async (z: ZObject, bundle: Bundle): Promise<string> => {
  return stashed(z, await downloadTranscript(z, bundle, callIn(bundle)));
});

/** What was said in a call; every key empty while there is no text. @param bundle `messageId` */
export const transcription = inSubAccount(async (z: ZObject, bundle: Bundle) => {
  const found = await readTranscription(z, bundle, callIn(bundle).messageId);
  return found ?? transcriptionContent.parse({});
});

/** zapier-platform-core types the URL that it promises as if it were there at once. */
function stashed(z: ZObject, file: DownloadedFile | undefined): Promise<string> {
  return Promise.resolve(
    file ? z.stashFile(file.content, file.content.length, file.name, file.contentType) : '',
  );
}

function callIn({ inputData }: Bundle): CallReference {
  return {
    messageId: toText(inputData['messageId']) ?? '',
    contactId: toText(inputData['contactId']) ?? undefined,
    dateAdded: toText(inputData['dateAdded']) ?? undefined,
  };
}
