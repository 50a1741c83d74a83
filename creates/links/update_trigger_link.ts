import { defineCreate } from 'zapier-platform-core';

import { linkField, linkNameField, redirectField } from '../../lib/links/fields.ts';
import { updateLink } from '../../lib/links/links.ts';
import { triggerLink } from '../../resources/trigger_link.ts';

export default defineCreate({
  key: 'update_trigger_link',
  noun: 'Trigger Link',
  display: {
    label: 'Update Trigger Link',
    description: 'Changes the name of a trigger link, or where it leads.',
  },
  operation: {
    inputFields: [{ ...linkField, required: true }, linkNameField, redirectField],
    perform: (z, bundle) => updateLink(z, bundle, bundle.inputData),
    ...triggerLink.output,
  },
});
