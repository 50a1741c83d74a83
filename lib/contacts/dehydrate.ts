import type { ZObject } from 'zapier-platform-core';

import * as hydrators from './hydrators.ts';

/** The pointer with which Zapier fetches a record's contact when a Zap uses it. */
export function contactPointer(z: ZObject, contactId: string | null): string | null {
  return contactId ? z.dehydrate(hydrators.contact, { contactId }) : null;
}
