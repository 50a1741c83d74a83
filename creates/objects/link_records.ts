import { defineCreate } from 'zapier-platform-core';

import { associationField, endFields } from '../../lib/objects/fields.ts';
import { linkRecords } from '../../lib/objects/links.ts';
import { recordLink } from '../../resources/object_record.ts';

export default defineCreate({
  key: 'link_records',
  noun: 'Link',
  display: {
    label: 'Link Records',
    description:
      'Links a record of a custom object to a contact, opportunity, company or another record. If they are already linked, nothing changes. To end the link, use Unlink Records.',
  },
  operation: {
    inputFields: [{ ...associationField, required: true }, ...endFields],
    perform: (z, bundle) => linkRecords(z, bundle, bundle.inputData),
    ...recordLink.output,
  },
});
