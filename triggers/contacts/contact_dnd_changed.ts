import {
  defineInputFields,
  defineTrigger,
  type WebhookTriggerPerformList,
} from 'zapier-platform-core';

import { someContacts } from '../../lib/contacts/events.ts';
import { withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { hookOn, type EventPerform } from '../../lib/hooks/hooks.ts';
import { contactDnd, dndAmong, DND_SWITCHES } from '../../resources/contact_dnd.ts';

const inputFields = defineInputFields([
  {
    key: 'channel',
    label: 'Channel',
    type: 'string',
    choices: DND_SWITCHES,
    default: 'doNotDisturb',
    helpText: 'The do-not-disturb setting to look at after the change.',
  },
  {
    key: 'isOn',
    label: 'Is Now',
    type: 'string',
    choices: { on: 'On (do not disturb)', off: 'Off (may be contacted)' },
    helpText:
      'Leave it empty for both. HighLevel does not say what the setting was before, so the same state may come more than once.',
  },
]);

export const perform = ((_z, bundle, event) =>
  dndAmong([contactDnd.parse(event)], bundle.inputData)) satisfies EventPerform<typeof inputFields>;

export const performList = (async (z, bundle) =>
  dndAmong(
    await someContacts(z, bundle, contactDnd),
    bundle.inputData,
  )) satisfies WebhookTriggerPerformList<typeof inputFields>;

export default defineTrigger({
  key: 'contact_dnd_changed',
  noun: 'Contact',
  display: {
    label: 'Contact Do-Not-Disturb Changed',
    description: 'Triggers when the do-not-disturb settings of a contact change.',
  },
  operation: {
    type: 'hook',
    inputFields,
    performList,
    ...hookOn(['ContactDndUpdate'], perform),
    ...withCustomFields(contactDnd),
  },
});
