import type { Bundle, ZObject } from 'zapier-platform-core';

import { customField } from '../../resources/custom_field.ts';
import { locationOf } from '../connection/location.ts';
import { path } from '../http/path.ts';
import { invalid } from '../inputs/refusal.ts';
import { fieldsByChoice } from '../operations/made_fields.ts';
import { defineRecords } from '../records/records.ts';

/** HighLevel's types of custom fields, in the words of its own form. */
export const CUSTOM_FIELD_TYPES = {
  TEXT: 'Single line of text',
  LARGE_TEXT: 'Several lines of text',
  NUMERICAL: 'Number',
  MONETORY: 'Amount of money',
  PHONE: 'Phone number',
  DATE: 'Date',
  SINGLE_OPTIONS: 'Dropdown, one choice',
  MULTIPLE_OPTIONS: 'Dropdown, several choices',
  RADIO: 'Radio buttons',
  CHECKBOX: 'Checkboxes',
  TEXTBOX_LIST: 'List of text boxes',
  FILE_UPLOAD: 'File upload',
} as const;

type CustomFieldType = keyof typeof CUSTOM_FIELD_TYPES;

/** Types whose entries are given when the field is made. */
const WITH_OPTIONS: readonly string[] = [
  'SINGLE_OPTIONS',
  'MULTIPLE_OPTIONS',
  'RADIO',
  'CHECKBOX',
  'TEXTBOX_LIST',
] satisfies CustomFieldType[];

/** What only some types of field have. */
export const customFieldDetails = fieldsByChoice(
  [
    {
      key: 'options',
      label: 'Options',
      type: 'string',
      list: true,
      meta: { kind: 'line' },
      helpText: 'The choices, or the labels of the text boxes, one per line.',
    },
    {
      key: 'acceptedFormat',
      label: 'File Types',
      type: 'string',
      list: true,
      choices: {
        '.pdf': 'PDF',
        '.doc': 'DOC',
        '.docx': 'DOCX',
        '.jpg': 'JPG',
        '.jpeg': 'JPEG',
        '.png': 'PNG',
        '.gif': 'GIF',
        '.csv': 'CSV',
        '.xls': 'XLS',
        '.xlsx': 'XLSX',
        '.mp4': 'MP4',
        '.mpeg': 'MPEG',
        '.zip': 'ZIP',
        '.rar': 'RAR',
        '.txt': 'TXT',
        '.svg': 'SVG',
      },
      helpText: 'Optional. The types of file that the field accepts. Leave blank for all.',
    },
    {
      key: 'maxNumberOfFiles',
      label: 'Maximum Files',
      type: 'integer',
      meta: { min: 1 },
      helpText: 'Optional. How many files the field accepts. Leave blank for one.',
    },
  ],
  ({ key }, { dataType }) =>
    key === 'options' ? WITH_OPTIONS.includes(String(dataType)) : dataType === 'FILE_UPLOAD',
);

/** A custom field to create, in the words of the input fields. */
export interface NewCustomField {
  name: string;
  dataType: string;
  model?: string;
  placeholder?: string;
  options?: string[];
  acceptedFormat?: string[];
  maxNumberOfFiles?: number;
}

/**
 * Creates a custom field.
 *
 * @throws errors.Error for a field of choices without any
 */
export function createCustomField(z: ZObject, bundle: Bundle, input: NewCustomField) {
  const { options = [], maxNumberOfFiles, model = 'contact', ...field } = input;
  if (WITH_OPTIONS.includes(field.dataType) && options.length === 0) {
    throw invalid('A field of this type needs "Options".', 'Fill in at least one.');
  }
  const fields = defineRecords(customField, {
    path: path`/locations/${locationOf(bundle)}/customFields`,
    one: 'customField',
  });
  return fields.create(z, bundle, {
    ...field,
    model,
    ...(options.length > 0 && {
      textBoxListOptions: options.map((label) => ({ label, prefillValue: '' })),
    }),
    ...(maxNumberOfFiles !== undefined && {
      isMultipleFile: maxNumberOfFiles > 1,
      maxNumberOfFiles,
    }),
  });
}
