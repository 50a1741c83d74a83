import type { Bundle, ZObject } from 'zapier-platform-core';

import { noteDetails } from '../../resources/note.ts';
import { inSubAccount } from '../connection/sub_account.ts';
import { detailsAt, pointedId } from '../records/details.ts';
import { path } from '../http/path.ts';

/** What a note's webhook leaves out. @param bundle `noteId`, `contactId` */
export const note = inSubAccount((z: ZObject, bundle: Bundle) => {
  const contactId = pointedId(bundle, 'contactId');
  return detailsAt(
    z,
    noteDetails,
    path`/contacts/${contactId}/notes/${pointedId(bundle, 'noteId')}`,
  );
});
