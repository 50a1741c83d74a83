import { defineInputFields } from 'zapier-platform-core';

import { choicesFrom } from '../operations/choices.ts';
import { userField, followersField } from '../users/fields.ts';
import { associationChoices, associationNamed } from './associations.ts';
import { objectChoices, objectFieldChoices, objectNamed } from './choices.ts';
import { FIELDS_GROUP } from './field_inputs.ts';
import { recordChoices, recordNamed } from './named.ts';

/** The custom object that a step is about. The form shows the fields of the one that is chosen. */
export const objectField = {
  key: 'objectKey',
  label: 'Custom Object',
  type: 'string',
  choices: choicesFrom(objectChoices, objectNamed),
  resource: 'custom_object',
  altersDynamicFields: true,
  helpText:
    'The kind of record, such as Pet or Property, as you named it under Settings > Objects in HighLevel. Contacts, opportunities and companies have steps of their own.',
} as const;

/** A record of the object in `objectKey`: a step that has it adds `dependsOn: ['objectKey']`. */
export const recordField = {
  key: 'recordId',
  label: 'Record',
  type: 'string',
  choices: choicesFrom(recordChoices, recordNamed),
  resource: 'object_record',
  search: 'find_record.id',
  helpText: 'Choose a record, or map a record ID or the exact name of one from an earlier step.',
} as const;

/** A field of that object, likewise. The step itself looks it up: it needs the type as well. */
export const fieldField = {
  key: 'field',
  label: 'Field',
  type: 'string',
  choices: choicesFrom(objectFieldChoices),
  meta: { kind: 'line' },
  resource: 'object_field',
} as const;

export const ownerField = {
  ...userField,
  key: 'owner',
  label: 'Owner',
} as const;

/** The headings of forms about a record. */
export const RECORD_GROUPS = [FIELDS_GROUP];

const MOST_FOLLOWERS = 10;

/** Who looks after a record. */
export const peopleFields = defineInputFields([
  {
    ...ownerField,
    helpText: "The user who owns the record, by name, or map a user's ID or email.",
  },
  {
    ...followersField,
    required: false,
    meta: { kind: 'id', most: MOST_FOLLOWERS },
    helpText: `The users who follow the record, up to ${MOST_FOLLOWERS}. They replace those who follow it now.`,
  },
]);

export const queryField = {
  key: 'query',
  label: 'Search Text',
  type: 'string',
  helpText:
    'Words to look for in the fields that you made searchable in the settings of the custom object.',
} as const;

/** How two records belong together. */
export const associationField = {
  key: 'associationId',
  label: 'Association',
  type: 'string',
  choices: choicesFrom(associationChoices, associationNamed),
  resource: 'association',
  helpText:
    'How the two belong together, by the labels under Settings > Objects > Associations in HighLevel, such as `Registration – Guest`. Choose one, or map its ID or name.',
} as const;

/** How a step names a record at an end of an association. */
export const END_HELP =
  'A contact by ID, email address or phone number; an opportunity, company or record of a custom object by ID or exact name.';

/** The two records of a link, in either order. */
export const endFields = defineInputFields([
  {
    key: 'firstRecord',
    label: 'First Record',
    type: 'string',
    required: true,
    helpText: `One of the two. ${END_HELP}`,
  },
  {
    key: 'secondRecord',
    label: 'Second Record',
    type: 'string',
    required: true,
    helpText:
      'The other one, in the same way. The order only matters if both are of the same kind: then follow the order of the association.',
  },
]);
