import type { Bundle, ZObject } from 'zapier-platform-core';

import { downloadFile } from './lib/files.ts';
import { send } from './lib/client.ts';
import { contactSummary } from './resources/contact.ts';
import { emailContent } from './resources/email.ts';
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

/**
 * A file of a message, copied to where Zapier keeps files.
 *
 * @param bundle `url`, a public address as HighLevel gives for attachments
 */
export async function attachment(z: ZObject, bundle: Bundle): Promise<string> {
  const file = await downloadFile(z, toText(bundle.inputData['url']) ?? '');
  return z.stashFile(file.content, file.content.length, file.name, file.contentType);
}

function idIn(bundle: Bundle, key: string): string {
  return encodeURIComponent(toText(bundle.inputData[key]) ?? '');
}
