import { describe, expect, test } from '@jest/globals';

import { channelOf, conversationTypeOf, MESSAGE_TYPES } from '../../resources/channels.ts';

/** The message types of HighLevel's REST API, in the order of its specification. */
const REST_TYPES: [string, string][] = [
  ['TYPE_CALL', 'call'],
  ['TYPE_SMS', 'sms'],
  ['TYPE_RCS', 'rcs'],
  ['TYPE_EMAIL', 'email'],
  ['TYPE_SMS_REVIEW_REQUEST', 'sms'],
  ['TYPE_WEBCHAT', 'live_chat'],
  ['TYPE_SMS_NO_SHOW_REQUEST', 'sms'],
  ['TYPE_CAMPAIGN_SMS', 'sms'],
  ['TYPE_CAMPAIGN_CALL', 'call'],
  ['TYPE_CAMPAIGN_EMAIL', 'email'],
  ['TYPE_CAMPAIGN_VOICEMAIL', 'voicemail'],
  ['TYPE_FACEBOOK', 'facebook'],
  ['TYPE_CAMPAIGN_FACEBOOK', 'facebook'],
  ['TYPE_CAMPAIGN_MANUAL_CALL', 'call'],
  ['TYPE_CAMPAIGN_MANUAL_SMS', 'sms'],
  ['TYPE_GMB', 'google_business'],
  ['TYPE_CAMPAIGN_GMB', 'google_business'],
  ['TYPE_REVIEW', 'review'],
  ['TYPE_INSTAGRAM', 'instagram'],
  ['TYPE_WHATSAPP', 'whatsapp'],
  ['TYPE_CUSTOM_SMS', 'sms'],
  ['TYPE_CUSTOM_EMAIL', 'email'],
  ['TYPE_CUSTOM_PROVIDER_SMS', 'sms'],
  ['TYPE_CUSTOM_PROVIDER_EMAIL', 'email'],
  ['TYPE_IVR_CALL', 'call'],
  ['TYPE_ACTIVITY_CONTACT', 'activity'],
  ['TYPE_ACTIVITY_INVOICE', 'activity'],
  ['TYPE_ACTIVITY_PAYMENT', 'activity'],
  ['TYPE_ACTIVITY_OPPORTUNITY', 'activity'],
  ['TYPE_LIVE_CHAT', 'live_chat'],
  ['TYPE_LIVE_CHAT_INFO_MESSAGE', 'activity'],
  ['TYPE_ACTIVITY_APPOINTMENT', 'activity'],
  ['TYPE_FACEBOOK_COMMENT', 'facebook'],
  ['TYPE_INSTAGRAM_COMMENT', 'instagram'],
  ['TYPE_CUSTOM_CALL', 'call'],
  ['TYPE_INTERNAL_COMMENT', 'internal_comment'],
  ['TYPE_ACTIVITY_EMPLOYEE_ACTION_LOG', 'activity'],
  ['TYPE_TIKTOK', 'tiktok'],
  ['TYPE_TIKTOK_COMMENT', 'tiktok'],
  ['TYPE_ACTIVITY_WHATSAPP', 'activity'],
  ['TYPE_FORM_SUBMISSION', 'form'],
  ['TYPE_SMS_REACTION', 'sms'],
];

/** Other spellings: webhooks, the send and inbound endpoints, numbers of single records. */
const OTHER_SPELLINGS: [unknown, string | null][] = [
  ['SMS', 'sms'],
  ['CALL', 'call'],
  ['Call', 'call'],
  ['Email', 'email'],
  ['WhatsApp', 'whatsapp'],
  ['VoiceMail', 'voicemail'],
  ['Campaign_VoiceMail', 'voicemail'],
  ['IVR_Call', 'call'],
  ['Live Chat', 'live_chat'],
  ['Live_Chat', 'live_chat'],
  ['Live-Chat', 'live_chat'],
  ['WebChat', 'live_chat'],
  ['GMB', 'google_business'],
  ['FB', 'facebook'],
  ['IG', 'instagram'],
  ['TIKTOK', 'tiktok'],
  ['RCS', 'rcs'],
  ['Custom', 'custom'],
  ['InternalComment', 'internal_comment'],
  ['TYPE_INTERNAL_COMMENTS', 'internal_comment'],
  ['FORM_SUBMISSION', 'form'],
  [1, 'call'],
  [2, 'sms'],
  [3, 'email'],
  [10, 'voicemail'],
  ['19', 'whatsapp'],
  [34, 'call'],
  ['TYPE_ACTIVITY_NEW_KIND', 'activity'],
  ['TYPE_CARRIER_PIGEON', 'carrier_pigeon'],
  // The numbers of kinds that nobody documents.
  [18, 'other'],
  ['99', 'other'],
  ['', null],
  [undefined, null],
  [{}, null],
];

describe('channelOf', () => {
  test.each(REST_TYPES)('%s is %s', (type, channel) => {
    expect(channelOf(type)).toBe(channel);
  });

  test.each(OTHER_SPELLINGS)('%j is %j', (spelling, channel) => {
    expect(channelOf(spelling)).toBe(channel);
  });
});

test('MESSAGE_TYPES holds each of the 42 types once, and none that the API does not know', () => {
  const types = Object.values(MESSAGE_TYPES).flat();
  expect(types.toSorted()).toEqual(REST_TYPES.map(([type]) => type).toSorted());
  expect(types).toHaveLength(42);
});

test.each([
  ['TYPE_PHONE', 'phone'],
  ['TYPE_EMAIL', 'email'],
  ['TYPE_FB_MESSENGER', 'facebook'],
  ['TYPE_REVIEW', 'review'],
  ['TYPE_GROUP_SMS', 'group_sms'],
  [1, 'phone'],
  [2, 'email'],
  [3, 'facebook'],
  [4, 'review'],
  [5, 'group_sms'],
  ['6', 'internal_chat'],
  ['TYPE_SOMETHING_NEW', 'something_new'],
  ['phone', 'phone'],
  ['ConversationUnreadUpdate', null],
  [undefined, null],
])('conversationTypeOf(%j) is %j', (value, expected) => {
  expect(conversationTypeOf(value)).toBe(expected);
});
