import { defineInputFields } from 'zapier-platform-core';

import { fixedChoices } from '../operations/choices.ts';
import { inGroup } from '../operations/groups.ts';
import { userScopes } from './scopes.ts';

/** HighLevel's switches for what a user sees and may do, by the words a person reads. */
export const PERMISSIONS = {
  appointmentsEnabled: 'Appointments',
  contactsEnabled: 'Contacts',
  conversationsEnabled: 'Conversations',
  opportunitiesEnabled: 'Opportunities',
  phoneCallEnabled: 'Phone Calls',
  assignedDataOnly: 'Only Data Assigned to the User',
  campaignsEnabled: 'Campaigns',
  campaignsReadOnly: 'Campaigns, Read Only',
  workflowsEnabled: 'Workflows',
  workflowsReadOnly: 'Workflows, Read Only',
  triggersEnabled: 'Triggers',
  tagsEnabled: 'Tags',
  bulkRequestsEnabled: 'Bulk Requests',
  leadValueEnabled: 'Lead Value',
  marketingEnabled: 'Marketing',
  socialPlanner: 'Social Planner',
  bloggingEnabled: 'Blogs',
  funnelsEnabled: 'Funnels',
  websitesEnabled: 'Websites',
  membershipEnabled: 'Memberships',
  communitiesEnabled: 'Communities',
  affiliateManagerEnabled: 'Affiliate Manager',
  reviewsEnabled: 'Reviews',
  onlineListingsEnabled: 'Online Listings',
  botService: 'Bot Service',
  contentAiEnabled: 'Content AI',
  paymentsEnabled: 'Payments',
  invoiceEnabled: 'Invoices',
  recordPaymentEnabled: 'Record Payments',
  refundsEnabled: 'Refunds',
  cancelSubscriptionEnabled: 'Cancel Subscriptions',
  exportPaymentsEnabled: 'Export Payments',
  dashboardStatsEnabled: 'Dashboard Statistics',
  agentReportingEnabled: 'Agent Reports',
  attributionsReportingEnabled: 'Attribution Reports',
  adwordsReportingEnabled: 'Google Ads Reports',
  facebookAdsReportingEnabled: 'Facebook Ads Reports',
  settingsEnabled: 'Settings',
} as const;

/** What becomes of the rights that a person does not choose. */
const OTHER_RIGHTS = { keep: 'Keep as they are', remove: 'Remove' } as const;

const LANGUAGES = {
  en_US: 'English',
  es: 'Spanish',
  fr_CA: 'French (Canada)',
  fr_FR: 'French (France)',
  de: 'German',
  it: 'Italian',
  nl: 'Dutch',
  pt_BR: 'Portuguese (Brazil)',
  pt_PT: 'Portuguese (Portugal)',
  da: 'Danish',
  fi: 'Finnish',
  no: 'Norwegian',
  sv: 'Swedish',
} as const;

export const roleField = {
  key: 'role',
  label: 'Role',
  type: 'string',
  choices: { user: 'User', admin: 'Admin' },
} as const;

/** The headings of forms about a user. */
export const USER_GROUPS = {
  rights: { key: 'rightsGroup', label: 'Rights' },
  profile: { key: 'profileGroup', label: 'Profile' },
} as const;

const RIGHTS = defineInputFields([
  {
    key: 'rights',
    label: 'Rights',
    type: 'string',
    list: true,
    choices: PERMISSIONS,
    helpText: 'What the user can see and do.',
  },
  {
    key: 'otherRights',
    label: 'All Other Rights',
    type: 'string',
    choices: OTHER_RIGHTS,
    helpText:
      "What happens to the rights that you did not choose. Leave blank to keep them as they are; a new user gets HighLevel's default rights.",
  },
  {
    key: 'scopes',
    label: 'Detailed Permissions',
    type: 'string',
    list: true,
    choices: fixedChoices(userScopes),
    resource: 'user_scope',
    helpText: 'Replaces all detailed permissions of the user. Leave blank to keep them.',
  },
  {
    key: 'scopesAssignedToOnly',
    label: 'Detailed Permissions for Assigned Records',
    type: 'string',
    list: true,
    choices: fixedChoices(userScopes),
    resource: 'user_scope',
    helpText:
      'Permissions that only apply to records assigned to the user. Replaces all of them. Leave blank to keep them.',
  },
]);

const PROFILE = defineInputFields([
  {
    key: 'profilePhoto',
    label: 'Profile Photo',
    type: 'string',
    meta: { kind: 'url' },
    placeholder: 'https://example.com/photo.jpg',
    helpText: 'The public URL of a picture.',
  },
  {
    key: 'platformLanguage',
    label: 'Language',
    type: 'string',
    choices: LANGUAGES,
    helpText: 'The language that HighLevel is shown in.',
  },
]);

/** What a user may do, and how HighLevel shows itself to them. */
export const rightsFields = defineInputFields([
  ...inGroup(USER_GROUPS.rights, RIGHTS),
  ...inGroup(USER_GROUPS.profile, PROFILE),
]);
