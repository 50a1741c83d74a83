import { choicesFrom, type ChoiceSource } from '../operations/choices.ts';
import { subscriptionTypes } from './subscriptions.ts';

/** Subscription types of the sub-account that are in use. */
export const subscriptionTypeChoices: ChoiceSource = async (z, bundle) => {
  const types = await subscriptionTypes(z, bundle);
  return {
    choices: types
      .filter(({ archived }) => archived !== true)
      .map(({ id, name, channel }) => ({
        id,
        name: `${name ?? 'Subscription type without a name'}${channel ? ` (${channel})` : ''}`,
      })),
  };
};

export const subscriptionTypeField = {
  key: 'subtypeId',
  label: 'Subscription Type',
  type: 'string',
  choices: choicesFrom(subscriptionTypeChoices),
  resource: 'subscription_type',
  helpText: 'Choose one of your sub-account, or map "Subscription Type ID" from an earlier step.',
} as const;
