import { defineInputFields } from 'zapier-platform-core';

import { fixedChoices } from '../operations/choices.ts';
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

/** What a user may do, and how HighLevel shows itself to them. */
export const rightsFields = defineInputFields([
  {
    key: 'allowed',
    label: 'Allow',
    type: 'string',
    list: true,
    choices: PERMISSIONS,
    helpText:
      'What this user may see and use. What you choose neither here nor below stays as it is.',
  },
  {
    key: 'forbidden',
    label: 'Forbid',
    type: 'string',
    list: true,
    choices: PERMISSIONS,
    helpText: 'What this user may not see and use.',
  },
  {
    key: 'scopes',
    label: 'Only These Scopes',
    type: 'string',
    list: true,
    choices: fixedChoices(userScopes),
    resource: 'user_scope',
    helpText:
      "HighLevel's finer rights. If you choose any, the user has these and no others. Leave it empty to let HighLevel decide.",
  },
  {
    key: 'scopesAssignedToOnly',
    label: 'Only Assigned Records',
    type: 'string',
    list: true,
    choices: fixedChoices(userScopes),
    resource: 'user_scope',
    helpText:
      'Rights that reach only records assigned to the user. If you choose any, they replace those set before.',
  },
  {
    key: 'profilePhoto',
    label: 'Profile Photo',
    type: 'string',
    meta: { kind: 'url' },
    placeholder: 'https://example.com/photo.jpg',
    helpText: 'The public web address of a picture.',
  },
  {
    key: 'platformLanguage',
    label: 'Language',
    type: 'string',
    choices: LANGUAGES,
    helpText: 'In which the user sees HighLevel.',
  },
]);
