/** What the server tells the page of the whole integration. */

export type OperationKind = 'triggers' | 'searches' | 'creates';

/** An operation as the catalog lists it. */
export interface CatalogEntry {
  kind: OperationKind;
  key: string;
  label: string;
  description: string;
  /** The key of its area. */
  area: string;
  /** How a trigger starts its Zap; null for searches and actions. */
  starts: 'instant' | 'polling' | null;
}

export interface Area {
  key: string;
  label: string;
}

/** A connection that a person can choose: a sub-account, or the agency of all. */
export interface ConnectionView {
  id: string;
  label: string;
  isAgency: boolean;
}

export interface Catalog {
  version: string;
  areas: Area[];
  operations: CatalogEntry[];
  connections: ConnectionView[];
}
