import type { FastifyInstance, FastifyRequest } from 'fastify';

import { requireLocation, sessionOf } from '../http/access.ts';
import { badRequest, forbidden, type Json } from '../http/errors.ts';
import { between, numberText, oneOf, readQuery, string } from '../http/validate.ts';
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
      allowDuplicateOpportunity: location.allowDuplicateOpportunity,
      allowFacebookNameMerge: false,
      disableContactTimezone: false,
    },
    reseller: {},
  };
}

/** A sub-account's own row, or all of the agency's. */
function search(sandbox: Sandbox, request: FastifyRequest): Json {
  const query = readQuery(
    request.query,
    {},
    {
      companyId: string,
      skip: between(0, Number.MAX_SAFE_INTEGER, numberText),
      limit: between(1, Number.MAX_SAFE_INTEGER, numberText),
      order: oneOf(['asc', 'desc']),
      email: string,
    },
  );
  const session = sessionOf(request);
  const { companyId = session.companyId, skip = 0, limit = 10 } = query;
  if (companyId !== session.companyId) {
    throw forbidden('The token does not have access to this company.');
  }
  const found = sandbox.store.locations
    .filter(
      (one) =>
        one.companyId === companyId &&
        (session.locationId === undefined || session.locationId === one.id) &&
        (query.email === undefined || query.email.toLowerCase() === one.email.toLowerCase()),
    )
    .sort((a, b) => a.name.localeCompare(b.name) * (query.order === 'desc' ? -1 : 1));
  return { locations: found.slice(skip, skip + limit).map(locationDetail) };
}

/** The sub-account itself, and the agency's search over all of them. */
export function locationRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get(
    '/locations/search',
    { config: { access: { scope: 'locations.readonly', tokens: ['Location', 'Company'] } } },
    (request) => search(sandbox, request),
  );

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
