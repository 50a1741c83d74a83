import { defineCreate } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { contactFileFields } from '../../lib/contacts/file_fields.ts';
import { uploadFilesToContact } from '../../lib/contacts/files.ts';
import { contactFiles } from '../../resources/contact_files.ts';

export default defineCreate({
  key: 'upload_file_to_contact',
  noun: 'File',
  display: {
    label: 'Upload File to Contact',
    description:
      'Saves one or more files in a custom field of a contact, such as a signed contract. For a file that is not of one contact, use Upload File to Media Library.',
  },
  operation: {
    inputFields: [{ ...contactField, required: true }, ...contactFileFields],
    perform: (z, bundle) => uploadFilesToContact(z, bundle, bundle.inputData),
    ...contactFiles.output,
  },
});
