import { defineListTrigger } from '../../lib/operations/list_trigger.ts';
import { emailSubscriptionTypeChoices } from '../../lib/preferences/choices.ts';

export default defineListTrigger(
  'subscription_type_list',
  'Subscription Type',
  emailSubscriptionTypeChoices,
);
