import { contactTagField } from '../locations/fields.ts';
import { userField } from '../users/fields.ts';

/** A tag that contacts have, for filters. */
export const tagFilterField = {
  ...contactTagField,
  label: 'Tag',
  helpText:
    'Only contacts that have this tag at that moment. For a tag that is added later, use **Contact Tags Changed**. Leave blank for any.',
} as const;

/** Whom contacts are assigned to, for filters. */
export const contactOwnerField = {
  ...userField,
  key: 'assignedTo',
  label: 'Assigned User',
  helpText: 'Only contacts that are assigned to this user at that moment. Leave blank for any.',
} as const;
