import { defineCreate } from 'zapier-platform-core';

import { folderField } from '../../lib/media/fields.ts';
import { uploadToLibrary } from '../../lib/media/upload.ts';
import { uploadedFile } from '../../resources/media_file.ts';

export default defineCreate({
  key: 'upload_file',
  noun: 'File',
  display: {
    label: 'Upload File to Media Library',
    description:
      'Uploads a file to the media library and returns its URL. For a file of one contact, use Upload File to Contact.',
  },
  operation: {
    inputFields: [
      {
        key: 'file',
        label: 'File',
        type: 'file',
        required: true,
        helpText:
          'A file from an earlier step, or its URL. A file of more than 25 MB is fetched from its URL, which must work without signing in.',
      },
      {
        key: 'name',
        label: 'Name',
        type: 'string',
        helpText: 'What the file is called in the media library. Leave blank to keep its name.',
      },
      {
        ...folderField,
        helpText:
          'Where to put the file. HighLevel sometimes ignores this: "Is in Folder" says where the file is.',
      },
    ],
    perform: (z, bundle) => uploadToLibrary(z, bundle, bundle.inputData),
    ...uploadedFile.output,
  },
});
