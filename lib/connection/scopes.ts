import { toTexts } from '../../resources/values.ts';

/** HighLevel's scopes, with the words of its consent page. areas.ts says which area needs which. */
const SCOPE_NAMES = {
  'conversations.readonly': 'View Conversations',
  'conversations.write': 'Edit Conversations',
  'conversations/message.readonly': 'View Conversation Messages',
  'conversations/message.write': 'Edit Conversation Messages',
  'conversations/livechat.write': 'Edit Live Chat',
  'contacts.readonly': 'View Contacts',
  'contacts.write': 'Edit Contacts',
  'businesses.readonly': 'View Businesses',
  'businesses.write': 'Edit Businesses',
  'products.readonly': 'View Products',
  'products.write': 'Edit Products',
  'products/prices.readonly': 'View Prices of Products',
  'products/prices.write': 'Edit Prices of Products',
  'invoices.readonly': 'View Invoices',
  'invoices.write': 'Edit Invoices',
  'invoices/estimate.readonly': 'View Estimates',
  'invoices/estimate.write': 'Edit Estimates',
  'payments/orders.readonly': 'View Payment Orders',
  'payments/orders.write': 'Edit Payment Orders',
  'payments/orders.collectPayment': 'Collect Payments for Orders',
  'payments/transactions.readonly': 'View Payment Transactions',
  'payments/subscriptions.readonly': 'View Payment Subscriptions',
  'payments/coupons.readonly': 'View Coupons',
  'payments/coupons.write': 'Edit Coupons',
  'forms.readonly': 'View Forms',
  'forms.write': 'Edit Forms',
  'surveys.readonly': 'View Surveys',
  'users.readonly': 'View Users',
  'users.write': 'Edit Users',
  'workflows.readonly': 'View Workflows',
  'courses.write': 'Edit Courses',
  'campaigns.readonly': 'View Campaigns',
  'locations.readonly': 'View Sub-Account',
  'locations/tags.readonly': 'View Tags',
  'locations/tags.write': 'Edit Tags',
  'locations/customFields.readonly': 'View Custom Fields',
  'locations/customFields.write': 'Edit Custom Fields',
  'locations/customValues.readonly': 'View Custom Values',
  'locations/customValues.write': 'Edit Custom Values',
  'locations/templates.readonly': 'View Templates',
  'locations/tasks.readonly': 'View Tasks',
  'opportunities.readonly': 'View Opportunities',
  'opportunities.write': 'Edit Opportunities',
  'calendars.readonly': 'View Calendars',
  'calendars/events.readonly': 'View Calendar Events',
  'calendars/events.write': 'Edit Calendar Events',
  'calendars/groups.readonly': 'View Calendar Groups',
  'objects/schema.readonly': 'View Objects Schema',
  'objects/record.readonly': 'View Objects Record',
  'objects/record.write': 'Edit Objects Record',
  'associations.readonly': 'View Associations',
  'associations/relation.readonly': 'View Associations Relation',
  'associations/relation.write': 'Edit Associations Relation',
  'medias.readonly': 'View Media',
  'medias.write': 'Edit Media',
  'links.readonly': 'View Trigger Links',
  'links.write': 'Edit Trigger Links',
  'emails/builder.readonly': 'View Email Templates',
  'emails/builder.write': 'Edit Email Templates',
  'emails/schedule.readonly': 'View Email Campaigns',
  'conversation-ai.readonly': 'View Conversation AI',
  'conversation-ai.write': 'Edit Conversation AI',
  'phonenumbers.read': 'View Phone Numbers',
  'oauth.readonly': 'View Installed Sub-Accounts',
  'oauth.write': 'Get Access to Sub-Accounts',
  'marketplace-installer-details.readonly': 'View Agency Name',
} as const;

/** A scope in HighLevel's name. */
export type Scope = keyof typeof SCOPE_NAMES;

/**
 * Scopes whose names HighLevel's documents and its portal may write differently. An app that asks for
 * one that the portal lacks cannot be installed ("This integration cannot be added"): `false` takes it
 * out of what the consent page is asked for, and only the steps that use it fail.
 */
const IN_DOUBT: Readonly<Partial<Record<Scope, boolean>>> = {
  // Its one endpoint lists no scope in the specification.
  'courses.write': true,
  // Other scopes end in `.readonly`.
  'phonenumbers.read': true,
  // Only the label of an agency's connection uses it.
  'marketplace-installer-details.readonly': true,
};

/** Without these a sign-in fails. Without any other, only the steps that need it do. */
const CORE = [
  'conversations.readonly',
  'conversations.write',
  'conversations/message.readonly',
  'conversations/message.write',
  'contacts.readonly',
  'contacts.write',
  'locations.readonly',
  'users.readonly',
];

/** An agency's connection is of no use without access to its sub-accounts. */
const OF_AN_AGENCY = ['oauth.readonly', 'oauth.write'];

/** The scopes without which a sign-in fails. @param userType `Company` for an agency */
export function requiredScopes(userType: string): string[] {
  return userType === 'Company' ? [...CORE, ...OF_AN_AGENCY] : CORE;
}

/**
 * The scopes to ask for at sign-in, in HighLevel's names.
 *
 * @param needed the scopes that the operations of this version need, in any order
 * @param inDoubt those that the portal may lack: whether they are asked for all the same
 */
export function scopesFor(
  needed: readonly string[],
  inDoubt: Readonly<Record<string, boolean>> = IN_DOUBT,
): Scope[] {
  const all = new Set(needed);
  // The keys of SCOPE_NAMES, which TypeScript widens to text.
  const known = Object.keys(SCOPE_NAMES) as Scope[];
  return known.filter((scope) => all.has(scope) && inDoubt[scope] !== false);
}

/**
 * The scopes that a connection lacks, for a person: "View Contacts (contacts.readonly)".
 *
 * @param granted the token answer's `scope`: text separated by spaces or commas, or a list. An
 * answer without one grants what was asked for (RFC 6749, section 5.1)
 * @param asked what was asked for
 */
export function missingScopes(granted: unknown, asked: readonly string[]): string[] {
  const names = namesIn(granted);
  if (names.length === 0) return [];
  return asked.filter((scope) => !names.includes(scope)).map(withName);
}

/** Whether a token answer's `scope` grants a scope; undefined where it names none that is known. */
export function grants(granted: unknown, scope: Scope): boolean | undefined {
  const names = namesIn(granted);
  if (!names.some((name) => name in SCOPE_NAMES)) return undefined;
  return names.includes(scope);
}

function namesIn(granted: unknown): string[] {
  return toTexts(granted).flatMap((text) => text.split(/[\s,]+/).filter(Boolean));
}

/** Whether the consent page is asked for a scope, where an operation needs it. */
export function isAskedFor(scope: Scope): boolean {
  return IN_DOUBT[scope] !== false;
}

/** A scope for a person: `"View Contacts" (contacts.readonly)`. */
export function nameOf(scope: Scope): string {
  return `"${SCOPE_NAMES[scope]}" (${scope})`;
}

function withName(scope: string): string {
  const name = Object.entries(SCOPE_NAMES).find(([key]) => key === scope)?.[1];
  return name ? `${name} (${scope})` : scope;
}
