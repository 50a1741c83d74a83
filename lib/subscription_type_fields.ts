/** Input fields of the steps that make and change subscription types. */

export const typeNameField = {
  key: 'name',
  label: 'Name',
  type: 'string',
  helpText: 'What contacts read, such as `Newsletter`; up to 100 characters.',
} as const;

export const typeDescriptionField = {
  key: 'description',
  label: 'Description',
  type: 'string',
  helpText: 'What it is about, for contacts; up to 100 characters.',
} as const;
