import { defineInputFields } from 'zapier-platform-core';

import { fixedChoices } from '../operations/choices.ts';
import { inGroup } from '../operations/groups.ts';
import { userScopes } from './scopes.ts';

/** HighLevel's switches for what a user sees and may do, by the words a person reads. */
export const PERMISSIONS = {
  appointmentsEnabled: 'Appointments and Calendars',
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

/** What the help texts say of a right that is left blank. */
interface RightsHelp {
  others: string;
  scopes: string;
  assigned: string;
}

const rights = (help: RightsHelp) =>
  defineInputFields([
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
      helpText: help.others,
    },
    {
      key: 'scopes',
      label: 'Detailed Permissions',
      type: 'string',
      list: true,
      choices: fixedChoices(userScopes),
      resource: 'user_scope',
      helpText: help.scopes,
    },
    {
      key: 'scopesAssignedToOnly',
      label: 'Detailed Permissions for Assigned Records',
      type: 'string',
      list: true,
      choices: fixedChoices(userScopes),
      resource: 'user_scope',
      helpText: help.assigned,
    },
  ]);

const PROFILE = defineInputFields([
  {
    key: 'profilePhoto',
    label: 'Profile Photo',
    type: 'string',
    meta: { kind: 'url' },
    placeholder: 'https://example.com/photo.jpg',
    helpText: 'The URL of a picture that anyone can open.',
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
  ...inGroup(
    USER_GROUPS.rights,
    rights({
      others:
        'What happens to the rights that you did not choose. Leave blank to keep them as they are.',
      scopes:
        'Finer rights than those above. Replaces all detailed permissions of the user. Leave blank to keep them.',
      assigned:
        'Detailed permissions that only apply to records assigned to the user. Replaces all of them. Leave blank to keep them.',
    }),
  ),
  ...inGroup(USER_GROUPS.profile, PROFILE),
]);

/** The same of a user who is created. */
export const newRightsFields = defineInputFields([
  ...inGroup(
    USER_GROUPS.rights,
    rights({
      others:
        "What happens to the rights that you did not choose. Leave blank for HighLevel's defaults.",
      scopes:
        "Finer rights than those above. Leave blank for HighLevel's defaults, which may allow more than **Rights**: for a user with few rights, choose them here too.",
      assigned:
        "Detailed permissions that only apply to records assigned to the user. Leave blank for HighLevel's defaults.",
    }),
  ),
  ...inGroup(USER_GROUPS.profile, PROFILE),
]);
