import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { channelFields, setDoNotDisturb } from '../../lib/contacts/do_not_disturb.ts';
import { contactFieldFor } from '../../lib/contacts/fields.ts';
import { DND_LABELS, doNotDisturb } from '../../resources/do_not_disturb.ts';

const inputFields = defineInputFields([
  {
    ...contactFieldFor(
      'The contact whose settings to change.',
      'Settings you leave blank stay as they are.',
    ),
    required: true,
  },
  {
    key: 'all',
    label: DND_LABELS.all,
    type: 'boolean',
    helpText:
      'Yes blocks every channel. No unblocks every channel except the ones you block below.',
  },
  ...channelFields,
  {
    key: 'inbound',
    label: DND_LABELS.inbound,
    type: 'string',
    choices: { active: 'Block calls and messages', inactive: 'Let calls and messages through' },
    helpText: 'Block or allow calls and messages that the contact sends to you.',
  },
  {
    key: 'reason',
    label: 'Reason',
    type: 'string',
    helpText: 'Why the settings changed. Saved with each channel you change.',
  },
]);

export const perform = (async (z, bundle) => {
  const { contactId, ...input } = bundle.inputData;
  return setDoNotDisturb(z, contactId, input);
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'set_do_not_disturb',
  noun: 'Contact',
  display: {
    label: 'Set Do Not Disturb',
    description:
      'Blocks or unblocks the channels a contact can be contacted on, for example to opt a contact out of all texts or emails. A message on a blocked channel is not sent: the Zap stops at the step that sends it. For one kind of email, such as a newsletter, use Change Subscription.',
  },
  operation: { inputFields, perform, ...doNotDisturb.output },
});
