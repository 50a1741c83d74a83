import { channelOf } from '../../resources/channels.ts';
import { choicesFrom, findByName, type ChoiceSource } from '../operations/choices.ts';
import { subscriptionTypes, type SubscriptionType } from './subscriptions.ts';

/** Subscription types of the sub-account that are in use. */
const subscriptionTypeChoices = typesWhere(() => true);

/** The same of emails only, for what is sent or changed by email address. */
export const emailSubscriptionTypeChoices = typesWhere(
  ({ channel }) => channelOf(channel) === 'email',
);

function typesWhere(keep: (type: SubscriptionType) => boolean): ChoiceSource {
  return async (z, bundle) => {
    const types = await subscriptionTypes(z, bundle);
    return {
      choices: types
        .filter((type) => type.archived !== true && keep(type))
        .map(({ id, name, channel }) => ({
          id,
          name: `${name ?? 'Subscription type without a name'}${channel ? ` (${channel})` : ''}`,
        })),
    };
  };
}

export const subscriptionTypeField = {
  key: 'subtypeId',
  label: 'Subscription Type',
  type: 'string',
  choices: choicesFrom(
    subscriptionTypeChoices,
    findByName(subscriptionTypeChoices, 'subscription type'),
  ),
  resource: 'subscription_type',
  helpText: 'Choose a subscription type, or map "Subscription Type ID" from an earlier step.',
} as const;
