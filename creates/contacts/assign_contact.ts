import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { call } from '../../lib/http/client.ts';
import { assigneeChoices } from '../../lib/conversations/choices.ts';
import { choicesFrom } from '../../lib/operations/choices.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { userField } from '../../lib/users/fields.ts';
import { path } from '../../lib/http/path.ts';
import { contact } from '../../resources/contact.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  {
    ...userField,
    required: true,
    meta: { kind: 'assignee' },
    choices: choicesFrom(assigneeChoices),
    helpText:
      'Who looks after the contact, and so after its conversation. Choose **Unassigned** to take it from everyone.',
  },
]);

export const perform = (async (z, bundle) => {
  const { contactId, userId } = bundle.inputData;
  return call(z, contact, {
    method: 'PUT',
    url: path`/contacts/${contactId}`,
    json: { assignedTo: userId === 'unassigned' ? null : userId },
  });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'assign_contact',
  noun: 'Contact',
  display: {
    label: 'Assign Contact',
    description: 'Assigns a contact and its conversation to a member of your team, or to nobody.',
  },
  operation: { inputFields, perform, ...contact.output },
});
