import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { byName } from '../../lib/operations/by_name.ts';
import { listTags } from '../../lib/locations/tags.ts';
import { tag } from '../../resources/tag.ts';

const inputFields = defineInputFields([
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    required: true,
    helpText: 'The name of the tag, or part of it. An exact match comes first.',
  },
]);

export const perform = (async (z, bundle) =>
  byName(await listTags(z, bundle), bundle.inputData.name)) satisfies SearchPerform<
  typeof inputFields
>;

export default defineSearch({
  key: 'find_tag',
  noun: 'Tag',
  display: { label: 'Find Tag', description: 'Finds a tag of your sub-account by its name.' },
  operation: { inputFields, perform, ...tag.output },
});
