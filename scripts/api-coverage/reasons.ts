/**
 * What the recorder of the contract does not come to: endpoints that are reached in a case of their
 * own, or by what is no step. With each, what does it.
 */
export const SERVED_BESIDE: Readonly<Record<string, string>> = {
  'DELETE /conversations/messages/{messageId}/schedule':
    'Cancel Scheduled Message, for what is no email',
  'PUT /locations/{locationId}/customValues/{id}':
    'Set Custom Value, for a value that exists already',
  'DELETE /emails/builder/{locationId}/{templateId}':
    'Create Email Template, for one whose text was refused',
  'GET /calendars/groups': 'the field "Calendar Group"',
  'POST /oauth/token': 'the connection: signing in, and new tokens',
  'POST /oauth/locationToken': "an agency's connection",
  'GET /oauth/installedLocations': "an agency's connection, Find Sub-Account",
  'GET /marketplace/app/{appId}/installations': "the name of an agency's connection",
  'GET /contacts/{contactId}/tasks': 'the field "Task"',
  'GET /contacts/{contactId}/tasks/{taskId}':
    'the triggers of tasks, for an event that is too large for Zapier',
  'GET /contacts/{contactId}/notes/{id}':
    'the triggers of notes, for an event that is too large for Zapier',
  'GET /conversations/messages/{messageId}/locations/{locationId}/recording':
    'the recordings that steps and triggers of calls return',
  'GET /conversations/locations/{locationId}/messages/{messageId}/transcription/download':
    'the transcripts that steps and triggers of calls return',
  'GET /objects/': 'the field "Object"',
};

/** What serves an endpoint beside the steps that the contract has recorded. */
export function servedBeside(endpoint: string): string | undefined {
  return SERVED_BESIDE[endpoint];
}

