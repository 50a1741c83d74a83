import type { Bundle, ZObject } from 'zapier-platform-core';

import { userDetails } from '../../resources/created_user.ts';
import { userSummary } from '../../resources/user.ts';
import { inSubAccount } from '../connection/sub_account.ts';
import { detailsAt, pointedId } from '../records/details.ts';
import { path } from '../http/path.ts';

/** What a user's webhook leaves out. @param bundle `userId` */
export const user = inSubAccount((z: ZObject, bundle: Bundle) => {
  return detailsAt(z, userDetails, path`/users/${pointedId(bundle, 'userId')}`);
});

/** Who a user is. @param bundle `userId` */
export const assignedUser = inSubAccount((z: ZObject, bundle: Bundle) => {
  return detailsAt(z, userSummary, path`/users/${pointedId(bundle, 'userId')}`);
});
