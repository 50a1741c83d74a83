import type { FastifyInstance, FastifyRequest } from 'fastify';

import { readLocationQuery, requireLocation } from '../http/access.ts';
import { badRequest, type Json, notFound, unprocessable } from '../http/errors.ts';
import { boolean, nested, oneOf, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newId } from '../state/ids.ts';
import type { Contact, Subscription, Subtype } from '../state/records.ts';
import { findContact, param } from './find.ts';
import { iso } from './views.ts';

/** The spec lists no scope here, and v3 does not have the paths. */
const ANY = { access: { scope: null, version: 'v2' } } as const;

/** Every address has it: "One on One", the messages that people write to each other. */
const DEFAULT_SUBTYPE = 'default';

const subtypeView = (subtype: Subtype): Json => ({
  _id: subtype.id,
  id: subtype.id,
  locationId: subtype.locationId,
  name: subtype.name,
  description: subtype.description ?? '',
  channel: subtype.channel,
  language: subtype.language,
  archived: subtype.archived,
  resubscription_legal_form_id: subtype.resubscriptionLegalFormId,
  createdAt: iso(subtype.dateAdded),
});

const locationOfQuery = (request: FastifyRequest): string =>
  readLocationQuery(request, {}, {}).locationId;

function subtypeRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const path = '/conversations/preferences/custom-subtypes';
  app.get(path, { config: ANY }, (request) => {
    const locationId = locationOfQuery(request);
    return {
      subtypes: sandbox.store.subtypes
        .filter((subtype) => subtype.locationId === locationId)
        .map(subtypeView),
    };
  });

  app.post(path, { config: ANY }, (request, reply) => {
    const locationId = locationOfQuery(request);
    const body = readBody(
      request.body,
      { name: string, channel: oneOf(['email', 'sms']), language: string },
      { description: string },
    );
    for (const key of ['name', 'description'] as const) {
      if ((body[key]?.length ?? 0) > 100) {
        throw unprocessable([`${key} must be shorter than or equal to 100 characters`]);
      }
    }
    const taken = sandbox.store.subtypes.find(
      (one) => one.locationId === locationId && one.name === body.name,
    );
    if (taken) throw badRequest('A subtype with this name already exists');
    void reply.code(201);
    return subtypeView(
      sandbox.store.subtypes.add({
        ...body,
        id: newId(),
        locationId,
        archived: false,
        dateAdded: sandbox.now(),
      }),
    );
  });

  app.put(`${path}/:id`, { config: ANY }, (request) => {
    const locationId = locationOfQuery(request);
    const { resubscription_legal_form_id: form, ...body } = readBody(
      request.body,
      {},
      {
        name: string,
        description: string,
        archived: boolean,
        resubscription_legal_form_id: string,
      },
    );
    const id = param(request, 'id');
    const subtype = sandbox.store.subtypes.get(id);
    if (subtype?.locationId !== locationId) throw notFound('Custom subtype not found');
    Object.assign(subtype, body, form === undefined ? {} : { resubscriptionLegalFormId: form });
    return subtypeView(subtype);
  });
}

function subscriptionOf(
  sandbox: Sandbox,
  contact: Contact,
  email: string,
  subtypeId: string,
): Subscription | undefined {
  return sandbox.store.subscriptions.find(
    (one) => one.contactId === contact.id && one.email === email && one.subtypeId === subtypeId,
  );
}

function statusOf(sandbox: Sandbox, contact: Contact, email: string): Json {
  const subtypes = sandbox.store.subtypes.filter(
    ({ locationId, channel }) => locationId === contact.locationId && channel === 'email',
  );
  const row = (id: string, name: string): Json => {
    const subscription = subscriptionOf(sandbox, contact, email, id);
    return {
      subtype_id: id,
      subtype_name: name,
      subtype_status: subscription?.status ?? 'subscribed',
      legal_reason: subscription?.legalReason,
      legal_description: subscription?.legalDescription,
      updatedAt: subscription && iso(subscription.dateUpdated),
    };
  };
  return {
    email,
    subscriptions: [
      row(DEFAULT_SUBTYPE, 'One on One'),
      ...subtypes.map(({ id, name }) => row(id, name)),
    ],
  };
}

const ownEmails = (contact: Contact): string[] =>
  [contact.email, ...contact.additionalEmails].filter((email) => email !== undefined);

function setStatus(
  sandbox: Sandbox,
  contact: Contact,
  email: string,
  subtypeId: string,
  values: Pick<Subscription, 'status'> & Partial<Subscription>,
): void {
  const existing = subscriptionOf(sandbox, contact, email, subtypeId);
  const next = { ...values, dateUpdated: sandbox.now() };
  if (existing) {
    Object.assign(existing, next);
    return;
  }
  sandbox.store.subscriptions.add({
    id: newId(),
    locationId: contact.locationId,
    contactId: contact.id,
    email,
    subtypeId,
    ...next,
  });
}

function unsubscriptionRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/conversations/preferences/unsubscriptions/status', { config: ANY }, (request) => {
    const query = readLocationQuery(request, { contactId: string }, { email: string });
    const contact = findContact(sandbox, request, query.contactId);
    const emails = query.email === undefined ? ownEmails(contact) : [query.email];
    return {
      contactId: contact.id,
      locationId: contact.locationId,
      statuses: emails.map((email) => statusOf(sandbox, contact, email)),
    };
  });

  app.post('/conversations/preferences/unsubscriptions/user-change', { config: ANY }, (request) => {
    const body = readBody(
      request.body,
      {
        locationId: string,
        contactId: string,
        email: string,
        subscription_action: nested(
          {
            type: oneOf(['default', 'custom', 'resub_all']),
            subtype_status: oneOf(['subscribed', 'unsubscribed']),
          },
          { subtype_name: oneOf(['One on One']), subtype_id: string },
        ),
      },
      { legal_reason: string, legal_description: string },
    );
    requireLocation(request, body.locationId);
    const contact = findContact(sandbox, request, body.contactId);
    if (!ownEmails(contact).includes(body.email)) {
      throw badRequest('email does not belong to the contact');
    }
    const { type, subtype_id: subtypeId, subtype_status: status } = body.subscription_action;
    if (type === 'custom' && subtypeId === undefined) throw badRequest('subtype_id is required');
    const resubscribes = type === 'resub_all' || (type === 'custom' && status === 'subscribed');
    if (resubscribes && (body.legal_reason ?? '') === '') {
      throw badRequest('legal_reason is required to resubscribe a contact');
    }
    if (type === 'custom' && !sandbox.store.subtypes.get(subtypeId ?? '')) {
      throw notFound('Custom subtype not found');
    }
    const values = {
      status,
      ...(body.legal_reason === undefined ? {} : { legalReason: body.legal_reason }),
      ...(body.legal_description === undefined ? {} : { legalDescription: body.legal_description }),
    };
    const all = [
      DEFAULT_SUBTYPE,
      ...sandbox.store.subtypes
        .filter(({ locationId }) => locationId === contact.locationId)
        .map(({ id }) => id),
    ];
    const changed =
      type === 'resub_all' ? all : [type === 'default' ? DEFAULT_SUBTYPE : (subtypeId ?? '')];
    for (const id of changed) {
      setStatus(sandbox, contact, body.email, id, {
        ...values,
        ...(type === 'resub_all' ? { status: 'subscribed' } : {}),
      });
    }
    return { success: true, message: 'Subscription updated successfully' };
  });
}

/** Subscription preferences: the location's own kinds of message, and what a contact wants of them. */
export function preferenceRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  subtypeRoutes(app, sandbox);
  unsubscriptionRoutes(app, sandbox);
}
