import type { Bundle, ZObject } from 'zapier-platform-core';

import { contactSummary } from '../../resources/contact.ts';
import { toText } from '../../resources/values.ts';
import { inSubAccount } from '../connection/sub_account.ts';
import { contact } from '../contacts/hydrators.ts';
import { findTask } from './tasks.ts';

/**
 * A part of a task that its webhook left out: `body`, `contactId` or the `contact` itself.
 *
 * @param bundle `taskId`, `part`, and `contactId` or `assignedTo` to find the task by
 */
export const task = inSubAccount(async (z: ZObject, bundle: Bundle) => {
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
});
