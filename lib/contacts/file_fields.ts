import { defineInputFields } from 'zapier-platform-core';

import { listCustomFields } from '../locations/custom_fields.ts';
import { choicesFrom, findByName, type ChoiceSource } from '../operations/choices.ts';

/** The custom fields of contacts that take files. */
const fileFieldChoices: ChoiceSource = async (z, bundle) => {
  const fields = await listCustomFields(z, bundle, 'contact');
  return {
    choices: fields
      .filter(({ dataType }) => dataType === 'FILE_UPLOAD')
      .map(({ id, name }) => ({ id, name: name ?? 'Field without a name' })),
  };
};

/** Which files, and the custom field that takes them. */
export const contactFileFields = defineInputFields([
  {
    key: 'customFieldId',
    label: 'Custom Field',
    type: 'string',
    required: true,
    choices: choicesFrom(fileFieldChoices, findByName(fileFieldChoices, 'custom field for files')),
    resource: 'custom_field_file',
    helpText:
      "A custom field of the type File Upload. HighLevel has no way for apps to add to a contact's **Documents** tab.",
  },
  {
    key: 'files',
    label: 'Files',
    type: 'file',
    list: true,
    required: true,
    helpText:
      'Files from an earlier step, or their URLs, up to 50 MB together: PDF, DOC, DOCX, XLS, XLSX, CSV, TXT, JPG, JPEG, PNG, GIF, SVG, MP4, MPEG, ZIP or RAR. The field keeps the files it has, as many as it allows.',
  },
]);
