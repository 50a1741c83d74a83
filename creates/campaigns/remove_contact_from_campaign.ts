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
    method: 'DELETE',
    url: path`/contacts/${contactId}/campaigns/${campaignId}`,
    mayBeEmpty: true,
  });
  return campaignContact.parse({
    id: contactId,
    locationId: locationOf(bundle),
    campaignId,
    isInCampaign: false,
  });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'remove_contact_from_campaign',
  noun: 'Contact',
  display: {
    label: 'Remove Contact from Campaign',
    description: 'Removes a contact from a campaign, so the campaign stops for the contact.',
  },
  operation: { inputFields, perform, ...campaignContact.outputOf({ isInCampaign: false }) },
});
