import { defineListTrigger } from '../../lib/list_trigger.ts';
import { subscriptionTypeChoices } from '../../lib/subscription_choices.ts';

export default defineListTrigger(
  'subscription_type_list',
  'Subscription Type',
  subscriptionTypeChoices,
);
