import { defineInputFields } from 'zapier-platform-core';

import { contactFieldFor } from '../contacts/fields.ts';
import { contactTagField } from '../locations/fields.ts';
import {
  assigneeField,
  containsField,
  contentField,
  inboundChannelField,
} from './filter_fields.ts';

/** What a contact's messages may be asked for. */
export const inboundFields = defineInputFields([
  contentField,
  {
    ...inboundChannelField,
    helpText:
      'Only these channels. **Review** means every review that appears in Conversations; this step does not say which site it is from. Leave blank to use **Trigger For**.',
  },
  containsField,
  {
    key: 'hasAttachment',
    label: 'Has Attachment',
    type: 'boolean',
    helpText: 'Yes for messages with a file, no for messages without. Leave blank for both.',
  },
  contactFieldFor('Only messages from this contact.', 'Leave blank for all.'),
  {
    ...contactTagField,
    helpText:
      'Only messages from contacts that have this tag when the message arrives. Leave blank for any.',
  },
  {
    key: 'isFirst',
    label: 'First Message Only',
    type: 'boolean',
    helpText:
      'Yes triggers only for the first message in a conversation. Leave blank for all messages.',
  },
  {
    ...assigneeField,
    helpText:
      'Only messages of conversations that are assigned to this user when the message arrives, or choose **Unassigned**. Leave blank for any.',
  },
]);
