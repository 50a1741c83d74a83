import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { send } from '../../lib/http/client.ts';
import { dateField } from '../../lib/inputs/common_fields.ts';
import { path } from '../../lib/http/path.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { workflowField } from '../../lib/workflows/fields.ts';
import { locationOf } from '../../lib/connection/location.ts';
import { workflowContact } from '../../resources/automation_contact.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  { ...workflowField, required: true },
  dateField(
    'eventStartTime',
    'Event Start',
    'When the event begins. Only for workflows with a step that waits for an event.',
  ),
]);

export const perform = (async (z, bundle) => {
  const { contactId, workflowId, eventStartTime } = bundle.inputData;
  await send(z, {
    method: 'POST',
    url: path`/contacts/${contactId}/workflow/${workflowId}`,
    // HighLevel wants a body, an empty one too, and the time with an offset.
    body: { eventStartTime: eventStartTime?.replace(/\.\d+Z$/, '+00:00') },
    mayBeEmpty: true,
  });
  return workflowContact.parse({
    id: contactId,
    locationId: locationOf(bundle),
    workflowId,
    eventStartTime,
    isInWorkflow: true,
  });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'add_contact_to_workflow',
  noun: 'Contact',
  display: {
    label: 'Add Contact to Workflow',
    description:
      "Adds a contact to a workflow and starts it for the contact. What the workflow does can't be undone. The workflow must be published. If the contact was in it before, the workflow's setting Allow Re-entry decides whether it starts again. For a campaign, use Add Contact to Campaign.",
  },
  operation: { inputFields, perform, ...workflowContact.output },
});
