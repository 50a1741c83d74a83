import type { FastifyInstance } from 'fastify';

import { requireLocation } from '../http/access.ts';
import { badRequest, type Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Location } from '../state/records.ts';
import { param } from './find.ts';

const SOCIAL = [
  'facebookUrl',
  'googlePlus',
  'linkedIn',
  'foursquare',
  'twitter',
  'yelp',
  'instagram',
  'youtube',
  'pinterest',
  'blogRss',
  'googlePlacesId',
];

function locationDetail(location: Location): Json {
  const { name, address, city, state, country, postalCode, website, timezone } = location;
  return {
    id: location.id,
    companyId: location.companyId,
    name,
    domain: '',
    address,
    city,
    state,
    country,
    postalCode,
    website,
    timezone,
    firstName: location.firstName,
    lastName: location.lastName,
    email: location.email,
    phone: location.phone,
    business: { name, address, city, state, country, postalCode, website, timezone },
    brandId: null,
    logoUrl: '',
    social: Object.fromEntries(SOCIAL.map((key) => [key, ''])),
    settings: {
      contactUniqueIdentifiers: ['email', 'phone'],
      crmSettings: { deSyncOwners: true, syncFollowers: { contact: true, opportunity: true } },
      saasSettings: { saasMode: 'not_activated', twilioRebilling: { enabled: false, markup: 0 } },
      allowDuplicateContact: location.allowDuplicateContact,
      allowDuplicateOpportunity: false,
      allowFacebookNameMerge: false,
      disableContactTimezone: false,
    },
    reseller: {},
  };
}

/** The sub-account itself. */
export function locationRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get(
    '/locations/:locationId',
    { config: { access: { scope: 'locations.readonly', tokens: ['Location', 'Company'] } } },
    (request) => {
      const id = requireLocation(request, param(request, 'locationId'));
      const location = sandbox.store.locations.get(id);
      if (!location) throw badRequest(`Location with id ${id} not found`);
      return { location: locationDetail(location) };
    },
  );

  app.get(
    '/locations/:locationId/timezones',
    { config: { access: { scope: 'locations.readonly', tokens: ['Location', 'Company'] } } },
    (request) => {
      requireLocation(request, param(request, 'locationId'));
      return { timeZones: Intl.supportedValuesOf('timeZone') };
    },
  );
}
