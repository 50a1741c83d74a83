import type { ChoiceSource } from '../operations/choices.ts';

/**
 * What HighLevel's scopes for users may be about, each with what may be done there. HighLevel's own
 * names, from its API's specification of `POST /users/`; a scope is `area.action`.
 */
const ACTIONS_OF: Readonly<Record<string, string>> = {
  campaigns: 'readonly write',
  calendars: 'readonly write',
  'calendars/events': 'write',
  'calendars/groups': 'write',
  contacts: 'write',
  'contacts/bulkActions': 'write',
  workflows: 'readonly write',
  triggers: 'write',
  funnels: 'write',
  forms: 'write',
  surveys: 'write',
  quizzes: 'write',
  websites: 'write',
  medias: 'write readonly',
  opportunities: 'write',
  'opportunities/leadValue': 'readonly',
  'opportunities/bulkActions': 'write',
  'reporting/phone': 'readonly',
  'reporting/adwords': 'readonly',
  'reporting/facebookAds': 'readonly',
  'reporting/attributions': 'readonly',
  'prospecting/auditReport': 'write',
  'reporting/reports': 'readonly write',
  'reporting/agent': 'readonly',
  'reporting/stats': 'export',
  payments: 'write',
  'payments/records': 'write',
  'payments/orders': 'readonly export import collectPayment',
  'payments/subscriptions': 'readonly write update export pauseResumeCancel sharePaymentMethod',
  'payments/transactions': 'readonly export import refund viewReceipts',
  'payments/taxesSettings': 'readonly updateInclusiveExclusive manageRates configureAutomatic',
  'payments/settings': 'readonly write configureReceipt configureSubscription',
  products: 'readonly write delete duplicate bulkActions',
  invoices: 'write readonly',
  'invoices/schedule': 'readonly write',
  'invoices/template': 'readonly write',
  'reputation/review': 'write',
  'reputation/listing': 'write',
  'reputation/reviewsAIAgents': 'write',
  'reputation/gbp': 'write',
  conversations: 'write readonly',
  'conversations/message': 'readonly write',
  contentAI: 'write',
  'dashboard/stats': 'readonly',
  'locations/tags': 'write readonly',
  marketing: 'write',
  eliza: 'write',
  settings: 'write',
  'socialplanner/post': 'write readonly',
  'socialplanner/account': 'readonly write',
  'socialplanner/category': 'readonly write',
  'socialplanner/csv': 'readonly write',
  'socialplanner/group': 'write',
  'socialplanner/hashtag': 'readonly write',
  'socialplanner/oauth': 'readonly write',
  'socialplanner/recurring': 'readonly write',
  'socialplanner/review': 'readonly write',
  'socialplanner/rss': 'readonly write',
  'socialplanner/search': 'readonly',
  'socialplanner/setting': 'readonly write',
  'socialplanner/stat': 'readonly',
  'socialplanner/tag': 'readonly write',
  'socialplanner/filters': 'readonly',
  'socialplanner/medias': 'readonly write',
  'socialplanner/watermarks': 'readonly write',
  'socialplanner/metatag': 'readonly',
  'socialplanner/facebook': 'readonly',
  'socialplanner/linkedin': 'readonly',
  'socialplanner/twitter': 'readonly',
  'socialplanner/notification': 'readonly write',
  'socialplanner/snapshot': 'readonly write',
  'marketing/affiliate': 'write',
  blogs: 'write',
  membership: 'write',
  communities: 'write',
  gokollab: 'write',
  certificates: 'write readonly',
  adPublishing: 'write readonly',
  prospecting: 'write readonly',
  'prospecting/reports': 'readonly',
  'private-integration-location': 'readonly write',
  'private-integration-company': 'readonly write',
  'native-integrations': 'readonly write',
  wordpress: 'write read',
  'custom-menu-link': 'write',
  qrcodes: 'write',
  'users/team-management': 'write readonly',
  loginas: 'write',
  'users-sso-login-management': 'write readonly',
  'sso-config': 'write',
  'snapshots/api': 'readonly create edit push refresh share delete',
  'internaltools.location-transfer': 'write readonly',
  affiliateportal: 'write readonly',
  companies: 'write',
  'internaltools.billing': 'write readonly',
  'internaltools.billing-common': 'readonly write',
  'voice-ai-agents': 'write readonly',
  'voice-ai-common': 'readonly write',
  'voice-ai-agent-goals': 'readonly write',
  'voice-ai-dashboard': 'readonly',
  'agency/launchpad': 'write readonly',
  'launchpad/location': 'write readonly',
  'text-ai-agents': 'write',
  'text-ai-agent-goals': 'readonly write',
  'text-ai-agent-training': 'write',
  'text-ai-agents-dashboard': 'readonly',
  locations: 'create delete pause-resume',
  'locations.export': 'list',
  'locations.features-limits': 'manage',
  'locations.agency-subaccounts': 'manage',
  'locations.billing': 'manage',
  'locations.details': 'manage',
  'audit-logs': 'readonly export',
};

/** All scopes by the words a person reads: `contacts/bulkActions.write` is "Contacts, Bulk Actions: Edit". */
export function userScopes(): { id: string; name: string }[] {
  return Object.entries(ACTIONS_OF).flatMap(([area, actions]) =>
    actions.split(' ').map((action) => ({
      id: `${area}.${action}`,
      name: `${area.split(/[/.]/).map(words).join(', ')}: ${VERBS[action] ?? words(action)}`,
    })),
  );
}

const VERBS: Readonly<Record<string, string>> = {
  readonly: 'View',
  read: 'View',
  write: 'Edit',
  manage: 'Manage',
};

/** The words of a name in camelCase or with hyphens, each with a capital. */
function words(name: string): string {
  return name
    .replaceAll('-', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .replaceAll(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

/** HighLevel's rights of users, which need no request. */
export const userScopeChoices: ChoiceSource = () => Promise.resolve({ choices: userScopes() });
