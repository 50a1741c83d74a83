import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { contactField } from '../../lib/contacts/fields.ts';
import { emailField } from '../../lib/inputs/reach_fields.ts';
import { fieldsByChoice } from '../../lib/operations/made_fields.ts';
import { appliesToChange, changeFields } from '../../lib/preferences/fields.ts';
import { changeSubscription } from '../../lib/preferences/subscriptions.ts';
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
      resub_all: 'Everything: subscribe again',
    },
    altersDynamicFields: true,
    helpText:
      'What it is about. The fields for the subscription type, and to subscribe or unsubscribe, appear after you choose.',
  },
]);

const inputFields = defineInputFields([
  ...staticFields,
  fieldsByChoice(changeFields, appliesToChange),
  { ...emailField, helpText: "Leave blank for the contact's main email." },
]);

export const perform = (async (z, bundle) =>
  changeSubscription(z, bundle, bundle.inputData)) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'change_subscription',
  noun: 'Subscription',
  display: {
    label: 'Change Subscription',
    description:
      "Subscribes a contact's email address to a type of email, such as a newsletter, or unsubscribes it. To stop all emails, use Set Do Not Disturb.",
  },
  operation: { inputFields, perform, ...subscriptionChange.output },
});
