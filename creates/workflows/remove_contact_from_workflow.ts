import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { send } from '../../lib/http/client.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { workflowField } from '../../lib/workflows/fields.ts';
import { path } from '../../lib/http/path.ts';
import { locationOf } from '../../lib/connection/location.ts';
import { workflowContact } from '../../resources/automation_contact.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  { ...workflowField, required: true },
]);

export const perform = (async (z, bundle) => {
  const { contactId, workflowId } = bundle.inputData;
  await send(z, {
    method: 'DELETE',
    url: path`/contacts/${contactId}/workflow/${workflowId}`,
    body: {},
    mayBeEmpty: true,
  });
  return workflowContact.parse({
    id: contactId,
    locationId: locationOf(bundle),
    workflowId,
    isInWorkflow: false,
  });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'remove_contact_from_workflow',
  noun: 'Contact',
  display: {
    label: 'Remove Contact from Workflow',
    description: 'Removes a contact from a workflow, so the workflow stops for the contact.',
  },
  operation: {
    inputFields,
    perform,
    ...workflowContact.outputOf({ isInWorkflow: false, eventStartTime: null }),
  },
});
