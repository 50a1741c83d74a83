import { randomUUID } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import { fullName } from '../api/views.ts';
import { badRequest } from '../http/errors.ts';
import { between, number, object, readBody, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newContact } from '../state/contacts.ts';
import { newId } from '../state/ids.ts';
import type { Contact } from '../state/records.ts';
import { contactEvent } from '../webhooks/events.ts';

/** Submissions of one call at most. */
const MOST = 10_000;

/** The person who fills in: a known contact, or a new one by the address. */
function personOf(
  sandbox: Sandbox,
  locationId: string,
  given: {
    contactId?: string;
    email?: string;
    phone?: string;
    firstName?: string;
    lastName?: string;
  },
): Contact {
  const { contactId, ...person } = given;
  const known = sandbox.store.contacts.find(
    (one) =>
      one.locationId === locationId &&
      (contactId === undefined ? person.email === one.email : contactId === one.id),
  );
  if (known) return known;
  if (contactId !== undefined) throw badRequest('There is no such contact');
  const contact = newContact({ ...person, id: newId(), locationId, source: 'form' }, sandbox.now());
  sandbox.store.contacts.add(contact);
  sandbox.webhooks.fire(contactEvent(sandbox, 'ContactCreate', contact));
  return contact;
}

/** Somebody fills in a form or a survey: of forms and surveys HighLevel tells by its lists only. */
export function submissionRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.post('/__sandbox/submissions', (request, reply) => {
    const body = readBody(
      request.body,
      { formId: string },
      {
        contactId: string,
        email: string,
        phone: string,
        firstName: string,
        lastName: string,
        answers: object,
        url: string,
        referrer: string,
        utm: object,
        minutesAgo: number,
        count: between(1, MOST, number),
      },
    );
    const {
      formId,
      answers = {},
      url,
      referrer = '',
      utm = {},
      minutesAgo = 0,
      count = 1,
      ...given
    } = body;
    const form = sandbox.store.forms.get(formId);
    if (!form) throw badRequest('There is no such form or survey');
    const { locationId, kind } = form;
    const contact = personOf(sandbox, locationId, given);
    const { firstName = '', lastName = '', email = '', phone = '' } = contact;
    const ids = Array.from({ length: count }, (_, index) => {
      const { id } = sandbox.store.submissions.add({
        id: randomUUID(),
        kind,
        formId,
        locationId,
        contactId: contact.id,
        name: fullName(contact),
        email,
        answers: { first_name: firstName, last_name: lastName, email, phone, ...answers },
        page: { url: url ?? 'https://example.com/form', title: form.name },
        referrer,
        utm: Object.fromEntries(Object.entries(utm).map(([key, value]) => [key, String(value)])),
        dateAdded: sandbox.now() - minutesAgo * 60_000 - index,
      });
      return id;
    });
    void reply.code(201);
    return { ids, contactId: contact.id };
  });
}
