import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import { latestAsEvents, startsWith } from '../../lib/emails/events.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { EMAIL_EVENTS, emailEvent } from '../../resources/email_event.ts';

const inputFields = defineInputFields([
  {
    key: 'events',
    label: 'Events',
    type: 'string',
    list: true,
    required: true,
    meta: { kind: 'option' },
    choices: { ...EMAIL_EVENTS },
    helpText:
      'What happened to the email. If an event is missing here, type the word that "Original Event" had in an earlier run.',
  },
]);

export const perform = ((z, bundle, event) =>
  startsWith(z, bundle, event, bundle.inputData)) satisfies EventPerform<typeof inputFields>;

export const performList = ((z, bundle) =>
  latestAsEvents(z, bundle, bundle.inputData)) satisfies WebhookTriggerPerformList<
  typeof inputFields
>;

export default defineTrigger({
  key: 'email_event',
  noun: 'Email Event',
  display: {
    label: 'Email Event',
    description:
      'Triggers when an email that you sent is delivered, opened, clicked, bounced, marked as spam or unsubscribed from. Only for emails sent by LC Email, the built-in email service. Triggers each time, also when one email is opened twice. Instant. It does not say the subject: to react to one certain email, use Message Status Changed and continue with a Filter step on Subject. For emails of other services that fail, use Message Failed; for those that are opened, Message Status Changed. For texts and other channels, use Message Status Changed.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['LCEmailStats'], perform, 'Message Status Changed'),
    ...emailEvent.output,
  },
});
