import { defineInputFields, defineSearch, type SearchPerform } from 'zapier-platform-core';

import { exactlyOne } from '../../lib/inputs/alternatives.ts';
import { folderField } from '../../lib/media/fields.ts';
import { mediaPage } from '../../lib/media/library.ts';
import { byName } from '../../lib/operations/by_name.ts';
import { mediaFile } from '../../resources/media_file.ts';

const inputFields = defineInputFields([
  {
    key: 'name',
    label: 'Name',
    type: 'string',
    helpText: 'The name of the file, or part of it. An exact match comes first.',
  },
  {
    ...folderField,
    helpText: 'Only files in this folder, and not in those below it. Leave blank for all.',
  },
]);

export const perform = (async (z, bundle) => {
  const { name, parentId } = bundle.inputData;
  exactlyOne({ Name: name, Folder: parentId }, { together: ['Name', 'Folder'] });
  const criteria = { type: 'file', query: name, parentId } as const;
  const { entries, next } = await mediaPage(z, bundle, criteria, bundle.meta.paging_token);
  return { results: name === undefined ? entries : byName(entries, name), paging_token: next };
}) satisfies SearchPerform<typeof inputFields>;

export default defineSearch({
  key: 'find_file',
  noun: 'File',
  display: {
    label: 'Find File',
    description: 'Finds a file of the media library by name or folder, with its URL.',
  },
  operation: { inputFields, perform, canPaginate: true, ...mediaFile.output },
});
