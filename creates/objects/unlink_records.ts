import { defineCreate } from 'zapier-platform-core';

import { associationField, endFields } from '../../lib/objects/fields.ts';
import { unlinkRecords } from '../../lib/objects/links.ts';
import { removedLink } from '../../resources/object_record.ts';

export default defineCreate({
  key: 'unlink_records',
  noun: 'Link',
  display: {
    label: 'Unlink Records',
    description:
      'Ends the link between a record of a custom object and a contact, opportunity, company or another record. Both of them stay. To link them, use Link Records.',
  },
  operation: {
    inputFields: [{ ...associationField, required: true }, ...endFields],
    perform: (z, bundle) => unlinkRecords(z, bundle, bundle.inputData),
    ...removedLink.output,
  },
});
