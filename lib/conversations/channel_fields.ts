import { CHANNEL_LABELS, MESSAGE_TYPES } from '../../resources/channels.ts';

/** Channels for filters of what HighLevel's lists return: a channel without a type is in none. */
export const channelField = {
  key: 'channel',
  label: 'Channels',
  type: 'string',
  list: true,
  choices: withTypes(without(CHANNEL_LABELS, 'activity')),
  helpText: 'One or more channels. Leave blank for all.',
} as const;

/** Channels for filters of events, which name the custom provider's channel too. */
export const instantChannelField = {
  ...channelField,
  choices: without(CHANNEL_LABELS, 'activity'),
} as const;

/** Those on which a contact's messages come in. */
export const inboundChannelField = {
  ...channelField,
  choices: without(CHANNEL_LABELS, 'activity', 'voicemail', 'internal_comment'),
} as const;

/** Those on which messages go out to a contact. */
export const outboundChannelField = {
  ...channelField,
  choices: without(CHANNEL_LABELS, 'activity', 'form'),
} as const;

export const directionField = {
  key: 'direction',
  label: 'Direction',
  type: 'string',
  choices: { inbound: 'Inbound (from the contact)', outbound: 'Outbound (to the contact)' },
  helpText: 'Leave blank for both.',
} as const;

function without(
  labels: Readonly<Record<string, string>>,
  ...keys: string[]
): Record<string, string> {
  return Object.fromEntries(Object.entries(labels).filter(([key]) => !keys.includes(key)));
}

function withTypes(labels: Readonly<Record<string, string>>): Record<string, string> {
  const typed = new Map(
    Object.entries(MESSAGE_TYPES).map(([key, types]) => [key, types.length > 0]),
  );
  return Object.fromEntries(Object.entries(labels).filter(([key]) => typed.get(key)));
}
