import { BUSINESS, type ObjectRecord } from './objects.ts';
import type { Origin } from './records.ts';

/** What a company may have: a record of the standard object `business`, each text under its key. */
export const BUSINESS_KEYS = [
  'name',
  'phone',
  'email',
  'website',
  'address',
  'city',
  'postalCode',
  'state',
  'country',
  'description',
] as const;

export type BusinessDetails = Partial<Record<(typeof BUSINESS_KEYS)[number], string>> & {
  name: string;
};

/** A new company. */
export const newBusiness = (
  id: string,
  locationId: string,
  details: BusinessDetails,
  createdBy: Origin,
): ObjectRecord => ({
  id,
  locationId,
  objectKey: BUSINESS,
  owner: [],
  followers: [],
  properties: { ...details },
  createdBy,
  lastUpdatedBy: createdBy,
  dateAdded: createdBy.timestamp,
  dateUpdated: createdBy.timestamp,
});
