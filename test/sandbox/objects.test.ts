import { describe, expect, test } from '@jest/globals';

import {
  associationId,
  businessId,
  REGISTRATION,
  TREATMENT,
  treatmentId,
} from '../../sandbox/seed/objects.ts';
import { userId } from '../../sandbox/seed/users.ts';
import { envelope, traceId } from './shapes.ts';
import {
  anything,
  boolean,
  exactly,
  iso,
  like,
  listOf,
  mapOf,
  number,
  optional,
  problemsOf,
  record,
  text as aText,
} from './support/shape.ts';
import {
  type Answer,
  at,
  contactId,
  HARBOUR,
  list,
  NORTHSIDE_ID,
  text,
  useSandbox,
} from './support/sandbox.ts';

const sandbox = useSandbox();
const place = `locationId=${HARBOUR}`;
const RECORDS = `/objects/${TREATMENT}/records`;
const FIRST = `${RECORDS}/${treatmentId(0)}`;

type Body = Record<string, unknown>;

const get = (path: string, query = ''): Promise<Answer> =>
  sandbox.call(`${path}?${place}&${query}`);
const post = (path: string, body: Body): Promise<Answer> =>
  sandbox.call(path, { body: { locationId: HARBOUR, ...body } });
const put = (path: string, body: Body): Promise<Answer> =>
  sandbox.call(`${path}?${place}`, { method: 'PUT', body });
const remove = (path: string): Promise<Answer> =>
  sandbox.call(`${path}?${place}`, { method: 'DELETE' });
const search = (body: Body = {}): Promise<Answer> =>
  post(`${RECORDS}/search`, { page: 1, pageLimit: 20, ...body });
const named = (property: string, operator: string, value: unknown): Promise<unknown[]> =>
  search({ filters: [{ field: `properties.${property}`, operator, value }] }).then(({ body }) =>
    list(body, 'records').map((one) => at(one, 'properties', 'name')),
  );

const relation = {
  associationId: associationId('treatment_patient'),
  firstRecordId: treatmentId(0),
  secondRecordId: contactId(1),
};

const object = record({
  id: aText,
  standard: boolean,
  key: aText,
  labels: record({ singular: aText, plural: aText }),
  description: optional(aText),
  locationId: aText,
  primaryDisplayProperty: aText,
  dateAdded: iso,
  dateUpdated: iso,
  type: like(/^(USER|SYSTEM)_DEFINED$/),
});
const field = record({
  locationId: aText,
  name: aText,
  description: aText,
  placeholder: aText,
  showInForms: boolean,
  options: optional(listOf(record({ key: aText, label: aText }))),
  id: aText,
  objectKey: aText,
  dataType: like(/^[A-Z_]+$/),
  parentId: aText,
  fieldKey: aText,
  allowCustomOption: optional(boolean),
  maxFileLimit: optional(number),
  dateAdded: iso,
  dateUpdated: iso,
});
const kept = {
  id: like(/^[0-9a-f]{24}$/),
  owner: listOf(aText),
  followers: listOf(aText),
  properties: mapOf(anything),
};
const oneRecord = record({
  record: record({ ...kept, dateAdded: iso, dateUpdated: iso }),
  traceId,
});
const origin = record({ channel: aText, createdAt: iso, source: aText, sourceId: aText });
const association = {
  id: aText,
  locationId: aText,
  key: aText,
  firstObjectKey: aText,
  firstObjectLabel: aText,
  secondObjectKey: aText,
  secondObjectLabel: aText,
  associationType: like(/^(USER|SYSTEM)_DEFINED$/),
};
const related = {
  id: aText,
  locationId: aText,
  associationId: aText,
  firstObjectKey: aText,
  firstRecordId: aText,
  secondObjectKey: aText,
  secondRecordId: aText,
};
const paged = `skip=0&limit=100`;

test('answers have the documented keys and types', async () => {
  const asked = [
    [await get('/objects/'), record({ objects: listOf(object), traceId })],
    [await get(`/objects/${TREATMENT}`), record({ object, cache: boolean, traceId })],
    [
      await get(`/objects/${TREATMENT}`, 'fetchProperties=true'),
      record({ object, cache: boolean, fields: listOf(field), traceId }),
    ],
    [await get(FIRST), oneRecord],
    [await post(RECORDS, { properties: { name: 'New' } }), oneRecord],
    [await put(FIRST, { properties: { sessions: 3 } }), oneRecord],
    [
      await search(),
      record({
        records: listOf(
          record({
            ...kept,
            createdAt: iso,
            updatedAt: iso,
            locationId: aText,
            objectId: aText,
            objectKey: aText,
            createdBy: origin,
            lastUpdatedBy: origin,
            searchAfter: listOf(anything),
          }),
        ),
        total: number,
        traceId,
      }),
    ],
    [
      await get('/associations/', paged),
      record({ associations: listOf(record(association)), total: number, traceId }),
    ],
    [await get('/associations/key/treatment_patient'), record({ ...association, traceId })],
    [
      await sandbox.call(`/associations/${associationId('treatment_patient')}`),
      record({ ...association, traceId }),
    ],
    [await post('/associations/relations', relation), record({ ...related, traceId })],
    [
      await get(`/associations/relations/${treatmentId(0)}`, paged),
      record({ relations: listOf(record(related)), total: number, traceId }),
    ],
    [await remove(FIRST), record({ id: aText, success: exactly(true), traceId })],
  ] as const;
  for (const [answer, shape] of asked) {
    expect(answer.status).toBeLessThan(300);
    expect(problemsOf(shape, answer.body)).toEqual([]);
  }
});

