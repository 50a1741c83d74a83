import {
  assigneeField,
  channelField,
  directionField,
  instantChannelField,
} from '../conversations/index.ts';
import { userField } from '../users/index.ts';

export { assigneeField, channelField, directionField, instantChannelField };

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
  helpText: 'What the message came from. Leave it empty for all.',
} as const;

export const containsField = {
  key: 'contains',
  label: 'Contains',
  type: 'string',
  helpText:
    'Only messages that contain exactly this phrase, in their text or subject. Not case-sensitive.',
} as const;

/** Who sent an outbound message. */
export const senderField = {
  ...userField,
  helpText: 'Only messages that this user sent. Leave it empty for all.',
} as const;

/** The channel of a message, where calls have a trigger of their own. */
export const eventChannelField = {
  ...instantChannelField,
  helpText:
    'Leave it empty for all channels. For phone calls, **New Call** has filters of its own.',
} as const;
