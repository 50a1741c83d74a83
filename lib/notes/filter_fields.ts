import { defineInputFields } from 'zapier-platform-core';

import { contactFieldFor } from '../contacts/fields.ts';

/** What notes may be asked for. */
export const noteFilters = defineInputFields([
  contactFieldFor('Only notes on this contact.', 'Leave blank for any.'),
  {
    key: 'contains',
    label: 'Contains',
    type: 'string',
    helpText:
      'Only notes that contain this exact phrase, also as part of a longer word. Not case-sensitive.',
  },
]);
