import type { FastifyInstance } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { between, booleanText, numberText, readQuery, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { param } from './find.ts';
import { iso } from './views.ts';

/** The sub-account's phone numbers, in pages counted from 0. */
export function phoneSystemRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get(
    '/phone-system/numbers/location/:locationId',
    { config: { access: { scope: 'phonenumbers.read' } } },
    (request) => {
      const locationId = requireLocation(request, param(request, 'locationId'));
      const query = readQuery(
        request.query,
        {},
        {
          pageSize: between(1, 1000, numberText),
          page: between(0, Number.MAX_SAFE_INTEGER, numberText),
          searchFilter: string,
          skipNumberPool: booleanText,
        },
      );
      const { page = 0, pageSize = 1000, searchFilter = '' } = query;
      const found = sandbox.store.phoneNumbers.filter(
        (number) => number.locationId === locationId && number.phoneNumber.includes(searchFilter),
      );
      return {
        numbers: found.slice(page * pageSize, (page + 1) * pageSize).map((number) => ({
          phoneNumber: number.phoneNumber,
          friendlyName: number.friendlyName,
          sid: `PN${number.id}`,
          countryCode: 'US',
          capabilities: { voice: true, sms: number.sms, mms: number.sms, fax: false },
          type: number.type,
          isDefaultNumber: number.isDefaultNumber,
          linkedUser: number.linkedUser ?? null,
          linkedRingAllUsers: [],
          inboundCallService: null,
          forwardingNumber: null,
          isGroupConversationEnabled: false,
          addressSid: null,
          bundleSid: null,
          dateAdded: iso(number.dateAdded),
          dateUpdated: iso(number.dateAdded),
          origin: 'twilio',
        })),
        isUnderGhl: true,
        pageSize,
        page,
        accountStatus: 'active',
      };
    },
  );
}
