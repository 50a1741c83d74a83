import {
  assigneeField,
  channelField,
  directionField,
  inboundChannelField,
  outboundChannelField,
} from '../conversations/fields.ts';
import { userField } from '../users/fields.ts';

export { assigneeField, channelField, directionField, inboundChannelField, outboundChannelField };

/** What sent an outbound message, in HighLevel's own words. */
export const sourceField = {
  key: 'source',
  label: 'Source',
  type: 'string',
  choices: {
    app: 'A person in HighLevel',
    workflow: 'Workflow',
    campaign: 'Campaign',
    bulk_actions: 'Bulk Action',
    api: 'Another app or this integration',
  },
  helpText: 'Where the message was sent from. Leave blank for any.',
} as const;

export const containsField = {
  key: 'contains',
  label: 'Contains',
  type: 'string',
  helpText:
    'Only messages that contain this exact phrase in their text or subject, also as part of a longer word: `rude` finds `crude`. Not case-sensitive.',
} as const;

/** Who sent an outbound message. */
export const senderField = {
  ...userField,
  helpText: 'Only messages that this user sent. Leave blank for any.',
} as const;

/** What of all that a contact sends. */
export const contentField = {
  key: 'content',
  label: 'Trigger For',
  type: 'string',
  default: 'messages',
  choices: {
    messages: 'Messages only',
    everything: 'Everything, with calls, reviews and form submissions',
  },
  helpText: 'Used when **Channels** is blank. For calls, **New Call** has more filters.',
} as const;
