/**
 * Message types in the order of HighLevel's numbering: a type's number is its position plus one.
 * Known from recorded answers: 1 call, 2 SMS, 3 email, 10 voicemail, 19 WhatsApp, 34 custom call.
 */
const NUMBERED = [
  'TYPE_CALL',
  'TYPE_SMS',
  'TYPE_EMAIL',
  'TYPE_SMS_REVIEW_REQUEST',
  'TYPE_WEBCHAT',
  'TYPE_SMS_NO_SHOW_REQUEST',
  'TYPE_CAMPAIGN_SMS',
  'TYPE_CAMPAIGN_CALL',
  'TYPE_CAMPAIGN_EMAIL',
  'TYPE_CAMPAIGN_VOICEMAIL',
  'TYPE_FACEBOOK',
  'TYPE_CAMPAIGN_FACEBOOK',
  'TYPE_CAMPAIGN_MANUAL_CALL',
  'TYPE_CAMPAIGN_MANUAL_SMS',
  'TYPE_GMB',
  'TYPE_CAMPAIGN_GMB',
  'TYPE_REVIEW',
  'TYPE_INSTAGRAM',
  'TYPE_WHATSAPP',
  'TYPE_CUSTOM_SMS',
  'TYPE_CUSTOM_EMAIL',
  'TYPE_CUSTOM_PROVIDER_SMS',
  'TYPE_CUSTOM_PROVIDER_EMAIL',
  'TYPE_IVR_CALL',
  'TYPE_ACTIVITY_CONTACT',
  'TYPE_ACTIVITY_INVOICE',
  'TYPE_ACTIVITY_PAYMENT',
  'TYPE_ACTIVITY_OPPORTUNITY',
  'TYPE_LIVE_CHAT',
  'TYPE_LIVE_CHAT_INFO_MESSAGE',
  'TYPE_ACTIVITY_APPOINTMENT',
  'TYPE_FACEBOOK_COMMENT',
  'TYPE_INSTAGRAM_COMMENT',
  'TYPE_CUSTOM_CALL',
  'TYPE_INTERNAL_COMMENT',
  'TYPE_ACTIVITY_EMPLOYEE_ACTION_LOG',
  'TYPE_TIKTOK',
  'TYPE_TIKTOK_COMMENT',
  'TYPE_ACTIVITY_WHATSAPP',
  'TYPE_FORM_SUBMISSION',
  'TYPE_SMS_REACTION',
  'TYPE_RCS',
] as const;

export const MESSAGE_TYPES = NUMBERED;
export type MessageType = (typeof NUMBERED)[number];

/** The number that REST answers give in `type`. */
export const typeNumber = (type: MessageType): number => NUMBERED.indexOf(type) + 1;

/** Conversation kinds: the number of `GET /conversations/{id}`, and the name in a search. */
export const CONVERSATION_TYPES = {
  1: 'TYPE_PHONE',
  2: 'TYPE_EMAIL',
  3: 'TYPE_FB_MESSENGER',
  4: 'TYPE_REVIEW',
  5: 'TYPE_GROUP_SMS',
} as const;
export type ConversationType = keyof typeof CONVERSATION_TYPES;

interface Channel {
  messageType: MessageType;
  /** The short form that webhooks carry in `messageType`. */
  webhook: string;
  conversationType: ConversationType;
  /** Do-not-disturb key that stops sending on this channel. */
  dnd?: DndChannel;
}

export const DND_CHANNELS = ['Call', 'Email', 'SMS', 'WhatsApp', 'GMB', 'FB'] as const;
export type DndChannel = (typeof DND_CHANNELS)[number];

