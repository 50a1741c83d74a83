import { visible } from './characters.ts';
import { refused } from './refusal.ts';

/**
 * HighLevel's IDs have up to 36 letters, digits and dashes. An email address, a URL or a name is none:
 * of letters alone an ID has 20.
 */
const ID = /^(?=.*\d|.{15})(?!\.+$)[\w.~:-]{1,128}$/;

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