/** Why no operation serves some endpoints. The first rule that fits counts. */
const REASONS: readonly (readonly [endpoints: RegExp, why: string])[] = [
  [
    /^(POST|PUT|PATCH|DELETE) \/calendars\/($|\{|groups|schedules|resources)/,
    'Setting up calendars is done once, by people in HighLevel.',
  ],
  [
    /\/calendars\/(schedules|resources|.*notifications)/,
    'Setting up calendars is done once, by people in HighLevel.',
  ],
  [/block-slots\/\{/, 'Delete Blocked Time and Block Off Time do the same together.'],
  [
    /\/calendars\/appointments\//,
    'Add Appointment Note writes notes. People read and change them in HighLevel.',
  ],
  [/ \/companies\//, 'The agency itself. Its token alone reads it, and no step is about it.'],
  [
    /\/campaigns\/removeAll$/,
    'Remove Contact from Campaign takes a contact out of the campaign that is chosen.',
  ],
  [/^GET \/contacts\/$/, 'HighLevel has replaced it by the search, which the steps use.'],
  [
    /^POST \/contacts\/$/,
    'The steps create contacts by the upsert, which keeps to the rules for duplicates of the sub-account.',
  ],
  [
    /^(POST|DELETE) \/conversation-ai\/agents(\/\{agentId\})?$|\/(actions|followup-settings)\b/,
    'Setting up an agent is done once, by people in HighLevel.',
  ],
  [
    /^GET \/conversation-ai\/generations$/,
    'How an agent came to a reply is of use to who sets it up, in HighLevel.',
  ],
  [
    /^\w+ \/custom-fields\//,
    'Fields of custom objects are set up once, by people in HighLevel. Steps read them with the object.',
  ],
  [
    /^\w+ \/invoices\/(template|schedule|estimate\/template)/,
    'Templates and schedules of invoices are set up once, by people in HighLevel.',
  ],
  [
    /\/(late-fees|payment-methods)-configuration$|\/stats\/last-visited-at$/,
    'Settings of the page with invoices, made by people in HighLevel.',
  ],
  [/^GET \/links\/search$/, 'The list has all trigger links, and is searched by the step.'],
  [
    /^(POST|PUT|DELETE) \/locations\/(\{locationId\})?$/,
    'HighLevel does not let an app of sub-accounts create, change or delete them.',
  ],
  [
    /^GET \/locations\/search$/,
    "Find Sub-Account reads the app's own list, which names who has the app.",
  ],
  [/\/customFields\/upload$/, 'Upload File to Contact puts files into fields of contacts.'],
  [
    /^\w+ \/locations\/\{locationId\}\/(tags|customFields|customValues)\//,
    'Steps find these in their list and create them; changing them is done by people in HighLevel.',
  ],
  [
    /\/recurring-tasks/,
    'No scope is documented for it. A schedule in Zapier with Create Task does the same.',
  ],
  [/\/timezones$/, 'The list of time zones is part of the integration.'],
  [
    /^DELETE \/locations\/\{locationId\}\/templates\//,
    'Templates are kept by people in HighLevel.',
  ],
  [/^\w+ \/marketplace\//, 'For the publisher of an app: charges, installations and billing.'],
  [
    /^POST \/medias\/\{id\}$|^PUT \/medias\/update-files$/,
    'Files are named when they are uploaded.',
  ],
  [/^PUT \/medias\/delete-files$/, 'Delete File deletes one at a time.'],
  [
    /^(POST|PUT|DELETE) \/(objects|associations)\/(\{\w+\})?$/,
    'Objects and associations are set up once, by people in HighLevel.',
  ],
  [
    /^GET \/associations\/(key\/|objectKey\/|\{associationId\})/,
    'The list has all associations, and is searched by the steps.',
  ],
  [/^GET \/opportunities\/search$/, 'The steps use the newer search, which has more filters.'],
  [
    /^\w+ \/payments\/(integrations|custom-provider)\//,
    'For providers of payments, who write an app of their own.',
  ],
  [
    /^GET \/payments\/orders\/\{orderId\}\/notes$/,
    'Notes of orders are read by people in HighLevel.',
  ],
  [/fulfillments$/, 'Parcels are recorded by the shop, or by people in HighLevel.'],
  [
    /^\w+ \/phone-system\//,
    'Buying numbers costs money, and pools of numbers are set up once: both by people in HighLevel.',
  ],
  [
    /^\w+ \/products\/(bulk-update|store|collections|reviews)/,
    'Stores, collections and reviews are kept by people in HighLevel.',
  ],
  [
    /^(GET|POST) \/users\/search/,
    'The list of the sub-account has all its users, and is searched by the steps.',
  ],
  [
    /^\w+ \/(associations|invoices|objects|payments|products)\//,
    'No step does this so far. API Request reaches it.',
  ],
];

/** Why no operation serves an endpoint; undefined where nobody has said. */
export function reasonFor(endpoint: string): string | undefined {
  return REASONS.find(([endpoints]) => endpoints.test(endpoint))?.[1];
}

const OF_SCHEMAS =
  'Objects and associations are set up once, by people in HighLevel. Other Event takes it.';
const OF_AGENCIES = 'It names an agency alone, and comes to no sub-account.';
const OF_PRICES = 'Steps read prices with their product. Other Event takes it.';
const OF_PUBLISHERS = 'It is for the publisher of an app.';

/** Why an event has no trigger of its own. */
const EVENT_REASONS: Readonly<Record<string, string>> = {
  AppInstall: `${OF_PUBLISHERS} The relay notices which sub-accounts have the app by it.`,
  AppUninstall: `${OF_PUBLISHERS} The relay ends subscriptions by it.`,
  AssociationCreate: OF_SCHEMAS,
  AssociationDelete: OF_SCHEMAS,
  AssociationUpdate: OF_SCHEMAS,
  LocationCreate: OF_AGENCIES,
  LocationUpdate: OF_AGENCIES,
  ObjectSchemaCreate: OF_SCHEMAS,
  ObjectSchemaUpdate: OF_SCHEMAS,
  PlanChange: OF_PUBLISHERS,
  RelationCreate: 'Other Event takes it.',
  RelationDelete: 'Other Event takes it.',
  ProviderOutboundMessage:
    'HighLevel sends it to the address of a provider of messages, not to webhooks.',
  PriceCreate: OF_PRICES,
  PriceDelete: OF_PRICES,
  PriceUpdate: OF_PRICES,
};

/** Why an event has no trigger of its own; undefined where nobody has said. */
export function reasonForEvent(event: string): string | undefined {
  return EVENT_REASONS[event];
}
