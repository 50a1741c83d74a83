import { defineCreate } from 'zapier-platform-core';

import { folderField } from '../../lib/media/fields.ts';
import { createFolder } from '../../lib/media/library.ts';
import { mediaFolder } from '../../resources/media_file.ts';

export default defineCreate({
  key: 'create_folder',
  noun: 'Folder',
  display: {
    label: 'Create Folder',
    description: 'Creates a folder in the media library, even if one with the same name exists.',
  },
  operation: {
    inputFields: [
      { key: 'name', label: 'Name', type: 'string', required: true },
      {
        ...folderField,
        label: 'Parent Folder',
        helpText: 'The folder to create it in. Leave blank for the top level.',
      },
    ],
    perform: (z, bundle) => createFolder(z, bundle, bundle.inputData),
    ...mediaFolder.output,
  },
});
