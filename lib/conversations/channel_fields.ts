import { CHANNEL_LABELS } from '../../resources/channels.ts';

/** Channels that messages come in on, for filters. */
export const channelField = {
  key: 'channel',
  label: 'Channel',
  type: 'string',
  choices: without(CHANNEL_LABELS, 'activity'),
  helpText: 'Leave it empty for all channels.',
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
