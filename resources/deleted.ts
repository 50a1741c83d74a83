import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text, yesNo } from './fields.ts';

/**
 * What is left to say of a record that a step deleted.
 *
 * @param what what a person calls it: `note`
 * @param title the label of its ID
 * @param example an ID of such a record
 */
export function deletedOf(what: string, title: string, example: string) {
  return defineResource(`removed ${what}`, () => z.object(ofDeleted(title, example)));
}

function ofDeleted(title: string, example: string) {
  return { id: id(title, example), deleted: yesNo('Is Deleted', true) };
}

export const removedContact = deletedOf('contact', 'Contact ID', 'hT7gK2mWq9ZbR4xVnL0s');

export const removedConversation = deletedOf(
  'conversation',
  'Conversation ID',
  'cVn5Qe2aTzX8wLr4KpYb',
);

export const removedUser = defineResource('removed user', () =>
  z.object({
    ...ofDeleted('User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    message: text('Message', 'The user is being deleted, which takes a few minutes.'),
  }),
);

export const removedNote = deletedOf('note', 'Note ID', 'nTe4Qw7ErT2yUi9OpAsD');

export const removedTask = deletedOf('task', 'Task ID', 'tSk6Yu3IoP8aSd1FgHjK');

export const removedCustomValue = deletedOf(
  'custom value',
  'Custom Value ID',
  'cVa7Lu3EqWe9RtYuIoPa',
);

export const removedOpportunity = deletedOf(
  'opportunity',
  'Opportunity ID',
  'oPp3Rt7NyU1tYq9ZsWxE',
);

export const removedAppointment = deletedOf(
  'appointment',
  'Appointment ID',
  'aPt7Ui9OpAs2DfGh4JkL',
);

export const removedBlockedTime = deletedOf(
  'blocked time',
  'Blocked Time ID',
  'bLk2Tm5QwE8rTyU1iOpA',
);

export const removedProduct = deletedOf('product', 'Product ID', '655b33a82209e60b6adb87a5');

export const removedPrice = deletedOf('price', 'Price ID', '655b33aa2209e60b6adb87a7');

export const removedCoupon = deletedOf('coupon', 'Coupon ID', '67f6c132d9485f9dacd5f123');

export const removedCompany = deletedOf('company', 'Company ID', '63771dcac1116f0e21de8e12');

export const removedObjectRecord = deletedOf('record', 'Record ID', '67b2c4d8e1f30a5b7c9d2e41');

export const removedLink = deletedOf('trigger link', 'Trigger Link ID', 'lNk6Bv3XcZ9mQw2RtYpH');

export const removedInvoice = deletedOf('invoice', 'Invoice ID', '6578278e879ad2646715ba9c');

export const removedFile = deletedOf('file', 'File ID', '64af50c42d567a3b4f5989e0');
