import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { send } from '../../lib/http/client.ts';
import { path } from '../../lib/http/path.ts';
import { readDate } from '../../lib/inputs/dates.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { workflowField } from '../../lib/workflows/fields.ts';
import { locationOf } from '../../lib/connection/location.ts';
import { workflowContact } from '../../resources/automation_contact.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  { ...workflowField, required: true },
  {
    key: 'eventStartTime',
    label: 'Event Start',
    type: 'datetime',
    helpText:
      'For workflows that wait for an event: when it begins. Without a time zone it is read in the time zone of your Zap.',
  },
]);

export const perform = (async (z, bundle) => {
  const { contactId, workflowId, eventStartTime } = bundle.inputData;
  const start =
    eventStartTime && readDate(eventStartTime, 'Event Start', bundle.meta.timezone).toISOString();
  await send(z, {
    method: 'POST',
    url: path`/contacts/${contactId}/workflow/${workflowId}`,
    // HighLevel wants a body, an empty one too, and the time with an offset.
    body: { eventStartTime: start?.replace(/\.\d+Z$/, '+00:00') },
    mayBeEmpty: true,
  });
  return workflowContact.parse({
    id: contactId,
    locationId: locationOf(bundle),
    workflowId,
    eventStartTime: start,
    isInWorkflow: true,
  });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'add_contact_to_workflow',
  noun: 'Contact',
  display: {
    label: 'Add Contact to Workflow',
    description: 'Adds a contact to a workflow, which then starts for it.',
  },
  operation: { inputFields, perform, ...workflowContact.output },
});