describe('objects', () => {
  test("are the standard ones and the sub-account's own", async () => {
    const keys = list((await get('/objects/')).body, 'objects').map((one) => at(one, 'key'));
    expect(keys).toEqual(['contact', 'opportunity', 'business', TREATMENT, REGISTRATION]);
    const token = await sandbox.issue({ locationId: NORTHSIDE_ID });
    const theirs = await sandbox.call(`/objects/?locationId=${NORTHSIDE_ID}`, { token });
    expect(theirs.text).toContain('Northside Fitness Visit');
    expect(theirs.text).not.toContain(TREATMENT);
    expect((await get('/objects/custom_objects.nothing')).status).toBe(404);
  });

  test.each([
    ['/objects/', 'objects/schema.readonly'],
    [FIRST, 'objects/record.readonly'],
    ['/associations/', 'associations.readonly'],
    [`/associations/relations/${treatmentId(0)}`, 'associations/relation.readonly'],
  ])('%s asks for its scope and for a token of the sub-account', async (path, scope) => {
    const withoutScope = await sandbox.issue({ withoutScopes: [scope] });
    const company = await sandbox.issue({ company: true });
    for (const token of [withoutScope, company]) {
      expect((await sandbox.call(`${path}?${place}&${paged}`, { token })).status).toBe(401);
    }
    const other = await sandbox.issue({ locationId: NORTHSIDE_ID });
    expect((await sandbox.call(`${path}?${place}&${paged}`, { token: other })).status).toBe(403);
  });
});

describe('records', () => {
  test('take the value of each type of field, and no other', async () => {
    const whole = at((await get(FIRST)).body, 'record', 'properties');
    const copied = await post(RECORDS, { properties: whole });
    expect(copied).toMatchObject({ status: 201, body: { record: { properties: whole } } });
    for (const properties of [
      { color: 'red' },
      { sessions: '3' },
      { estimated_cost: 890 },
      { materials: 'gold' },
      { materials: ['silver'] },
      { stage: 'In Progress' },
      { start_date: '02/03/2026' },
      { checklist: 'Clean' },
      { 'checklist.later': 'Clean' },
      { x_rays: ['https://example.com/a.png'] },
    ]) {
      expect((await post(RECORDS, { properties })).status).toBe(400);
    }
    expect((await post(RECORDS, { name: 'New' })).status).toBe(422);
  });

  test('change what is sent, and lose what is null', async () => {
    const changed = await put(FIRST, { properties: { stage: 'finished', sessions: null } });
    expect(changed.body).toMatchObject({ record: { properties: { stage: 'finished' } } });
    expect(at(changed.body, 'record', 'properties', 'name')).toBe('Braces for Anna');
    expect(at(changed.body, 'record', 'properties', 'sessions')).toBeUndefined();
  });

  test('have one owner and up to ten followers of the sub-account', async () => {
    const properties = { name: 'New' };
    const dana = userId('dana');
    const owned = await post(RECORDS, { properties, owner: [dana], followers: [dana] });
    expect(owned.body).toMatchObject({ record: { owner: [dana], followers: [dana] } });
    const two = { properties, owner: [dana, userId('miguel')] };
    expect((await post(RECORDS, two)).status).toBe(422);
    expect((await post(RECORDS, { properties, owner: [userId('ella')] })).status).toBe(400);
  });

  test('are of custom objects and companies only', async () => {
    expect((await post('/objects/contact/records', { properties: {} })).status).toBe(400);
    const company = await post('/objects/business/records', { properties: { name: 'Oak' } });
    const id = text(company.body, 'record', 'id');
    expect((await sandbox.call(`/businesses/${id}`)).body).toMatchObject({
      business: { name: 'Oak' },
    });
  });

  test('are found by their properties', async () => {
    expect(await named('name', 'eq', 'crown for sofia')).toEqual(['Crown for Sofia']);
    expect(await named('stage', 'eq', 'finished')).toEqual(['Whitening for Jonas']);
    expect(await named('materials', 'contains', 'gold')).toEqual(['Braces for Anna']);
    expect(await named('estimated_cost', 'range', { gt: 1000 })).toEqual(['Braces for Anna']);
    expect(await named('start_date', 'exists', '')).toHaveLength(2);
    const ofContact = [
      {
        field: 'relations',
        operator: 'nested',
        value: [{ field: 'recordId', operator: 'eq', value: contactId(2) }],
      },
    ];
    const byRelation = await search({ filters: ofContact });
    expect(at(byRelation.body, 'total')).toBe(1);
    expect(at((await search({ query: 'jonas' })).body, 'total')).toBe(1);
    const wrong = [{ field: 'name', operator: 'eq', value: 'x' }];
    expect((await search({ filters: wrong })).status).toBe(400);
  });

  test('come page after page, by number or after the last one', async () => {
    const first = await search({ pageLimit: 2 });
    const rows = list(first.body, 'records');
    expect(rows.map((one) => at(one, 'id'))).toEqual([treatmentId(0), treatmentId(1)]);
    for (const next of [{ page: 2 }, { searchAfter: at(rows, 1, 'searchAfter') }]) {
      const { body } = await search({ pageLimit: 2, ...next });
      expect(list(body, 'records').map((one) => at(one, 'id'))).toEqual([treatmentId(2)]);
    }
    const oldest = await search({ sort: [{ field: 'createdAt', direction: 'asc' }] });
    expect(at(oldest.body, 'records', 0, 'id')).toBe(treatmentId(2));
  });

  test('refuse a private integration in the newest version only', async () => {
    const token = text(await sandbox.control('/tokens', { private: true }), 'token');
    const body = { locationId: HARBOUR, page: 1, pageLimit: 1 };
    const v3 = await sandbox.call(`${RECORDS}/search`, { token, version: 'v3', body });
    expect(v3).toMatchObject({
      status: 401,
      body: { message: 'This location is not accessible from this token' },
    });
    expect((await sandbox.call(`${RECORDS}/search`, { token, body })).status).toBe(200);
  });
});

