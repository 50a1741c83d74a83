import { AREAS } from '../../areas.ts';
import { SCOPES } from '../../authentication.ts';
import { scopeOf } from '../../lib/connection/endpoint_scopes.ts';
import type { Scope } from '../../lib/connection/scopes.ts';
import type { Area } from '../../lib/operations/areas.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { readSnapshot } from '../contract/snapshot.ts';

/** What HighLevel's reviewers ask of each scope: why the app needs it. */
const REASONS: Readonly<Record<Scope, string>> = {
  'conversations.readonly':
    'find conversations, check for new and unread ones; the webhook for read conversations',
  'conversations.write':
    'create, update, delete conversations; mark them as read, star them; what contacts are subscribed to',
  'conversations/message.readonly':
    'check for messages, read emails, recordings and transcripts; the message webhooks',
  'conversations/message.write': 'send, add and cancel messages, upload attachments, set a status',
  'conversations/livechat.write': 'show that someone is typing in live chat',
  'contacts.readonly':
    "find contacts, notes and tasks; the contact's name, email and phone beside each message; the webhooks for contacts, notes and tasks",
  'contacts.write':
    'create and update contacts, tags, notes, tasks; add them to workflows and campaigns',
  'businesses.readonly': 'find companies; lists of companies to choose from; check for new ones',
  'businesses.write': 'create, update and delete companies',
  'products.readonly': 'find products; lists of products to choose from; the product webhooks',
  'products.write': 'create, update and delete products',
  'products/prices.readonly': 'find prices of products; lists of prices to choose from',
  'products/prices.write': 'create and delete prices; set how many of a product are in stock',
  'invoices.readonly':
    'find invoices; lists of invoices to choose from; your invoice settings; the invoice webhooks',
  'invoices.write': 'create, send, update, void and delete invoices; record payments',
  'invoices/estimate.readonly': 'find estimates; check for those whose status changed',
  'invoices/estimate.write': 'create and send estimates; turn them into invoices',
  'payments/orders.readonly': 'find orders; examples of orders for the editor; the order webhooks',
  'payments/orders.write': 'mark orders as fulfilled, with their tracking numbers',
  'payments/orders.collectPayment': 'record payments of orders that were made elsewhere',
  'payments/transactions.readonly':
    'find payments; check for new, failed and refunded ones, for which there is no webhook',
  'payments/subscriptions.readonly':
    'find subscriptions of customers; check for new and changed ones, for which there is no webhook',
  'payments/coupons.readonly':
    'find coupons; lists of coupons to choose from; what stays of a coupon when it is changed',
  'payments/coupons.write': 'create, update and delete coupons',
  'users.readonly': 'find users; lists of users to choose from; the webhook for users',
  'users.write':
    'create, update and delete users. HighLevel shows a warning for it on the consent page',
  'workflows.readonly': 'find workflows; lists of workflows to choose from',
  'courses.write': 'import courses',
  'campaigns.readonly':
    'find campaigns; lists of campaigns to choose from; the webhook for the status of campaigns',
  'locations.readonly':
    'test the connection and name it after its sub-account; its time zone and country, by which dates and phone numbers are read; the proof of access for instant triggers',
  'locations/tags.readonly': 'find tags; lists of tags to choose from',
  'locations/tags.write': 'create tags',
  'locations/customFields.readonly': "the sub-account's own fields as real fields in Zapier",
  'locations/customValues.readonly': 'find custom values',
  'locations/customFields.write': 'create custom fields',
  'locations/customValues.write': 'set and delete custom values',
  'forms.write': "upload files to a contact's custom fields",
  'forms.readonly': 'find forms and their submissions; check for new ones',
  'surveys.readonly': 'find surveys and their submissions; check for new ones',
  'locations/templates.readonly': 'find templates; send a message written by a template',
  'locations/tasks.readonly': 'find tasks; examples of tasks for the editor',
  'opportunities.readonly':
    'find opportunities and stages; lists of pipelines, stages and lost reasons; the opportunity webhooks',
  'opportunities.write': 'create, update, move and delete opportunities; their followers',
  'calendars.readonly': 'find calendars and free times; lists of calendars to choose from',
  'calendars/events.readonly': 'find appointments; the appointment webhooks',
  'calendars/events.write': 'book, change and delete appointments; block off time',
  'calendars/groups.readonly': 'the list of calendar groups to choose from',
  'objects/schema.readonly':
    'lists of custom objects to choose from; their fields as real fields in Zapier',
  'objects/record.readonly': 'find records of custom objects; the webhooks for records',
  'objects/record.write': 'create, update and delete records of custom objects',
  'associations.readonly': 'lists of associations to choose from',
  'associations/relation.readonly':
    'find what a record is linked to; the webhooks for links of records',
  'associations/relation.write': 'link and unlink records',
  'medias.readonly': 'find files of the media library; lists of files and folders to choose from',
  'medias.write': 'upload and delete files of the media library, create folders',
  'links.readonly': 'find trigger links; lists of links to choose from',
  'links.write': 'create, update and delete trigger links',
  'emails/builder.readonly': 'find email templates',
  'emails/builder.write': 'create email templates',
  'emails/schedule.readonly': 'find campaigns of emails',
  'conversation-ai.readonly': 'find AI agents; lists of agents to choose from',
  'conversation-ai.write': 'set the mode of an AI agent',
  'phonenumbers.read': 'find phone numbers; the list of numbers to send from',
  'oauth.readonly': 'agencies: list the sub-accounts with the app',
  'oauth.write': 'agencies: get access to the sub-account that a step works in',
  'marketplace-installer-details.readonly': 'agencies: name the connection after the agency',
};

/** What uses a scope that no step of a single sub-account's connection needs to run. */
const BESIDE_STEPS: Readonly<Partial<Record<Scope, string>>> = {
  'calendars/groups.readonly': 'the field "Calendar Group"',
  'oauth.readonly': "an agency's connection",
  'oauth.write': "an agency's connection",
  'marketplace-installer-details.readonly': "an agency's connection",
};

/** The scopes that the app asks for: why each, and the steps that use it. */
export function scopesTable(): string {
  const rows = SCOPES.map((scope) => {
    const users = stepsUsing(scope) || BESIDE_STEPS[scope];
    if (!users) throw new Error(`No step needs ${scope}: say in scripts/docs/scopes.ts what does.`);
    return `| \`${scope}\` | ${REASONS[scope]} | ${users} |`;
  });
  return ['| Scope | Why | Steps that use it |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The labels of the steps that make requests under a scope, by area. */
function stepsUsing(scope: Scope): string {
  const requests = readSnapshot();
  const needs = (path: string) =>
    (requests[path] ?? []).some((endpoint) => {
      const [method = '', url = ''] = endpoint.split(' ');
      return scopeOf(method, url)?.scope === scope;
    });
  return Object.entries<Area>(AREAS)
    .map(([name, area]) => [`[${area.label}](operations/${name}.md)`, labelsIn(area, needs)])
    .filter(([, labels]) => labels !== '')
    .map(([area, labels]) => `${area}: ${labels}`)
    .join('<br>');
}

function labelsIn(area: Area, needs: (path: string) => boolean): string {
  return (['triggers', 'searches', 'creates'] as const)
    .flatMap((kind) =>
      Object.entries(area[kind] ?? {}).map(([key, entry]) => ({
        path: `${kind}.${key}`,
        display: toRecord(toRecord(entry)['display']),
      })),
    )
    .filter(({ path, display }) => display['hidden'] !== true && needs(path))
    .map(({ display }) => toText(display['label']) ?? '')
    .join(', ');
}
