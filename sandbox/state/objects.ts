import type { Origin } from './records.ts';

/** Custom objects, the companies among their records, associations and relations. */

export interface ObjectSchema {
  id: string;
  locationId: string;
  /** `custom_objects.<name>`, or `contact`, `opportunity`, `business`. */
  key: string;
  standard: boolean;
  labels: { singular: string; plural: string };
  description?: string;
  primaryDisplayProperty: string;
  searchableProperties: string[];
  dateAdded: number;
  dateUpdated: number;
}

export const FIELD_TYPES = [
  'TEXT',
  'LARGE_TEXT',
  'NUMERICAL',
  'PHONE',
  // Misspelt by HighLevel.
  'MONETORY',
  'CHECKBOX',
  'SINGLE_OPTIONS',
  'MULTIPLE_OPTIONS',
  'DATE',
  'TEXTBOX_LIST',
  'FILE_UPLOAD',
  'RADIO',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

export interface ObjectField {
  id: string;
  locationId: string;
  objectKey: string;
  name: string;
  /** The key of the object and its own: `custom_objects.pet.name`. */
  fieldKey: string;
  dataType: FieldType;
  options?: { key: string; label: string }[];
  maxFileLimit?: number;
  parentId: string;
  dateAdded: number;
}

/** A record of a custom object, or a company. */
export interface ObjectRecord {
  id: string;
  locationId: string;
  objectKey: string;
  owner: string[];
  followers: string[];
  properties: Record<string, unknown>;
  createdBy: Origin;
  lastUpdatedBy: Origin;
  dateAdded: number;
  dateUpdated: number;
}

export interface Association {
  id: string;
  locationId: string;
  key: string;
  firstObjectKey: string;
  firstObjectLabel: string;
  secondObjectKey: string;
  secondObjectLabel: string;
  associationType: 'USER_DEFINED' | 'SYSTEM_DEFINED';
}

export interface Relation {
  id: string;
  locationId: string;
  associationId: string;
  firstRecordId: string;
  secondRecordId: string;
}

/** The key of the object whose records are the companies. */
export const BUSINESS = 'business';

/** What a field is called in a record's properties. */
export const propertyOf = ({ fieldKey, objectKey }: ObjectField): string =>
  fieldKey.slice(objectKey.length + 1);
