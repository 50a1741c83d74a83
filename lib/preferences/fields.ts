import { defineInputFields } from 'zapier-platform-core';

import { needsLegalReason } from './subscriptions.ts';

/** Input fields of the steps for subscriptions and their types. */

export const typeNameField = {
  key: 'name',
  label: 'Name',
  type: 'string',
  meta: { longest: 100 },
  helpText: 'The name that contacts see, such as `Newsletter`. Up to 100 characters.',
} as const;

export const typeDescriptionField = {
  key: 'description',
  label: 'Description',
  type: 'string',
  meta: { longest: 100 },
  helpText: 'What it is about. Contacts see it. Up to 100 characters.',
} as const;

/** What a change of a subscription asks for, by what was chosen so far. */
export const changeFields = defineInputFields([
  {
    key: 'subtypeId',
    label: 'Subscription Type',
    type: 'string',
    required: true,
    dynamic: 'subscription_type_list.id.name',
    helpText: 'Choose a subscription type, or map "Subscription Type ID" from an earlier step.',
  },
  {
    key: 'status',
    label: 'Change To',
    type: 'string',
    required: true,
    choices: { subscribed: 'Subscribed', unsubscribed: 'Unsubscribed' },
    altersDynamicFields: true,
    helpText:
      '**Subscribed** subscribes the contact again, for which the law requires a reason. **Unsubscribed** unsubscribes the contact.',
  },
  {
    key: 'legalReason',
    label: 'Legal Reason',
    type: 'string',
    required: true,
    helpText: 'Why you can write to the contact again, such as `Asked for it by phone`.',
  },
  {
    key: 'legalDescription',
    label: 'Legal Description',
    type: 'text',
    helpText: 'How and when the contact agreed.',
  },
]);

/** Whether such a field shows. */
export function appliesToChange(
  { key }: { key: string },
  chosen: Readonly<Record<string, unknown>>,
): boolean {
  if (key === 'subtypeId') return chosen['type'] === 'custom';
  if (key === 'status') return chosen['type'] === 'custom' || chosen['type'] === 'default';
  return needsLegalReason(chosen);
}
