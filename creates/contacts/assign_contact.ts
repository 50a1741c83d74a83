import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { call } from '../../lib/http/client.ts';
import { choicesFrom } from '../../lib/operations/choices.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { userField } from '../../lib/users/fields.ts';
import { assigneeChoices } from '../../lib/users/choices.ts';
import { nextInTurn, usersInTurnField } from '../../lib/users/in_turn.ts';
import { path } from '../../lib/http/path.ts';
import { contact } from '../../resources/contact.ts';
import { UNASSIGNED } from '../../lib/inputs/assignee.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  {
    ...userField,
    meta: { kind: 'assignee' },
    choices: choicesFrom(assigneeChoices),
    helpText:
      'The user who looks after the contact and its conversation. Choose **Unassigned** for nobody.',
  },
  {
    ...usersInTurnField,
    helpText:
      'Instead of **User**: each run of this step assigns the contact to the next of these users (round robin).',
  },
]);

export const perform = (async (z, bundle) => {
  const { contactId, userId, usersInTurn } = bundle.inputData;
  exactlyOne({ User: userId, 'Users in Turn': usersInTurn });
  const assignedTo = usersInTurn ? await nextInTurn(z, bundle, usersInTurn) : userId;
  return call(z, contact, {
    method: 'PUT',
    url: path`/contacts/${contactId}`,
    json: { assignedTo: assignedTo === UNASSIGNED ? null : assignedTo },
  });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'assign_contact',
  noun: 'Contact',
  display: {
    label: 'Assign Contact',
    description:
      'Assigns a contact and its conversation to a member of your team, to several in turn (round robin), or to nobody.',
  },
  operation: { inputFields, perform, ...contact.output },
});
