import { contactFieldFor } from '../contacts/fields.ts';
import { userField } from '../users/fields.ts';

/** By what tasks are found beside their words and dates. */
export const taskFilterFields = [
  contactFieldFor('Only tasks for this contact.', 'Leave blank for any.'),
  {
    ...userField,
    key: 'assignedTo',
    label: 'Assigned User',
    helpText: 'Only tasks assigned to this user. Leave blank for any.',
  },
  {
    key: 'completed',
    label: 'Completed',
    type: 'boolean',
    helpText: 'Yes finds completed tasks. No finds open ones. Leave blank for both.',
  },
] as const;
