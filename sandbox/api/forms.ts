import type { FastifyInstance } from 'fastify';

import { readLocationQuery } from '../http/access.ts';
import { day } from '../http/alt.ts';
import type { Json } from '../http/errors.ts';
import { between, numberText, oneOf, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Form, FormKind, Submission } from '../state/forms.ts';
import { dayIn } from '../state/zones.ts';
import { zoneOf } from './calendar-views.ts';
import { iso } from './views.ts';

const DAY_MS = 86_400_000;

/** How the paths, keys and scopes of forms and surveys are spelled. */
const KINDS = [
  { kind: 'form', plural: 'forms', idKey: 'formId', scope: 'forms.readonly' },
  { kind: 'survey', plural: 'surveys', idKey: 'surveyId', scope: 'surveys.readonly' },
] as const;

const formView = ({ id, name, locationId }: Form): Json => ({ id, name, locationId });

function eventData(sandbox: Sandbox, submission: Submission): Json {
  const { kind, page, referrer, utm } = submission;
  const form = sandbox.store.forms.get(submission.formId);
  return {
    fbc: '',
    fbp: `fb.1.${String(submission.dateAdded)}.1`,
    page,
    type: 'page-visit',
    domain: URL.canParse(page.url) ? new URL(page.url).hostname : '',
    medium: kind,
    source: referrer === '' ? 'Direct traffic' : 'Referral',
    version: 'v3',
    adSource: '',
    mediumId: submission.formId,
    parentId: submission.formId,
    referrer,
    fbEventId: submission.id,
    timestamp: submission.dateAdded,
    parentName: form?.name ?? '',
    fingerprint: submission.id,
    pageVisitType: kind,
    contactSessionIds: { ids: [] },
    url_params: utm,
    ip: '203.0.113.7',
  };
}

const submissionView = (sandbox: Sandbox, idKey: string, submission: Submission): Json => ({
  id: submission.id,
  contactId: submission.contactId,
  createdAt: iso(submission.dateAdded),
  [idKey]: submission.formId,
  name: submission.name,
  email: submission.email,
  others: {
    ...submission.answers,
    eventData: eventData(sandbox, submission),
    fieldsOriSequance: Object.keys(submission.answers),
  },
});

function routesOf(app: FastifyInstance, sandbox: Sandbox, names: (typeof KINDS)[number]): void {
  const { kind, plural, idKey, scope } = names;
  const config = { access: { scope } };
  const isKind = (one: { kind: FormKind }): boolean => one.kind === kind;

  app.get(`/${plural}/`, { config }, (request) => {
    const query = readLocationQuery(
      request,
      {},
      {
        skip: between(0, Number.MAX_SAFE_INTEGER, numberText),
        limit: between(1, 50, numberText),
        type: oneOf(['folder']),
      },
    );
    const { skip = 0, limit = 10 } = query;
    const found = sandbox.store.forms.filter(
      (one) =>
        isKind(one) &&
        one.locationId === query.locationId &&
        one.isFolder === (query.type === 'folder'),
    );
    return { [plural]: found.slice(skip, skip + limit).map(formView), total: found.length };
  });

  app.get(`/${plural}/submissions`, { config }, (request) => {
    const query = readLocationQuery(
      request,
      {},
      {
        page: between(1, Number.MAX_SAFE_INTEGER, numberText),
        limit: between(1, 100, numberText),
        [idKey]: string,
        q: string,
        startAt: day,
        endAt: day,
      },
    );
    const { page = 1, limit = 20 } = query;
    const zone = zoneOf(sandbox, query.locationId);
    const now = sandbox.now();
    const startAt = query.startAt ?? dayIn(zone, now - 30 * DAY_MS);
    const endAt = query.endAt ?? dayIn(zone, now);
    const formId: unknown = Reflect.get(query, idKey);
    const wanted = query.q?.toLowerCase() ?? '';
    const found = sandbox.store.submissions
      .filter((one) => {
        const added = dayIn(zone, one.dateAdded);
        const contact = sandbox.store.contacts.get(one.contactId);
        return (
          isKind(one) &&
          one.locationId === query.locationId &&
          (formId === undefined || formId === one.formId) &&
          added >= startAt &&
          added <= endAt &&
          [one.contactId, one.name, one.email, contact?.phone].some((text) =>
            text?.toLowerCase().includes(wanted),
          )
        );
      })
      .sort((a, b) => b.dateAdded - a.dateAdded);
    const start = (page - 1) * limit;
    return {
      submissions: found
        .slice(start, start + limit)
        .map((one) => submissionView(sandbox, idKey, one)),
      meta: {
        total: found.length,
        currentPage: page,
        nextPage: start + limit < found.length ? page + 1 : null,
        prevPage: page > 1 ? page - 1 : null,
      },
    };
  });
}

/** Forms and surveys, and what people wrote into them. There is no event for a submission. */
export function formRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  for (const names of KINDS) routesOf(app, sandbox, names);
}
