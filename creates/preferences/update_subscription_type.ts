import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { nothingToChange } from '../../lib/inputs/alternatives.ts';
import { subscriptionTypeField } from '../../lib/preferences/choices.ts';
import { typeDescriptionField, typeNameField } from '../../lib/preferences/fields.ts';
import { saveSubscriptionType } from '../../lib/preferences/subscriptions.ts';
import { subscriptionType } from '../../resources/subscription.ts';

const inputFields = defineInputFields([
  { ...subscriptionTypeField, required: true },
  { ...typeNameField, helpText: 'The new name. Leave blank to keep the current one.' },
  {
    ...typeDescriptionField,
    helpText: 'The new description. Leave blank to keep the current one.',
  },
  {
    key: 'archived',
    label: 'Archived',
    type: 'boolean',
    helpText: 'Yes archives it. No restores it. Leave blank to change nothing.',
  },
  {
    key: 'legalForm',
    label: 'Resubscription Form',
    type: 'string',
    meta: { kind: 'id' },
    helpText:
      'The ID of the form where contacts agree to get messages again: the last part of its URL in HighLevel.',
  },
]);

export const perform = (async (z, bundle) => {
  const { subtypeId, name, description, archived, legalForm } = bundle.inputData;
  if ([name, description, archived, legalForm].every((value) => value === undefined)) {
    throw nothingToChange(['Name', 'Description', 'Archived', 'Resubscription Form']);
  }
  const values = { name, description, archived, resubscription_legal_form_id: legalForm };
  return saveSubscriptionType(z, bundle, values, subtypeId);
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'update_subscription_type',
  noun: 'Subscription Type',
  display: {
    label: 'Update Subscription Type',
    description:
      'Changes or archives a type of message that contacts can subscribe to. To subscribe a contact, use Change Subscription.',
  },
  operation: { inputFields, perform, ...subscriptionType.output },
});
