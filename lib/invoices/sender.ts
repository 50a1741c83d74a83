import type { Bundle, ZObject } from 'zapier-platform-core';

import { missing } from '../inputs/refusal.ts';
import { userField } from '../users/fields.ts';
import { usersOf } from '../users/users.ts';

/** The user in whose name a bill is sent. */
export const senderField = {
  ...userField,
  label: 'Sender',
  helpText:
    'The user shown as the sender. Leave blank for the user who connected HighLevel, or the first one of your sub-account.',
} as const;

/**
 * The user who sends: HighLevel demands one of the sub-account's.
 *
 * @param chosen by a person
 * @throws errors.Error where nobody is chosen, and the sub-account has no user
 */
export async function senderOf(z: ZObject, bundle: Bundle, chosen?: string): Promise<string> {
  if (chosen !== undefined) return chosen;
  const users = await usersOf(z, bundle);
  const own = users.find(({ id }) => id === bundle.authData['userId']);
  const sender = own ?? users[0];
  if (sender) return sender.id;
  throw missing(senderField.label);
}
