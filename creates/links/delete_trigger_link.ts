import { defineCreate } from 'zapier-platform-core';

import { linkField } from '../../lib/links/fields.ts';
import { links } from '../../lib/links/links.ts';
import { removedLink } from '../../resources/deleted.ts';

export default defineCreate({
  key: 'delete_trigger_link',
  noun: 'Trigger Link',
  display: {
    label: 'Delete Trigger Link',
    description:
      'Deletes a trigger link. Messages that contain it lead nowhere. This cannot be undone.',
  },
  operation: {
    inputFields: [
      { ...linkField, required: true },
      {
        key: 'warning',
        type: 'copy',
        helpText:
          '**This deletes the trigger link for everyone in your sub-account.** It also stops working in messages that were sent. It cannot be undone.',
      },
    ],
    perform: async (z, bundle) => {
      const { linkId } = bundle.inputData;
      await links.delete(z, bundle, linkId);
      return removedLink.parse({ id: linkId, deleted: true });
    },
    ...removedLink.output,
  },
});
