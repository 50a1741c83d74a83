import { defineInputFields } from 'zapier-platform-core';

import { withCustomFields } from '../../lib/contacts/custom_fields.ts';
import { someContacts } from '../../lib/contacts/events.ts';
import { defineHookTrigger } from '../../lib/hooks/hook_trigger.ts';
import { contactDnd, hasSetting, DND_SWITCHES } from '../../resources/contact_dnd.ts';

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

export default defineHookTrigger({
  key: 'contact_dnd_changed',
  noun: 'Contact',
  display: {
    label: 'Contact Do-Not-Disturb Changed',
    description: 'Triggers when the do-not-disturb settings of a contact change.',
  },
  inputFields,
  events: ['ContactDndUpdate'],
  resource: contactDnd,
  examples: someContacts,
  filter: hasSetting,
  output: withCustomFields(contactDnd),
});
