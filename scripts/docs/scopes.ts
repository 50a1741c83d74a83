import { AREAS } from '../../areas.ts';
import { SCOPES } from '../../authentication.ts';
import type { Scope } from '../../lib/connection/scopes.ts';

/** What HighLevel's reviewers ask of each scope: why the app needs it. */
const REASONS: Readonly<Record<Scope, string>> = {
  'conversations.readonly':
    'find conversations, poll for new and unread ones; the read-state webhook',
  'conversations.write': 'create, update, delete conversations; mark them as read, star them',
  'conversations/message.readonly':
    'poll for messages, read emails, recordings and transcripts; the message webhooks',
  'conversations/message.write': 'send, add and cancel messages, upload attachments, set a status',
  'conversations/livechat.write': 'show that somebody is typing in live chat',
  'contacts.readonly':
    "find contacts; the contact's name and addresses beside each message; the contact webhooks",
  'contacts.write':
    'create and update contacts, tags, notes, tasks; add them to workflows and campaigns',
  'users.readonly': 'the dropdowns of users; find users',
  'users.write':
    'create, update and delete users. HighLevel shows a warning for it on the consent page',
  'workflows.readonly': 'the dropdown of workflows',
  'courses.write': 'import courses',
  'campaigns.readonly': 'the dropdown of campaigns',
  'locations.readonly': 'test the connection and name it after its sub-account',
  'locations/tags.readonly': 'the dropdown of tags; new tags',
  'locations/tags.write': 'the dropdown of tags; new tags',
  'locations/customFields.readonly': "the sub-account's own fields as real fields in Zapier",
  'locations/customValues.readonly': "the sub-account's own fields as real fields in Zapier",
  'locations/customFields.write': 'create custom fields',
  'locations/customValues.write': 'set and delete custom values',
  'forms.readonly': 'the dropdown of forms; new submissions',
  'surveys.readonly': 'the dropdown of surveys; new submissions',
  'locations/templates.readonly': 'find templates',
  'locations/tasks.readonly': 'find tasks',
  'opportunities.readonly': 'API Request for opportunities',
  'opportunities.write': 'API Request for opportunities',
  'calendars.readonly': 'the dropdown of calendars; find free times',
  'calendars/events.readonly': 'find appointments',
  'calendars/events.write': 'book, change and delete appointments; block off time',
  'calendars/groups.readonly': 'the dropdown of calendar groups',
  'phonenumbers.read': 'the dropdown of numbers to send from',
  'oauth.readonly':
    'agencies: list the sub-accounts with the app, and get access to the one that a step works in',
  'oauth.write':
    'agencies: list the sub-accounts with the app, and get access to the one that a step works in',
  'marketplace-installer-details.readonly': 'agencies: name the connection after the agency',
};

/** The scopes that the app asks for: why each, and the areas whose steps need it. */
export function scopesTable(): string {
  const rows = SCOPES.map((scope) => {
    const users = Object.entries(AREAS).filter(([, { scopes }]) =>
      scopes.some((name) => name === scope),
    );
    return `| \`${scope}\` | ${REASONS[scope]} | ${users.map(([name, { label }]) => `[${label}](operations/${name}.md)`).join(', ')} |`;
  });
  return ['| Scope | Why | Used by |', '| --- | --- | --- |', ...rows].join('\n');
}
