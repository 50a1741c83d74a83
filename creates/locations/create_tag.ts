import { defineCreate } from 'zapier-platform-core';

import { createTag } from '../../lib/locations/create_tag.ts';
import { savedTag } from '../../resources/tag.ts';

export default defineCreate({
  key: 'create_tag',
  noun: 'Tag',
  display: {
    label: 'Create Tag',
    description:
      'Creates a tag in your sub-account, or returns the tag that has this name already. No contact gets the tag.',
  },
  operation: {
    inputFields: [
      {
        key: 'name',
        label: 'Name',
        type: 'string',
        required: true,
        helpText: 'HighLevel saves tags in lower case.',
      },
    ],
    perform: (z, bundle) => createTag(z, bundle, bundle.inputData.name),
    ...savedTag.output,
  },
});
