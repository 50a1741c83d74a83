import type { ZObject } from 'zapier-platform-core';

import * as hydrators from './hydrators.ts';

/** The pointer with which Zapier fetches the text of a call when a Zap uses it. */
export function transcriptionPointer(z: ZObject, messageId: string): string {
  return z.dehydrate(hydrators.transcription, { messageId });
}
