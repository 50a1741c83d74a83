import type { FastifyInstance, FastifyRequest } from 'fastify';

import { readLocationQuery, requireLocation } from '../http/access.ts';
import { digitsText } from '../http/alt.ts';
import { badRequest, type Json, notFound, unprocessable } from '../http/errors.ts';
import { between, listOf, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { BUSINESS_KEYS, newBusiness } from '../state/businesses.ts';
import { newObjectId } from '../state/ids.ts';
import { BUSINESS, type ObjectRecord } from '../state/objects.ts';
import type { Contact } from '../state/records.ts';
import { contactEvent } from '../webhooks/events.ts';
import { contactMatches } from './contact-search.ts';
import { param } from './find.ts';
import { appOrigin, originDetail } from './origin.ts';
import { contactDetail, iso } from './views.ts';

const READ = { access: { scope: 'businesses.readonly' } };
const WRITE = { access: { scope: 'businesses.write' } };

const PAGE = {
  limit: between(1, 100, digitsText),
  skip: between(0, Number.MAX_SAFE_INTEGER, digitsText),
};

const DETAILS = {
  phone: string,
  email: string,
  website: string,
  address: string,
  city: string,
  postalCode: string,
  state: string,
  country: string,
  description: string,
};

const businessDetail = (business: ObjectRecord): Json => ({
  id: business.id,
  ...Object.fromEntries(BUSINESS_KEYS.map((key) => [key, business.properties[key]])),
  locationId: business.locationId,
  createdBy: originDetail(business.createdBy),
  updatedBy: originDetail(business.lastUpdatedBy),
  createdAt: iso(business.dateAdded),
  updatedAt: iso(business.dateUpdated),
});

function findBusiness(sandbox: Sandbox, request: FastifyRequest, id: string): ObjectRecord {
  const found = sandbox.store.objectRecords.get(id);
  if (found?.objectKey !== BUSINESS) throw notFound(`Business with id ${id} not found`);
  requireLocation(request, found.locationId);
  return found;
}

/** Puts a contact into a company, or out of all where there is none. */
function setBusiness(sandbox: Sandbox, contact: Contact, businessId: string | undefined): void {
  if (businessId === undefined) delete contact.businessId;
  else contact.businessId = businessId;
  contact.dateUpdated = sandbox.now();
  sandbox.webhooks.fire(contactEvent(sandbox, 'ContactUpdate', contact));
}

function memberRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get(
    '/contacts/business/:businessId',
    { config: { access: { scope: 'contacts.readonly' } } },
    (request) => {
      const query = readLocationQuery(request, {}, { ...PAGE, query: string });
      const { limit = 25, skip = 0, query: wanted = '' } = query;
      const { id } = findBusiness(sandbox, request, param(request, 'businessId'));
      const found = sandbox.store.contacts.filter(
        (one) => one.businessId === id && (wanted === '' || contactMatches(one, wanted)),
      );
      const rows = found.slice(skip, skip + limit);
      return { contacts: rows.map((one) => contactDetail(sandbox, one)), count: found.length };
    },
  );

  app.post(
    '/contacts/bulk/business',
    { config: { access: { scope: 'contacts.write' } } },
    (request) => {
      const body = readBody(
        request.body,
        { locationId: string, ids: listOf(string) },
        { businessId: string },
      );
      const { body: sent } = request;
      // Null takes the contacts out of their company; a body without the key is refused.
      if (typeof sent !== 'object' || sent === null || !('businessId' in sent)) {
        throw unprocessable(['businessId should not be empty']);
      }
      const locationId = requireLocation(request, body.locationId);
      const business =
        body.businessId === undefined ? undefined : findBusiness(sandbox, request, body.businessId);
      const contacts = body.ids.map((id) => {
        const contact = sandbox.store.contacts.get(id);
        if (contact?.locationId !== locationId) throw badRequest(`Contact ${id} not found`);
        return contact;
      });
      for (const contact of contacts) setBusiness(sandbox, contact, business?.id);
      return { success: true, ids: body.ids };
    },
  );
}

/** Companies, which the API calls businesses (and misspells in two answers), and their contacts. */
export function businessRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  memberRoutes(app, sandbox);

  app.get('/businesses/', { config: READ }, (request) => {
    const { locationId, limit = 100, skip = 0 } = readLocationQuery(request, {}, PAGE);
    const found = sandbox.store.objectRecords.filter(
      (one) => one.objectKey === BUSINESS && one.locationId === locationId,
    );
    return { businesses: found.slice(skip, skip + limit).map(businessDetail) };
  });

  app.get('/businesses/:businessId', { config: READ }, (request) => ({
    business: businessDetail(findBusiness(sandbox, request, param(request, 'businessId'))),
  }));

  app.post('/businesses/', { config: WRITE }, (request, reply) => {
    const { locationId, ...details } = readBody(
      request.body,
      { name: string, locationId: string },
      DETAILS,
    );
    requireLocation(request, locationId);
    const origin = appOrigin(sandbox, request);
    const business = newBusiness(newObjectId(), locationId, details, origin);
    sandbox.store.objectRecords.add(business);
    void reply.code(201);
    return { success: true, buiseness: businessDetail(business) };
  });

  app.put('/businesses/:businessId', { config: WRITE }, (request) => {
    const body = readBody(request.body, {}, { name: string, ...DETAILS });
    const business = findBusiness(sandbox, request, param(request, 'businessId'));
    business.properties = { ...business.properties, ...body };
    business.lastUpdatedBy = appOrigin(sandbox, request);
    business.dateUpdated = sandbox.now();
    return { success: true, buiseness: businessDetail(business) };
  });

  app.delete('/businesses/:businessId', { config: WRITE }, (request) => {
    const { id } = findBusiness(sandbox, request, param(request, 'businessId'));
    sandbox.store.objectRecords.delete(id);
    for (const contact of sandbox.store.contacts.filter((one) => one.businessId === id)) {
      setBusiness(sandbox, contact, undefined);
    }
    return { success: true };
  });
}
