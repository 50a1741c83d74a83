import type { Bundle, ZObject } from 'zapier-platform-core';

import { contactSummary } from '../../resources/contact.ts';
import { detailsAt, pointedId } from '../records/details.ts';
import { path } from '../http/path.ts';

/** @param bundle `contactId` */
export function contact(z: ZObject, bundle: Bundle) {
  return detailsAt(z, contactSummary, path`/contacts/${pointedId(bundle, 'contactId')}`);
}
