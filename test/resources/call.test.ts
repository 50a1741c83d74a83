import { expect, test } from '@jest/globals';

import { outcomeOf } from '../../resources/call.ts';

test.each([
  ['completed', null, 'answered'],
  ['answered', null, 'answered'],
  ['connected', null, 'answered'],
  ['completed', 'voicemail', 'voicemail'],
  ['voicemail', 'completed', 'voicemail'],
  ['voicemail', null, 'voicemail'],
  [null, 'No Answer', 'missed'],
  [null, 'no_answer', 'missed'],
  ['failed', 'busy', 'missed'],
  [null, 'Canceled', 'missed'],
  ['undelivered', null, 'missed'],
  ['pending', 'ringing', null],
  ['delivered', 'busy', 'missed'],
  [null, null, null],
])('a call with the status %s and the call status %s: %s', (status, callStatus, outcome) => {
  expect(outcomeOf({ channel: 'call', status, callStatus })).toBe(outcome);
});

test('a voicemail drop is a voicemail, whatever its status', () => {
  expect(outcomeOf({ channel: 'voicemail', status: 'completed', callStatus: null })).toBe(
    'voicemail',
  );
});
