import { toText } from './values.ts';

/** The channels of messages, in the one spelling that every record and every input uses. */
export const CHANNEL_LABELS = {
  sms: 'SMS',
  email: 'Email',
  call: 'Phone Call',
  voicemail: 'Voicemail Drop',
  whatsapp: 'WhatsApp',
  instagram: 'Instagram',
  facebook: 'Facebook',
  google_business: 'Google Business',
  live_chat: 'Live Chat',
  rcs: 'RCS',
  tiktok: 'TikTok',
  review: 'Review',
  form: 'Form Submission',
  internal_comment: 'Internal Comment',
  custom: 'Custom Provider',
  activity: 'Activity',
} as const;

export type Channel = keyof typeof CHANNEL_LABELS;

/** The 42 message types of HighLevel's REST API, by the channel they belong to. */
export const MESSAGE_TYPES: Record<Channel, readonly string[]> = {
  sms: [
    'TYPE_SMS',
    'TYPE_CAMPAIGN_SMS',
    'TYPE_CAMPAIGN_MANUAL_SMS',
    'TYPE_CUSTOM_SMS',
    'TYPE_CUSTOM_PROVIDER_SMS',
    'TYPE_SMS_REVIEW_REQUEST',
    'TYPE_SMS_NO_SHOW_REQUEST',
    'TYPE_SMS_REACTION',
  ],
  email: ['TYPE_EMAIL', 'TYPE_CAMPAIGN_EMAIL', 'TYPE_CUSTOM_EMAIL', 'TYPE_CUSTOM_PROVIDER_EMAIL'],
  call: [
    'TYPE_CALL',
    'TYPE_CAMPAIGN_CALL',
    'TYPE_CAMPAIGN_MANUAL_CALL',
    'TYPE_IVR_CALL',
    'TYPE_CUSTOM_CALL',
  ],
  voicemail: ['TYPE_CAMPAIGN_VOICEMAIL'],
  whatsapp: ['TYPE_WHATSAPP'],
  instagram: ['TYPE_INSTAGRAM', 'TYPE_INSTAGRAM_COMMENT'],
  facebook: ['TYPE_FACEBOOK', 'TYPE_CAMPAIGN_FACEBOOK', 'TYPE_FACEBOOK_COMMENT'],
  google_business: ['TYPE_GMB', 'TYPE_CAMPAIGN_GMB'],
  live_chat: ['TYPE_LIVE_CHAT', 'TYPE_WEBCHAT'],
  rcs: ['TYPE_RCS'],
  tiktok: ['TYPE_TIKTOK', 'TYPE_TIKTOK_COMMENT'],
  review: ['TYPE_REVIEW'],
  form: ['TYPE_FORM_SUBMISSION'],
  internal_comment: ['TYPE_INTERNAL_COMMENT'],
  // Sent as `Custom`; the REST API lists such messages by what they stand in for.
  custom: [],
  activity: [
    'TYPE_ACTIVITY_CONTACT',
    'TYPE_ACTIVITY_INVOICE',
    'TYPE_ACTIVITY_PAYMENT',
    'TYPE_ACTIVITY_OPPORTUNITY',
    'TYPE_ACTIVITY_APPOINTMENT',
    'TYPE_ACTIVITY_EMPLOYEE_ACTION_LOG',
    'TYPE_ACTIVITY_WHATSAPP',
    'TYPE_LIVE_CHAT_INFO_MESSAGE',
  ],
};

const CHANNEL_BY_TYPE = new Map<string, Channel>(
  // The keys of MESSAGE_TYPES are the channels by its own type.
  (Object.keys(MESSAGE_TYPES) as Channel[]).flatMap((channel) =>
    MESSAGE_TYPES[channel].map((type): [string, Channel] => [type, channel]),
  ),
);

/** Spellings of webhooks, of the send endpoint and of filters, and the numbers of single records. */
const OTHER_SPELLINGS: Record<string, Channel> = {
  '1': 'call',
  '2': 'sms',
  '3': 'email',
  '10': 'voicemail',
  '19': 'whatsapp',
  '34': 'call',
  FB: 'facebook',
  IG: 'instagram',
  GOOGLE: 'google_business',
  CUSTOM: 'custom',
  INTERNAL_COMMENTS: 'internal_comment',
  INTERNALCOMMENT: 'internal_comment',
  LIVECHAT: 'live_chat',
  VOICEMAIL: 'voicemail',
  WEB_CHAT: 'live_chat',
};

