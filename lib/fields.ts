import { CHANNEL_LABELS } from '../resources/channels.ts';
import {
  assigneeChoices,
  campaignChoices,
  choicesFrom,
  contactChoices,
  conversationChoices,
  phoneNumberChoices,
  tagChoices,
  taskChoices,
  userChoices,
  workflowChoices,
} from './dropdowns.ts';

/** Input fields that several operations share. `as const` keeps their keys in the inferred inputs. */

export const contactField = {
  key: 'contactId',
  label: 'Contact',
  type: 'string',
  choices: choicesFrom(contactChoices),
  resource: 'contact',
  search: 'find_contact.id',
  helpText: 'Choose a contact, or map the ID of one from an earlier step such as **Find Contact**.',
} as const;

export const conversationField = {
  key: 'conversationId',
  label: 'Conversation',
  type: 'string',
  choices: choicesFrom(conversationChoices),
  resource: 'conversation',
  search: 'find_conversation.id',
  helpText:
    'Choose a conversation by the name of its contact, or map the ID of one from an earlier step.',
} as const;

export const userField = {
  key: 'userId',
  label: 'User',
  type: 'string',
  choices: choicesFrom(userChoices),
  resource: 'user',
  search: 'find_user.id',
  helpText: 'Choose a member of your team, or map the ID of one from an earlier step.',
} as const;

export const phoneNumberField = {
  key: 'fromNumber',
  label: 'From Number',
  type: 'string',
  choices: choicesFrom(phoneNumberChoices),
  resource: 'phone_number',
  search: 'find_phone_number.id',
  helpText: 'The number of your sub-account to use. Leave it empty for the default number.',
} as const;

/** Tags by name, as a list; the dropdown offers those of the sub-account, and any text is taken. */
export const tagsField = {
  key: 'tags',
  label: 'Tags',
  type: 'string',
  list: true,
  choices: choicesFrom(tagChoices),
  resource: 'tag',
  helpText:
    'Choose tags, or type names; several in one line are separated by commas. HighLevel writes tags in lower case.',
} as const;

export const workflowField = {
  key: 'workflowId',
  label: 'Workflow',
  type: 'string',
  choices: choicesFrom(workflowChoices),
  resource: 'workflow',
  search: 'find_workflow.id',
  helpText:
    'Only published workflows are offered, because drafts take no contacts. You can also map the ID of one from **Find Workflow**.',
} as const;

export const campaignField = {
  key: 'campaignId',
  label: 'Campaign',
  type: 'string',
  choices: choicesFrom(campaignChoices),
  resource: 'campaign',
  search: 'find_campaign.id',
  helpText: 'Choose a published campaign, or map the ID of one from **Find Campaign**.',
} as const;

/** A task of the contact in `contactId`: a step that has it adds `dependsOn: ['contactId']`. */
export const taskField = {
  key: 'taskId',
  label: 'Task',
  type: 'string',
  choices: choicesFrom(taskChoices),
  resource: 'task',
  search: 'find_task.id',
  helpText: 'Choose one of the tasks of the contact, or map the ID of one from **Find Task**.',
} as const;

export const emailField = {
  key: 'email',
  label: 'Email Address',
  type: 'string',
  placeholder: 'anna@example.com',
} as const;

export const phoneField = {
  key: 'phone',
  label: 'Phone Number',
  type: 'string',
  placeholder: '+15550100123',
  helpText:
    'With its country code if you can, such as `+1 555 010 0123`. Without it, numbers that end in these digits are found.',
} as const;

export const queryField = {
  key: 'query',
  label: 'Search Text',
  type: 'string',
  helpText: 'Words to look for, as in the search box of HighLevel.',
} as const;

/** Channels that messages come in on, for filters. */
export const channelField = {
  key: 'channel',
  label: 'Channel',
  type: 'string',
  choices: without(CHANNEL_LABELS, 'activity'),
  helpText: 'Leave it empty for all channels.',
} as const;

export const directionField = {
  key: 'direction',
  label: 'Direction',
  type: 'string',
  choices: { inbound: 'Inbound (from the contact)', outbound: 'Outbound (to the contact)' },
  helpText: 'Leave it empty for both directions.',
} as const;

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
    'Only messages whose text or subject holds these words, in upper or lower case. The body of an e-mail is not looked at here: to test it, add a **Filter** step on the field "Email Plain Text".',
} as const;

/** Whom conversations are assigned to, for filters. */
export const assigneeField = {
  key: 'assignedTo',
  label: 'Assigned User',
  type: 'string',
  choices: choicesFrom(assigneeChoices),
  resource: 'user',
  search: 'find_user.id',
  helpText:
    'Only conversations assigned to this user, or choose **Unassigned**. Leave it empty for all.',
} as const;

export const markAsField = {
  key: 'markAs',
  label: 'Mark As',
  type: 'string',
  choices: { read: 'Read', unread: 'Unread' },
  helpText: 'Leave it empty to change nothing.',
} as const;

export const starField = {
  key: 'starred',
  label: 'Starred',
  type: 'boolean',
  helpText: 'Yes sets the star, no removes it. Leave it empty to change nothing.',
} as const;

function without<Values extends object, Key extends keyof Values>(
  values: Values,
  key: Key,
): Omit<Values, Key> {
  const { [key]: _left, ...rest } = values;
  return rest;
}
