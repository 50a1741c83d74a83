/** Whose events a subscription is for: a sub-account's, or those of all sub-accounts of an agency. */
export type Owner = { locationId: string } | { companyId: string };

/** No id of HighLevel's begins so. */
export const AGENCY = '@';

/**
 * An owner as the database, the line of deliveries and the log name it: a sub-account by its id, an
 * agency by its id after `@`.
 */
export function nameOfOwner(owner: Owner): string {
  return 'locationId' in owner ? owner.locationId : `${AGENCY}${owner.companyId}`;
}

/** Reads what {@link nameOfOwner} wrote. */
export function ownerNamed(name: string): Owner {
  return name.startsWith(AGENCY) ? { companyId: name.slice(AGENCY.length) } : { locationId: name };
}