/**
 * The channel of a message, from any spelling: `TYPE_SMS`, `SMS`, `Live Chat`, `VoiceMail` or a
 * number such as 19. An unknown one comes back in the same style, so that nothing is lost.
 */
export function channelOf(value: unknown): string | null {
  const text = toText(value);
  if (text === null) return null;
  const name = text
    .trim()
    .toUpperCase()
    .replaceAll(/[\s-]+/g, '_')
    .replace(/^TYPE_/, '');
  const known = CHANNEL_BY_TYPE.get(`TYPE_${name}`) ?? OTHER_SPELLINGS[name];
  if (known) return known;
  // A number that nobody documents says nothing to a person.
  if (/^\d+$/.test(name)) return 'other';
  return name.startsWith('ACTIVITY') ? 'activity' : name.toLowerCase();
}

/**
 * The types of messages in the order of HighLevel's numbers, from 1 on. Known from its answers are 1, 2,
 * 3, 10, 19 and 34, which agree with the order of its specification, where RCS came last.
 */
const NUMBERED: readonly string[] = [
  'CALL',
  'SMS',
  'EMAIL',
  'SMS_REVIEW_REQUEST',
  'WEBCHAT',
  'SMS_NO_SHOW_REQUEST',
  'CAMPAIGN_SMS',
  'CAMPAIGN_CALL',
  'CAMPAIGN_EMAIL',
  'CAMPAIGN_VOICEMAIL',
  'FACEBOOK',
  'CAMPAIGN_FACEBOOK',
  'CAMPAIGN_MANUAL_CALL',
  'CAMPAIGN_MANUAL_SMS',
  'GMB',
  'CAMPAIGN_GMB',
  'REVIEW',
  'INSTAGRAM',
  'WHATSAPP',
  'CUSTOM_SMS',
  'CUSTOM_EMAIL',
  'CUSTOM_PROVIDER_SMS',
  'CUSTOM_PROVIDER_EMAIL',
  'IVR_CALL',
  'ACTIVITY_CONTACT',
  'ACTIVITY_INVOICE',
  'ACTIVITY_PAYMENT',
  'ACTIVITY_OPPORTUNITY',
  'LIVE_CHAT',
  'LIVE_CHAT_INFO_MESSAGE',
  'ACTIVITY_APPOINTMENT',
  'FACEBOOK_COMMENT',
  'INSTAGRAM_COMMENT',
  'CUSTOM_CALL',
  'INTERNAL_COMMENT',
  'ACTIVITY_EMPLOYEE_ACTION_LOG',
  'TIKTOK',
  'TIKTOK_COMMENT',
  'ACTIVITY_WHATSAPP',
  'FORM_SUBMISSION',
  'SMS_REACTION',
  'RCS',
];

/** The channels that a conversation has messages on, from the numbers or names of their types. */
export function channelsOf(types: readonly unknown[]): string[] {
  const channels = types.flatMap((type) => {
    const channel = channelOf(typeof type === 'number' ? (NUMBERED[type - 1] ?? type) : type);
    return channel === null || channel === 'activity' ? [] : [channel];
  });
  return [...new Set(channels)];
}

/** Every name that HighLevel has for a channel in its webhooks, such as `SMS` and `CUSTOM_SMS`. */
export function webhookNamesOf(channel: Channel): string[] {
  const others = Object.entries(OTHER_SPELLINGS).flatMap(([name, other]) =>
    other === channel && !/^\d+$/.test(name) ? [name] : [],
  );
  return [...MESSAGE_TYPES[channel].map((type) => type.replace(/^TYPE_/, '')), ...others];
}

const CONVERSATION_TYPES: Record<string, string> = {
  '1': 'phone',
  '2': 'email',
  '3': 'facebook',
  '4': 'review',
  '5': 'group_sms',
  '6': 'internal_chat',
  TYPE_FB_MESSENGER: 'facebook',
};

/**
 * The kind of a conversation, from its number (get) or its name (search). A webhook's `type` is the
 * event's name and says nothing of it.
 */
export function conversationTypeOf(value: unknown): string | null {
  const text = toText(value);
  if (text === null) return null;
  const known = CONVERSATION_TYPES[text];
  if (known) return known;
  return /^(TYPE_\w+|[a-z_]+)$/.test(text) ? text.replace(/^TYPE_/, '').toLowerCase() : null;
}
