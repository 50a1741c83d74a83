import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { channelField, setDoNotDisturb } from '../../lib/contacts/do_not_disturb.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { DND_LABELS, doNotDisturb } from '../../resources/do_not_disturb.ts';

const inputFields = defineInputFields([
  {
    ...contactField,
    required: true,
    helpText: 'The contact whose settings to change. Settings you leave blank stay as they are.',
  },
  {
    key: 'all',
    label: DND_LABELS.all,
    type: 'boolean',
    helpText: 'Yes blocks every channel. No unblocks all except those set below.',
  },
  {
    ...channelField('sms'),
    helpText:
      'For this channel and the next ones. Choose **permanently** for a contact who opted out for good: HighLevel may not let you undo it.',
  },
  channelField('email'),
  channelField('call'),
  channelField('whatsapp'),
  channelField('facebook'),
  channelField('google'),
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
      'Sets which channels a contact can be contacted on, for example to stop all texts or emails. A message sent on a blocked channel fails with an error that says so.',
  },
  operation: { inputFields, perform, ...doNotDisturb.output },
});
