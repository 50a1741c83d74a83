import { defineCreate, defineInputFields, type CreatePerform } from 'zapier-platform-core';

import { typeDescriptionField, typeNameField } from '../../lib/preferences/fields.ts';
import { saveSubscriptionType } from '../../lib/preferences/subscriptions.ts';
import { subscriptionType } from '../../resources/subscription.ts';

const inputFields = defineInputFields([
  { ...typeNameField, required: true },
  {
    key: 'channel',
    label: 'Channel',
    type: 'string',
    required: true,
    choices: { email: 'Email', sms: 'SMS' },
    helpText: 'The channel these messages are sent on.',
  },
  {
    key: 'language',
    label: 'Language',
    type: 'string',
    required: true,
    default: 'en',
    meta: { kind: 'language' },
    choices: {
      en: 'English',
      da: 'Danish',
      nl: 'Dutch',
      fi: 'Finnish',
      fr: 'French',
      de: 'German',
      hu: 'Hungarian',
      it: 'Italian',
      no: 'Norwegian',
      pl: 'Polish',
      pt: 'Portuguese',
      es: 'Spanish',
      sv: 'Swedish',
    },
    helpText:
      'The language of the page where contacts choose. For another language, enter its two-letter code, such as `ja`.',
  },
  typeDescriptionField,
]);

export const perform = (async (z, bundle) => {
  const { name, description, channel, language } = bundle.inputData;
  return saveSubscriptionType(z, bundle, { name, description, channel, language });
}) satisfies CreatePerform<typeof inputFields>;

export default defineCreate({
  key: 'create_subscription_type',
  noun: 'Subscription Type',
  display: {
    label: 'Create Subscription Type',
    description:
      'Creates a type of message that contacts can subscribe to, such as a newsletter. To subscribe a contact, use Change Subscription.',
  },
  operation: { inputFields, perform, ...subscriptionType.output },
});
