/** How the sandbox behaves where HighLevel's own behaviour differs between reports. */
export interface Settings {
  /** A second conversation for a contact: refused with 400, or answered with the existing one. */
  secondConversation: 'refuse' | 'existing';
  /** `GET /conversations/messages/email/{id}`: `{emailMessage: {...}}` as recorded, or flat as in the spec. */
  emailShape: 'wrapped' | 'flat';
  /** How many status updates of a new message are refused before one is accepted (highlevel-api-docs #4). */
  statusRefusals: number;
  /** With which status they are refused: 401 in older reports, 403 in newer ones. */
  statusRefusalCode: 401 | 403;
  /** Lifetime of access tokens, in seconds. */
  accessTokenSeconds: number;
  /** Lifetime of the tokens that an agency's token is swapped for, in seconds. */
  locationTokenSeconds: number;
  /** With which status a swap is refused where the app is not installed, or in another version. */
  locationTokenRefusal: 400 | 401 | 403;
  /** Lifetime of a cursor of the message export, in milliseconds. */
  cursorLifetimeMs: number;
  /** How long searches do not find what was just made, in milliseconds and in searches for it. */
  searchLagMs: number;
  searchLagSearches: number;
  /** `scope` of a token answer: separated by spaces as documented, by commas, a list, or left out. */
  scopeShape: 'spaces' | 'commas' | 'list' | 'none';
  /** Custom fields of an updated opportunity: those that are sent replace all, or only their own. */
  opportunityFields: 'replace' | 'merge';
  /** Whether a booking refuses the start of a free slot that is written in UTC. */
  exactSlots: boolean;
  /** `type` of an appointment's events: each its own, or `create` for all as in the documented examples. */
  appointmentEvents: 'own' | 'create';
  /** Whether the events of invoices have a `type`, which the documents do not show. */
  invoiceEventType: boolean;
  /** The same of the events of products, prices, custom objects, associations and relations. */
  catalogEventType: boolean;
  /** Whether an upload to the media library gets into the folder that it names (highlevel-api-docs #186). */
  mediaFolders: boolean;
  /** Largest upload, in bytes, for every channel but WhatsApp. */
  uploadBytes: number;
}

export const defaultSettings = (): Settings => ({
  secondConversation: 'refuse',
  emailShape: 'wrapped',
  statusRefusals: 0,
  statusRefusalCode: 403,
  accessTokenSeconds: 86_399,
  locationTokenSeconds: 86_399,
  locationTokenRefusal: 400,
  cursorLifetimeMs: 3_600_000,
  searchLagMs: 0,
  searchLagSearches: 0,
  scopeShape: 'spaces',
  opportunityFields: 'replace',
  exactSlots: true,
  appointmentEvents: 'own',
  invoiceEventType: true,
  catalogEventType: true,
  mediaFolders: true,
  uploadBytes: 5 * 1024 * 1024,
});
