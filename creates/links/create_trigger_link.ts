import { defineCreate } from 'zapier-platform-core';

import { linkNameField, redirectField } from '../../lib/links/fields.ts';
import { links } from '../../lib/links/links.ts';
import { triggerLink } from '../../resources/trigger_link.ts';

export default defineCreate({
  key: 'create_trigger_link',
  noun: 'Trigger Link',
  display: {
    label: 'Create Trigger Link',
    description:
      'Creates a trigger link. Put its merge field into a message: a workflow in your account can then act on clicks. Zaps cannot be started by a click.',
  },
  operation: {
    inputFields: [
      { ...linkNameField, required: true },
      { ...redirectField, required: true },
    ],
    perform: (z, bundle) => links.create(z, bundle, bundle.inputData),
    ...triggerLink.output,
  },
});