describe('relations', () => {
  const of = async (id: string, query = ''): Promise<unknown[]> =>
    list((await get(`/associations/relations/${id}`, `${paged}&${query}`)).body, 'relations');

  test('are made once, in the order of the objects', async () => {
    expect((await post('/associations/relations', relation)).status).toBe(201);
    const again = await post('/associations/relations', relation);
    expect(again.status).toBe(400);
    expect(text(again.body, 'message')).toMatch(/^duplicate relation/);
    const turned = {
      ...relation,
      firstRecordId: relation.secondRecordId,
      secondRecordId: relation.firstRecordId,
    };
    expect((await post('/associations/relations', turned)).status).toBe(400);
    const toCompany = {
      associationId: associationId('treatment_payer'),
      firstRecordId: treatmentId(0),
      secondRecordId: businessId(0),
    };
    expect((await post('/associations/relations', toCompany)).status).toBe(201);
    expect(await of(treatmentId(0))).toHaveLength(3);
    const payer = `associationIds=${associationId('treatment_payer')}`;
    expect(await of(treatmentId(0), payer)).toHaveLength(1);
    expect(await of(contactId(1))).toHaveLength(1);
    const unknown = { ...relation, associationId: associationId('nothing') };
    expect((await post('/associations/relations', unknown)).status).toBe(404);
  });

  test('end', async () => {
    const [first] = await of(treatmentId(0));
    await remove(`/associations/relations/${text(first, 'id')}`);
    expect(await of(treatmentId(0))).toEqual([]);
  });
});

describe('events', () => {
  const CAUSES: [string, () => Promise<unknown>][] = [
    ['RecordCreate', () => post(RECORDS, { properties: { name: 'New', sessions: 2 } })],
    ['RecordUpdate', () => put(FIRST, { properties: { sessions: 2 } })],
    ['RecordDelete', () => remove(FIRST)],
    ['RelationCreate', () => post('/associations/relations', relation)],
    [
      'RelationDelete',
      async () => {
        const all = await sandbox.control(`/state/relations?locationId=${HARBOUR}`);
        return remove(`/associations/relations/${text(all, 0, 'id')}`);
      },
    ],
  ];
  const more = { type: optional(aText), objectKey: optional(aText) };
  const ofRecord = record({
    ...envelope,
    ...more,
    id: aText,
    locationId: aText,
    owners: listOf(aText),
    followers: listOf(aText),
    properties: listOf(record({ key: aText, valueString: aText })),
  });
  const ofRelation = record({ ...envelope, ...more, ...related });

  describe.each([true, false])('with a type: %s', (catalogEventType) => {
    test.each(CAUSES)('%s', async (type, cause) => {
      await sandbox.control('/settings', { catalogEventType });
      await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
      await cause();
      const deliveries = list(await sandbox.control('/deliveries'));
      const [delivery] = deliveries;
      expect(deliveries).toHaveLength(type === 'RecordDelete' ? 2 : 1);
      expect(at(delivery, 'type')).toBe(catalogEventType ? type : '');
      const shape = type.startsWith('Record') ? ofRecord : ofRelation;
      expect(problemsOf(shape, at(delivery, 'body'))).toEqual([]);
    });
  });
});
