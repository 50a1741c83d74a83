import { choicesFrom } from '../operations/choices.ts';
import {
  callChoices,
  emailChoices,
  messageChoices,
  reviewChoices,
  scheduledMessageChoices,
} from './choices.ts';

/** Input fields that name a message. `as const` keeps their keys in the inferred inputs. */

export const messageField = {
  key: 'messageId',
  label: 'Message',
  type: 'string',
  choices: choicesFrom(messageChoices),
  resource: 'message',
  search: 'find_message.id',
  helpText:
    'Choose one of the latest messages, or map "Message ID" from an earlier step such as **New Message**.',
} as const;

export const callField = {
  key: 'messageId',
  label: 'Call',
  type: 'string',
  choices: choicesFrom(callChoices),
  resource: 'message',
  search: 'find_message.id',
  helpText:
    'Choose one of the latest calls, or map "Message ID" from an earlier step, such as **Find Message**.',
} as const;

export const emailMessageField = {
  key: 'emailMessageId',
  label: 'Email',
  type: 'string',
  choices: choicesFrom(emailChoices),
  resource: 'email_message',
  search: 'find_email.id',
  helpText:
    'Choose one of the latest emails, or map "Email ID" from an earlier step, such as **New Message**.',
} as const;

export const scheduledMessageField = {
  key: 'messageId',
  label: 'Scheduled Message',
  type: 'string',
  choices: choicesFrom(scheduledMessageChoices),
  resource: 'message',
  search: 'find_scheduled_messages.id',
  helpText:
    'Choose a message or email that is waiting to be sent, or map its ID: "Message ID" or "Email ID" from the step that scheduled it, or "First Message ID" from **Find Many Scheduled Messages**. To cancel several, put this step into Looping by Zapier.',
} as const;

export const reviewConversationField = {
  key: 'conversationId',
  label: 'Review',
  type: 'string',
  choices: choicesFrom(reviewChoices),
  resource: 'conversation',
  search: 'find_conversation.id',
  helpText:
    'Choose a review by its author, or map "Conversation ID" from a trigger of new messages whose channel is Review.',
} as const;
