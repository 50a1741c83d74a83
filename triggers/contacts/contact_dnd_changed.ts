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
    helpText:
      'The setting that **Is Now** is about. For people who opt out of texts (STOP), choose **SMS**. **All channels** is the main switch. A channel without a setting of its own follows it.',
  },
  {
    key: 'isOn',
    label: 'Is Now',
    type: 'string',
    choices: { on: 'On (do not disturb)', off: 'Off (may be contacted)' },
    helpText:
      'Leave blank to trigger for every change on any channel. HighLevel does not say what the setting was before, so the Zap may run more than once for the same setting.',
  },
]);

export default defineHookTrigger({
  key: 'contact_dnd_changed',
  noun: 'Contact',
  display: {
    label: 'Contact Do-Not-Disturb Changed',
    description:
      'Triggers when the do-not-disturb settings of a contact change: for example, when a contact opts out by replying STOP to a text, or when your team blocks a channel. Instant.',
  },
  inputFields,
  events: ['ContactDndUpdate'],
  resource: contactDnd,
  examples: someContacts,
  filter: hasSetting,
  output: withCustomFields(contactDnd),
});
