import type { Bundle, ZObject } from 'zapier-platform-core';

import { contactSummary } from '../../resources/contact.ts';
import { inSubAccount } from '../connection/sub_account.ts';
import { detailsAt, pointedId } from '../records/details.ts';
import { path } from '../http/path.ts';

/** @param bundle `contactId` */
export const contact = inSubAccount((z: ZObject, bundle: Bundle) => {
  return detailsAt(z, contactSummary, path`/contacts/${pointedId(bundle, 'contactId')}`);
});