/** Every value of `type` for sending or adding an inbound message. */
export const CHANNELS = {
  SMS: { messageType: 'TYPE_SMS', webhook: 'SMS', conversationType: 1, dnd: 'SMS' },
  RCS: { messageType: 'TYPE_RCS', webhook: 'RCS', conversationType: 1, dnd: 'SMS' },
  Email: { messageType: 'TYPE_EMAIL', webhook: 'Email', conversationType: 2, dnd: 'Email' },
  WhatsApp: {
    messageType: 'TYPE_WHATSAPP',
    webhook: 'WhatsApp',
    conversationType: 1,
    dnd: 'WhatsApp',
  },
  GMB: { messageType: 'TYPE_GMB', webhook: 'GMB', conversationType: 4, dnd: 'GMB' },
  IG: { messageType: 'TYPE_INSTAGRAM', webhook: 'IG', conversationType: 3, dnd: 'FB' },
  FB: { messageType: 'TYPE_FACEBOOK', webhook: 'FB', conversationType: 3, dnd: 'FB' },
  Custom: { messageType: 'TYPE_CUSTOM_SMS', webhook: 'Custom', conversationType: 1, dnd: 'SMS' },
  WebChat: { messageType: 'TYPE_WEBCHAT', webhook: 'WebChat', conversationType: 1 },
  Live_Chat: { messageType: 'TYPE_LIVE_CHAT', webhook: 'Live Chat', conversationType: 1 },
  TIKTOK: { messageType: 'TYPE_TIKTOK', webhook: 'TIKTOK', conversationType: 3 },
  Call: { messageType: 'TYPE_CALL', webhook: 'CALL', conversationType: 1, dnd: 'Call' },
  IVR_Call: { messageType: 'TYPE_IVR_CALL', webhook: 'CALL', conversationType: 1 },
  Campaign_Call: { messageType: 'TYPE_CAMPAIGN_CALL', webhook: 'CALL', conversationType: 1 },
  Campaign_VoiceMail: {
    messageType: 'TYPE_CAMPAIGN_VOICEMAIL',
    webhook: 'VoiceMail',
    conversationType: 1,
  },
  ALL_IN_ONE_CHAT: { messageType: 'TYPE_LIVE_CHAT', webhook: 'Live Chat', conversationType: 1 },
  FORM_SUBMISSION: {
    messageType: 'TYPE_FORM_SUBMISSION',
    webhook: 'Form Submission',
    conversationType: 1,
  },
  InternalComment: {
    messageType: 'TYPE_INTERNAL_COMMENT',
    webhook: 'InternalComment',
    conversationType: 1,
  },
  Review: { messageType: 'TYPE_REVIEW', webhook: 'Review', conversationType: 4 },
} as const satisfies Record<string, Channel>;

export type ChannelName = keyof typeof CHANNELS;
export const channelOf = (name: ChannelName): Channel => CHANNELS[name];

/** The values of `type` that `POST /conversations/messages` accepts. */
export const SENDABLE = [
  'SMS',
  'RCS',
  'Email',
  'WhatsApp',
  'IG',
  'FB',
  'Custom',
  'Live_Chat',
  'TIKTOK',
  'InternalComment',
] as const satisfies readonly ChannelName[];

/** The values of `type` that `POST /conversations/messages/inbound` accepts. */
export const RECEIVABLE = [
  'SMS',
  'RCS',
  'Email',
  'WhatsApp',
  'GMB',
  'IG',
  'FB',
  'Custom',
  'WebChat',
  'Live_Chat',
  'Call',
  'IVR_Call',
  'Campaign_Call',
  'Campaign_VoiceMail',
  'TIKTOK',
  'ALL_IN_ONE_CHAT',
  'FORM_SUBMISSION',
] as const satisfies readonly ChannelName[];

/** The message types behind each value of the export's `channel` filter. */
export const EXPORT_CHANNELS: Record<string, readonly MessageType[]> = {
  Call: ['TYPE_CALL', 'TYPE_IVR_CALL', 'TYPE_CUSTOM_CALL', 'TYPE_CAMPAIGN_VOICEMAIL'],
  SMS: ['TYPE_SMS', 'TYPE_CAMPAIGN_SMS', 'TYPE_CUSTOM_SMS', 'TYPE_CUSTOM_PROVIDER_SMS', 'TYPE_RCS'],
  Email: ['TYPE_EMAIL', 'TYPE_CAMPAIGN_EMAIL', 'TYPE_CUSTOM_EMAIL', 'TYPE_CUSTOM_PROVIDER_EMAIL'],
  WhatsApp: ['TYPE_WHATSAPP'],
  Instagram: ['TYPE_INSTAGRAM', 'TYPE_INSTAGRAM_COMMENT'],
  Facebook: ['TYPE_FACEBOOK', 'TYPE_FACEBOOK_COMMENT'],
};

export const isEmailType = (type: MessageType): boolean =>
  EXPORT_CHANNELS.Email?.includes(type) ?? false;

export const isCallType = (type: MessageType): boolean =>
  EXPORT_CHANNELS.Call?.includes(type) ?? false;
