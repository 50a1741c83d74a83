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
    helpText: 'Whose settings to change. What you leave empty below stays as it is.',
  },
  {
    key: 'all',
    label: DND_LABELS.all,
    type: 'boolean',
    helpText: 'Yes closes every channel to this contact, no opens them but for those closed below.',
  },
  { key: 'sms', label: DND_LABELS.sms, type: 'string', choices: STATUSES },
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
    helpText: 'What the contact sends to you.',
  },
  {
    key: 'reason',
    label: 'Reason',
    type: 'string',
    helpText: 'Why, for people who look at the contact later. Kept with each channel changed here.',
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
    description: 'Sets on which channels a contact may be contacted.',
  },
  operation: { inputFields, perform, ...doNotDisturb.output },
});
