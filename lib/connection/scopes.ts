/**
 * What the connector asks for, once, for everything it offers: changing the scopes of a live
 * marketplace app needs a new version of the app and every user's consent again.
 */
const SCOPE_NAMES = {
  'conversations.readonly': 'View Conversations',
  'conversations.write': 'Edit Conversations',
  'conversations/message.readonly': 'View Conversation Messages',
  'conversations/message.write': 'Edit Conversation Messages',
  'conversations/livechat.write': 'Edit Live Chat',
  'contacts.readonly': 'View Contacts',
  'contacts.write': 'Edit Contacts',
  'users.readonly': 'View Users',
  'users.write': 'Edit Users',
  'workflows.readonly': 'View Workflows',
  'courses.write': 'Edit Courses',
  'campaigns.readonly': 'View Campaigns',
  'locations.readonly': 'View Sub-Account',
  'locations/tags.readonly': 'View Tags',
  'locations/tags.write': 'Edit Tags',
  'locations/customFields.readonly': 'View Custom Fields',
  'locations/customValues.readonly': 'View Custom Values',
  'locations/templates.readonly': 'View Templates',
  'locations/tasks.readonly': 'View Tasks',
  'opportunities.readonly': 'View Opportunities',
  'opportunities.write': 'Edit Opportunities',
  'calendars.readonly': 'View Calendars',
  'calendars/events.readonly': 'View Calendar Events',
  'calendars/events.write': 'Edit Calendar Events',
  'phonenumbers.read': 'View Phone Numbers',
} as const;

/** HighLevel's names of the scopes, for the consent page. */
export const SCOPES: readonly string[] = Object.keys(SCOPE_NAMES);

/**
 * The scopes that a connection lacks, for a person: "View Contacts (contacts.readonly)".
 *
 * @param granted the token answer's `scope`, separated by spaces
 */
export function missingScopes(granted: string): string[] {
  const given = new Set(granted.split(/\s+/));
  return Object.entries(SCOPE_NAMES)
    .filter(([scope]) => !given.has(scope))
    .map(([scope, name]) => `${name} (${scope})`);
}
