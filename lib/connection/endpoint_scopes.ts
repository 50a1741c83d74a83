import type { Scope } from './scopes.ts';

/** What HighLevel asks of a token for a request. */
export interface EndpointScope {
  scope: Scope;
  /** Whether HighLevel's specification says so. Where it lists no scope, this one is likely. */
  isDocumented: boolean;
}

interface Rule {
  /** The path's beginning, `*` for one part of it. */
  path: string;
  /** For GET, and for a POST that searches. */
  read?: Scope;
  /** For everything else. */
  write?: Scope;
  /** Whether HighLevel's specification lists no scope. */
  undocumented?: true;
}

/** The two scopes of an area. */
function both<Area extends string>(area: Area) {
  return { read: `${area}.readonly`, write: `${area}.write` } as const;
}

/** By HighLevel's specification of each endpoint (`security`). The first rule that fits decides. */
const RULES: readonly Rule[] = [
  { path: 'conversations/preferences', ...both('conversations'), undocumented: true },
  { path: 'conversations/providers/live-chat/typing', write: 'conversations/livechat.write' },
  { path: 'conversations/messages', ...both('conversations/message') },
  { path: 'conversations/*/messages', ...both('conversations/message') },
  { path: 'conversations/locations/*/messages', ...both('conversations/message') },
  { path: 'conversations', ...both('conversations') },
  { path: 'contacts/bulk', ...both('contacts'), undocumented: true },
  { path: 'contacts', ...both('contacts') },
  { path: 'businesses', ...both('businesses') },
  { path: 'products/inventory', ...both('products/prices') },
  { path: 'products/*/price', ...both('products/prices') },
  { path: 'products', ...both('products') },
  { path: 'invoices/estimate', ...both('invoices/estimate') },
  // They have scopes of their own, which no step uses.
  { path: 'invoices/template' },
  { path: 'invoices/schedule' },
  { path: 'invoices', ...both('invoices') },
  { path: 'payments/orders/*/record-payment', write: 'payments/orders.collectPayment' },
  { path: 'payments/orders', ...both('payments/orders') },
  { path: 'payments/transactions', read: 'payments/transactions.readonly' },
  { path: 'payments/subscriptions', read: 'payments/subscriptions.readonly' },
  { path: 'payments/coupon', ...both('payments/coupons') },
  { path: 'users', ...both('users') },
  { path: 'workflows', read: 'workflows.readonly' },
  { path: 'campaigns', read: 'campaigns.readonly' },
  { path: 'courses', write: 'courses.write', undocumented: true },
  { path: 'forms', ...both('forms') },
  { path: 'surveys', read: 'surveys.readonly' },
  { path: 'locations/*/tags/*', ...both('locations/tags'), undocumented: true },
  { path: 'locations/*/tags', ...both('locations/tags') },
  { path: 'locations/*/customFields/upload', ...both('locations/customFields') },
  { path: 'locations/*/customFields/*', ...both('locations/customFields'), undocumented: true },
  { path: 'locations/*/customFields', ...both('locations/customFields') },
  { path: 'locations/*/customValues/*', ...both('locations/customValues'), undocumented: true },
  { path: 'locations/*/customValues', ...both('locations/customValues') },
  { path: 'locations/*/templates', read: 'locations/templates.readonly' },
  { path: 'locations/*/tasks', read: 'locations/tasks.readonly' },
  // No scope is documented, and none is likely.
  { path: 'locations/*/recurring-tasks' },
  { path: 'locations', read: 'locations.readonly' },
  { path: 'opportunities', ...both('opportunities') },
  { path: 'calendars/groups', read: 'calendars/groups.readonly' },
  // It has scopes of its own, which no step uses.
  { path: 'calendars/resources' },
  { path: 'calendars/events', ...both('calendars/events') },
  { path: 'calendars/blocked-slots', ...both('calendars/events') },
  { path: 'calendars/appointments', ...both('calendars/events') },
  { path: 'calendars/*/notifications', ...both('calendars/events') },
  { path: 'calendars', read: 'calendars.readonly' },
  { path: 'objects/*/records/search', ...both('objects/record') },
  // The specification lists none for one record.
  { path: 'objects/*/records/*', ...both('objects/record'), undocumented: true },
  { path: 'objects/*/records', ...both('objects/record') },
  { path: 'objects', read: 'objects/schema.readonly' },
  { path: 'associations/relations', ...both('associations/relation') },
  { path: 'associations', read: 'associations.readonly' },
  { path: 'medias/files', ...both('medias') },
  { path: 'medias/upload-file', ...both('medias') },
  { path: 'medias/folder', ...both('medias'), undocumented: true },
  { path: 'medias', ...both('medias') },
  { path: 'links/search', read: 'links.readonly', undocumented: true },
  { path: 'links/id', read: 'links.readonly', undocumented: true },
  { path: 'links', ...both('links') },
  { path: 'emails/builder/*/*', write: 'emails/builder.write', undocumented: true },
  { path: 'emails/builder', ...both('emails/builder') },
  { path: 'emails/schedule', read: 'emails/schedule.readonly' },
  { path: 'conversation-ai', ...both('conversation-ai') },
  { path: 'phone-system/numbers', read: 'phonenumbers.read' },
  { path: 'oauth/installedLocations', read: 'oauth.readonly' },
  { path: 'oauth/locationToken', write: 'oauth.write' },
  { path: 'marketplace/app/*/installations', read: 'marketplace-installer-details.readonly' },
];

/**
 * The scope that HighLevel asks for; undefined where this integration knows none.
 *
 * @param path below HighLevel's address, without its query: `/contacts/search`
 */
export function scopeOf(method: string, path: string): EndpointScope | undefined {
  const parts = path.split('/').filter(Boolean);
  const rule = RULES.find((one) => fits(one.path.split('/'), parts));
  const isRead = method === 'GET' || (method === 'POST' && SEARCHES.test(path));
  const scope = isRead ? rule?.read : rule?.write;
  if (rule === undefined || scope === undefined) return undefined;
  return { scope, isDocumented: rule.undocumented !== true };
}

const SEARCHES = /\/search(\/filter-by-email)?$/;

function fits(wanted: readonly string[], parts: readonly string[]): boolean {
  return (
    wanted.length <= parts.length &&
    wanted.every((part, index) => part === '*' || part === parts[index])
  );
}
