import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { send } from '../../lib/http/client.ts';
import { campaignField } from '../../lib/campaigns/fields.ts';
import { contactField } from '../../lib/contacts/fields.ts';
import { path } from '../../lib/http/path.ts';
import { locationOf } from '../../lib/connection/location.ts';
import { campaignContact } from '../../resources/automation_contact.ts';

const inputFields = defineInputFields([
  { ...contactField, required: true },
  { ...campaignField, required: true },
]);

export const perform = (async (z, bundle) => {
  const { contactId, campaignId } = bundle.inputData;
  await send(z, {
    method: 'POST',
    url: path`/contacts/${contactId}/campaigns/${campaignId}`,
    body: {},
    mayBeEmpty: true,
  });
  return campaignContact.parse({
    id: contactId,
    locationId: locationOf(bundle),
    campaignId,
    isInCampaign: true,
  });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'add_contact_to_campaign',
  noun: 'Contact',
  display: {
    label: 'Add Contact to Campaign',
    description:
      "Adds a contact to a campaign and starts it for the contact. What the campaign sends can't be unsent. The campaign must be published. For a workflow, use Add Contact to Workflow. If you are not sure which it is, look in the lists of both.",
  },
  operation: { inputFields, perform, ...campaignContact.output },
});
