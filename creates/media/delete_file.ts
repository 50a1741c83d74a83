import { defineCreate } from 'zapier-platform-core';

import { mediaFileField } from '../../lib/media/fields.ts';
import { mediaFiles } from '../../lib/media/library.ts';
import { removedFile } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_file',
  noun: 'File',
  display: {
    label: 'Delete File',
    description: 'Deletes a file from the media library. This cannot be undone.',
  },
  operation: {
    inputFields: [
      { ...mediaFileField, required: true },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**This deletes the file for everyone in your sub-account.** Pages and messages no longer show it. It cannot be undone.',
      },
    ],
    perform: async (z, bundle) => {
      const { fileId } = bundle.inputData;
      await mediaFiles.delete(z, bundle, fileId);
      return removedFile.parse({ id: fileId, deleted: true });
    },
    ...removedFile.output,
  },
});
