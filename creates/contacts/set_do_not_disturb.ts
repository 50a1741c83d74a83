import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { setDoNotDisturb } from '../../lib/contacts/do_not_disturb.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { DND_LABELS, doNotDisturb } from '../../resources/do_not_disturb.ts';

const STATUSES = {
  active: 'Do not disturb',
  inactive: 'May be contacted',
  permanent: 'Do not disturb, permanently',
};

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
    key: 'sms',
    label: DND_LABELS.sms,
    type: 'string',
    choices: STATUSES,
    helpText:
      'For this channel and the next ones. Choose **permanently** for a contact who opted out for good: HighLevel may not let you undo it.',
  },
  { key: 'email', label: DND_LABELS.email, type: 'string', choices: STATUSES },
  { key: 'call', label: DND_LABELS.call, type: 'string', choices: STATUSES },
  { key: 'whatsapp', label: DND_LABELS.whatsapp, type: 'string', choices: STATUSES },
  { key: 'facebook', label: DND_LABELS.facebook, type: 'string', choices: STATUSES },
  { key: 'google', label: DND_LABELS.google, type: 'string', choices: STATUSES },
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
