import { expect, test } from '@jest/globals';

import { phoneNumber } from '../../resources/phone_number.ts';

test('phone number reads a number of the sub-account, its own id', () => {
  const raw = {
    phoneNumber: '+15550100100',
    friendlyName: 'Front desk',
    sid: 'PN0000',
    countryCode: 'US',
    capabilities: { voice: true, sms: true, mms: false, fax: false },
    type: 'toll-free',
    isDefaultNumber: true,
    linkedUser: null,
    linkedRingAllUsers: [],
  };
  expect(phoneNumber.parse(raw)).toEqual({
    id: '+15550100100',
    name: 'Front desk',
    type: 'toll-free',
    countryCode: 'US',
    isDefaultNumber: true,
    canSendSms: true,
    canSendMms: false,
    canCall: true,
    linkedUser: null,
  });
});

test('a number without capabilities says nothing of them', () => {
  expect(phoneNumber.parse({ phoneNumber: '+15550100100', friendlyName: null })).toMatchObject({
    name: null,
    canSendSms: null,
    canCall: null,
  });
});
