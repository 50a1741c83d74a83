import * as z from 'zod';

import { defineResource } from './define.ts';
import { id, text, yesNo } from './fields.ts';
import { toRecord } from './values.ts';

/** A phone number of the sub-account. Its id is the number itself: that is what sending takes. */
export const phoneNumber = defineResource(
  'phone number',
  () =>
    z.object({
      id: id('Phone Number', '+15550100100'),
      name: text('Name', 'Front desk'),
      type: text('Number Type', 'local'),
      countryCode: text('Country', 'US'),
      isDefaultNumber: yesNo('Is Default', true),
      canSendSms: yesNo('Can Send SMS', true),
      canSendMms: yesNo('Can Send MMS', true),
      canCall: yesNo('Can Call', true),
      linkedUser: text('Linked User ID', 'uS3rPq8LmN2vXc7ZtYwE'),
    }),
  (raw) => {
    const capabilities = toRecord(raw['capabilities']);
    return {
      ...raw,
      id: raw['phoneNumber'],
      name: raw['friendlyName'],
      canSendSms: capabilities['sms'],
      canSendMms: capabilities['mms'],
      canCall: capabilities['voice'],
    };
  },
);
