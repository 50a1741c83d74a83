import { visible } from './characters.ts';
import { refused } from './refusal.ts';

/** HighLevel's IDs have up to 36 letters, digits and dashes. An email address or a name is none. */
const ID = /^(?!\.+$)[^\s@\p{C}]{1,128}$/u;

/**
 * The ID of a record.
 *
 * @throws errors.Error for what cannot be one, such as a name
 */
export function readId(typed: string, label: string): string {
  const id = visible(typed);
  if (ID.test(id)) return id;
  throw refused(label, 'the ID of a record', typed, {
    advice: 'Choose it from the list, or map its ID from an earlier step.',
  });
}
