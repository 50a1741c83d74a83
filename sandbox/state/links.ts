/** A trigger link: an address that tells who clicked it. */
export interface TriggerLink {
  id: string;
  locationId: string;
  name: string;
  redirectTo: string;
}
