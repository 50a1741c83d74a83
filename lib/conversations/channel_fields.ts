import { CHANNEL_LABELS, MESSAGE_TYPES } from '../../resources/channels.ts';

/** Channels for filters of what HighLevel's lists return: a channel without a type is in none. */
export const channelField = {
  key: 'channel',
  label: 'Channel',
  type: 'string',
  choices: withTypes(without(CHANNEL_LABELS, 'activity')),
  helpText: 'Leave it empty for all channels.',
} as const;

/** Channels for filters of events, which name the custom provider's channel too. */
export const instantChannelField = {
  ...channelField,
  choices: without(CHANNEL_LABELS, 'activity'),
} as const;

export const directionField = {
  key: 'direction',
  label: 'Direction',
  type: 'string',
  choices: { inbound: 'Inbound (from the contact)', outbound: 'Outbound (to the contact)' },
  helpText: 'Leave it empty for both directions.',
} as const;

function without<Values extends object, Key extends keyof Values>(
  values: Values,
  key: Key,
): Omit<Values, Key> {
  const { [key]: _left, ...rest } = values;
  return rest;
}

function withTypes(labels: Readonly<Record<string, string>>): Record<string, string> {
  const typed = new Map(
    Object.entries(MESSAGE_TYPES).map(([key, types]) => [key, types.length > 0]),
  );
  return Object.fromEntries(Object.entries(labels).filter(([key]) => typed.get(key)));
}
