import type { ZObject } from 'zapier-platform-core';

import * as hydrators from './hydrators.ts';

/** The pointer with which Zapier fetches the text of a call when a Zap uses it. */
export function transcriptionPointer(z: ZObject, messageId: string): string {
  return z.dehydrate(hydrators.transcription, { messageId });
}

/** What tells a call, for its files. */
interface CallPointer {
  messageId: string;
  contactId: string | null | undefined;
  dateAdded: string | null | undefined;
}

/** The pointer with which Zapier fetches the text of a call as a file when a Zap uses it. */
export function transcriptPointer(z: ZObject, call: CallPointer): string {
  return z.dehydrateFile(hydrators.transcript, { ...call });
}

/** The pointer with which Zapier fetches a file of a message when a Zap uses it. */
export function attachmentPointer(z: ZObject, url: string): string {
  return z.dehydrateFile(hydrators.attachment, { url });
}
