import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField, emailField } from '../../lib/fields.ts';
import { fieldsByChoice } from '../../lib/operations.ts';
import { changeSubscription, needsLegalReason } from '../../lib/subscriptions.ts';
import { subscriptionChange } from '../../resources/subscription.ts';

const staticFields = defineInputFields([
  { ...contactField, required: true },
  {
    key: 'type',
    label: 'Subscription',
    type: 'string',
    required: true,
    choices: {
      default: 'Personal messages ("One on One")',
      custom: 'A subscription type, such as a newsletter',
      resub_all: 'All of them: subscribe again',
    },
    altersDynamicFields: true,
    helpText: 'What the contact wants or does not want any more.',
  },
]);

const changeFields = defineInputFields([
  {
    key: 'subtypeId',
    label: 'Subscription Type',
    type: 'string',
    required: true,
    dynamic: 'subscription_type_list.id.name',
    helpText: 'Choose one of your sub-account, or map "Subscription Type ID" from an earlier step.',
  },
  {
    key: 'status',
    label: 'Change To',
    type: 'string',
    required: true,
    choices: { subscribed: 'Subscribed', unsubscribed: 'Unsubscribed' },
    altersDynamicFields: true,
    helpText: 'To subscribe somebody again, the law asks for a reason.',
  },
  {
    key: 'legalReason',
    label: 'Legal Reason',
    type: 'string',
    required: true,
    helpText: 'Why you may write to them again, such as `Asked for it by phone`.',
  },
  {
    key: 'legalDescription',
    label: 'Legal Description',
    type: 'text',
    helpText: 'How and when they said so.',
  },
]);

function applies({ key }: { key: string }, chosen: Readonly<Record<string, unknown>>): boolean {
  if (key === 'subtypeId') return chosen['type'] === 'custom';
  if (key === 'status') return chosen['type'] === 'custom' || chosen['type'] === 'default';
  return needsLegalReason(chosen);
}

const inputFields = defineInputFields([
  ...staticFields,
  fieldsByChoice(changeFields, applies),
  { ...emailField, helpText: 'Leave it empty for the main address of the contact.' },
]);

export const perform = (async (z, bundle) =>
  changeSubscription(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'change_subscription',
  noun: 'Subscription',
  display: {
    label: 'Change Subscription',
    description: 'Subscribes the address of a contact, or unsubscribes it.',
  },
  operation: { inputFields, perform, ...subscriptionChange.output },
});
