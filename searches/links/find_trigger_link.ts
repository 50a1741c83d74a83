import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { linkField, redirectField } from '../../lib/links/fields.ts';
import { findLinks } from '../../lib/links/links.ts';
import { nameFields } from '../../lib/operations/by_name.ts';
import { triggerLink } from '../../resources/trigger_link.ts';

const inputFields = defineInputFields([
  ...nameFields('link'),
  redirectField,
  {
    ...linkField,
    search: undefined,
    helpText: 'Instead of the fields above, a trigger link from the list or an earlier step.',
  },
]);

export const perform = ((z, bundle) => {
  const { name, redirectTo, linkId } = bundle.inputData;
  exactlyOne({ Name: name, 'Redirect URL': redirectTo, 'Trigger Link': linkId });
  return findLinks(z, bundle, bundle.inputData);
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_trigger_link',
  noun: 'Trigger Link',
  display: {
    label: 'Find Trigger Link',
    description: 'Finds a trigger link by its name or by where it leads.',
  },
  operation: { inputFields, perform, ...triggerLink.output },
});
