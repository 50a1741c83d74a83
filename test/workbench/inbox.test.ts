import { expect, test } from '@jest/globals';

import { callText } from '../../workbench/server/highlevel/inbox.ts';

test.each([
  ['CALL', { duration: 95, status: 'completed' }, 'Call, 2 min'],
  ['CALL', { duration: 48, status: 'completed' }, 'Call, 48 sec'],
  ['CALL', { duration: 0, status: 'no-answer' }, 'Missed call'],
  ['CALL', { duration: 21, status: 'voicemail' }, 'Voicemail, 21 sec'],
  ['VoiceMail', { duration: 21, status: 'completed' }, 'Voicemail, 21 sec'],
  ['SMS', undefined, ''],
])('The inbox shows what a message of %s with %j was: %s', (webhookType, call, text) => {
  expect(callText({ webhookType, status: 'delivered', call })).toBe(text);
});
