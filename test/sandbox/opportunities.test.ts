import { describe, expect, test } from '@jest/globals';

import { opportunityId, PIPELINES } from '../../sandbox/seed/opportunities.ts';
import { userId } from '../../sandbox/seed/users.ts';
import * as shapes from './opportunity-shapes.ts';
import { problemsOf, type Shape } from './support/shape.ts';
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
const { patients, whitening, memberships } = PIPELINES;
const FIRST = `/opportunities/${opportunityId(0)}`;
const stage = (pipeline: typeof patients, position: number): string =>
  pipeline.stages[position]?.id ?? '';

type Body = Record<string, unknown>;

const post = (path: string, body: Body): Promise<Answer> => sandbox.call(path, { body });
const put = (path: string, body: Body): Promise<Answer> =>
  sandbox.call(path, { method: 'PUT', body });
const search = (body: Body = {}): Promise<Answer> =>
  post('/opportunities/search', { locationId: HARBOUR, limit: 100, ...body });
const names = (answer: Answer): unknown[] =>
  list(answer.body, 'opportunities').map((one) => at(one, 'name'));
const deal = (body: Body = {}): Body => ({
  locationId: HARBOUR,
  contactId: contactId(20),
  pipelineId: patients.id,
  name: 'New deal',
  status: 'open',
  ...body,
});

const ANSWERS: [string, () => Promise<Answer>, Shape][] = [
  [
    'pipelines',
    () => sandbox.call(`/opportunities/pipelines?locationId=${HARBOUR}`),
    shapes.pipelines,
  ],
  [
    'lost reasons',
    () => sandbox.call(`/opportunities/lost-reason?locationId=${HARBOUR}&getCount=true`),
    shapes.lostReasons,
  ],
  ['one', () => sandbox.call(FIRST), shapes.oneOpportunity],
  [
    'a search',
    () => search({ additionalDetails: { notes: true, tasks: true, calendarEvents: true } }),
    shapes.opportunitySearch,
  ],
  [
    'the older search',
    () => sandbox.call(`/opportunities/search?location_id=${HARBOUR}&limit=3&page=2`),
    shapes.opportunityList,
  ],
  ['a new one', () => post('/opportunities/', deal()), shapes.oneOpportunity],
  ['a changed one', () => put(FIRST, { name: 'Renamed' }), shapes.oneOpportunity],
  ['an upserted one', () => post('/opportunities/upsert', deal()), shapes.upsertedOpportunity],
  [
    'followers',
    () => post(`${FIRST}/followers`, { followers: [userId('dana')] }),
    shapes.opportunityFollowers,
  ],
  ['a deletion', () => sandbox.call(FIRST, { method: 'DELETE' }), shapes.succeededWord],
];

test.each(ANSWERS)('%s has the documented keys and types', async (_, ask, shape) => {
  const answer = await ask();
  expect(answer.status).toBeLessThan(300);
  expect(problemsOf(shape, answer.body)).toEqual([]);
});

describe('a search', () => {
  test('finds by text, newest first, and names the total', async () => {
    const answer = await search({ query: 'whitening', limit: 2 });
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({ total: 3 });
    expect(names(answer)).toEqual(['Whitening for Grace', 'Whitening for Daniel']);
  });

  test.each([
    [
      'a status',
      { field: 'status', operator: 'eq', value: 'won' },
      ['Crown', 'Whitening for Emily'],
    ],
    ['a pipeline', { field: 'pipeline_id', operator: 'not_eq', value: patients.id }, 3],
    ['a value', { field: 'monetary_value', operator: 'range', value: { gte: 2500 } }, 2],
    ['a contact', { field: 'contact_id', operator: 'eq', value: contactId(3) }, ['Crown']],
    ['an owner', { field: 'assigned_to', operator: 'not_exists' }, 5],
    [
      'one filter or another',
      {
        group: 'OR',
        filters: [
          { field: 'status', operator: 'eq', value: 'lost' },
          { field: 'status', operator: 'eq', value: 'abandoned' },
        ],
      },
      ['Root canal', 'First visit'],
    ],
  ])('finds by %s', async (_, filter, expected) => {
    const found = names(await search({ filters: [filter] }));
    expect(typeof expected === 'number' ? found.length : found).toEqual(expected);
  });

  test('goes on after its last row, in any order', async () => {
    const sort = [{ field: 'monetary_value', direction: 'desc' }];
    const all = names(await search({ sort }));
    const first = await search({ sort, limit: 4 });
    const searchAfter = list(first.body, 'opportunities', 3, 'sort');
    const rest = await search({ sort, searchAfter });
    expect([...names(first), ...names(rest)]).toEqual(all);
  });

  test.each([
    ['no limit', { limit: undefined }, 422],
    ['a limit above 500', { limit: 501 }, 422],
    ['a text above 75 characters', { query: 'x'.repeat(76) }, 400],
    ['more than 10,000 rows by page', { limit: 500, page: 21 }, 400],
    ['an unknown field', { filters: [{ field: 'color', operator: 'eq', value: 1 }] }, 400],
    ['an unknown key', { surprise: true }, 422],
  ])('refuses %s', async (_, body, status) => {
    expect((await search(body)).status).toBe(status);
  });

  test('lags behind a write, which a reading by id does not', async () => {
    await sandbox.control('/settings', { searchLagSearches: 1 });
    const made = await post('/opportunities/', deal());
    const id = text(made.body, 'opportunity', 'id');
    expect(names(await search())).not.toContain('New deal');
    expect((await sandbox.call(`/opportunities/${id}`)).status).toBe(200);
    expect(names(await search())).toContain('New deal');
  });

  test('the older one has pages, a status and days', async () => {
    const path = `/opportunities/search?location_id=${HARBOUR}`;
    const won = await sandbox.call(`${path}&status=won&order=added_asc`);
    expect(names(won)).toEqual(['Whitening for Emily', 'Crown']);
    const second = await sandbox.call(`${path}&limit=4&page=3`);
    expect(at(second.body, 'meta')).toMatchObject({ total: 10, nextPage: null, prevPage: 2 });
    expect((await sandbox.call(`${path}&date=2020-01-01`)).status).toBe(422);
    expect(names(await sandbox.call(`${path}&date=01-01-2100`))).toEqual([]);
  });

  test('tells custom fields by the kind of their value, one opportunity by the value alone', async () => {
    const found = await search({ query: 'Braces' });
    expect(list(found.body, 'opportunities', 0, 'customFields')).toMatchObject([
      { type: 'string', fieldValueString: 'Braces' },
    ]);
    const one = await sandbox.call(`/opportunities/${opportunityId(2)}`);
    expect(list(one.body, 'opportunity', 'customFields')).toMatchObject([{ fieldValue: 'Braces' }]);
  });
});

describe('writing', () => {
  test('starts in the first stage, and refuses a place that does not fit', async () => {
    const made = await post('/opportunities/', deal());
    expect(made).toMatchObject({
      status: 201,
      body: { opportunity: { pipelineStageId: stage(patients, 0), contactId: contactId(20) } },
    });
    for (const wrong of [
      { pipelineId: memberships.id },
      { pipelineStageId: stage(whitening, 0) },
      { contactId: 'nobody' },
      { assignedTo: userId('ella') },
    ]) {
      const answer = await post('/opportunities/', deal({ contactId: contactId(21), ...wrong }));
      expect(answer.status).toBe(400);
    }
    expect((await post('/opportunities/', { locationId: HARBOUR })).status).toBe(422);
  });

  test('refuses a second one of a contact in a pipeline, unless the sub-account allows it', async () => {
    const second = deal({ contactId: contactId(0) });
    expect(await post('/opportunities/', second)).toMatchObject({
      status: 400,
      body: {
        code: 'OPPORTUNITY_NO_DUPLICATE',
        message: 'Can not create duplicate opportunity for the contact.',
        meta: { existingId: opportunityId(0) },
      },
    });
    expect((await post('/opportunities/', { ...second, pipelineId: whitening.id })).status).toBe(
      201,
    );
    await sandbox.control(`/sub-accounts/${HARBOUR}`, { allowDuplicateOpportunity: true });
    expect((await post('/opportunities/', second)).status).toBe(201);
  });

  test('upserts by contact and pipeline', async () => {
    const existing = deal({ contactId: contactId(0), name: 'Changed' });
    expect((await post('/opportunities/upsert', existing)).body).toMatchObject({
      new: false,
      opportunity: { id: opportunityId(0), name: 'Changed' },
    });
    expect((await post('/opportunities/upsert', deal())).body).toMatchObject({ new: true });
  });

  test('moves, and remembers since when', async () => {
    const before = (await sandbox.call(FIRST)).body;
    const moved = await put(FIRST, { pipelineStageId: stage(patients, 2) });
    expect(moved.body).toMatchObject({ opportunity: { pipelineStageId: stage(patients, 2) } });
    const since = (body: unknown, key: string): unknown => at(body, 'opportunity', key);
    expect(since(moved.body, 'lastStageChangeAt')).not.toBe(since(before, 'lastStageChangeAt'));
    expect(since(moved.body, 'lastStatusChangeAt')).toBe(since(before, 'lastStatusChangeAt'));
    expect((await put(FIRST, { pipelineStageId: stage(whitening, 1) })).status).toBe(400);
    const other = await put(FIRST, { pipelineId: whitening.id });
    expect(other.body).toMatchObject({ opportunity: { pipelineStageId: stage(whitening, 0) } });
  });

  test('keeps why it was lost, until it is open again', async () => {
    const reasons = await sandbox.call(
      `/opportunities/lost-reason?locationId=${HARBOUR}&query=price`,
    );
    expect(list(reasons.body, 'lostReasons')).toEqual([]);
    const all = await sandbox.call(`/opportunities/lost-reason?locationId=${HARBOUR}`);
    const lostReasonId = text(all.body, 'lostReasons', 0, 'id');
    const lost = await put(`${FIRST}/status`, { status: 'lost', lostReasonId });
    expect(lost.body).toMatchObject({ succeded: true });
    expect((await sandbox.call(FIRST)).body).toMatchObject({ opportunity: { lostReasonId } });
    await put(`${FIRST}/status`, { status: 'open' });
    expect((await sandbox.call(FIRST)).body).toMatchObject({ opportunity: { lostReasonId: null } });
    const wrong = { status: 'lost', lostReasonId: 'none' };
    expect((await put(`${FIRST}/status`, wrong)).status).toBe(400);
  });

  test.each([
    ['replace', ['Left']],
    ['merge', ['Braces', 'Left']],
  ])('some custom fields %s those that are there', async (opportunityFields, expected) => {
    await sandbox.control('/settings', { opportunityFields });
    const field = await post(`/locations/${HARBOUR}/customFields`, {
      name: 'Side',
      dataType: 'TEXT',
      model: 'opportunity',
    });
    const id = text(field.body, 'customField', 'id');
    const path = `/opportunities/${opportunityId(2)}`;
    const changed = await put(path, { customFields: [{ id, field_value: 'Left' }] });
    const values = list(changed.body, 'opportunity', 'customFields');
    expect(values.map((one) => at(one, 'fieldValue'))).toEqual(expected);
    const byKey = { customFields: [{ key: 'opportunity.side', field_value: 'Right' }] };
    expect(JSON.stringify((await put(path, byKey)).body)).toContain('Right');
  });

  test('adds and removes followers', async () => {
    const path = `/opportunities/${opportunityId(1)}/followers`;
    const followers = [userId('dana'), userId('miguel')];
    expect(await post(path, { followers })).toMatchObject({
      status: 201,
      body: { followers, followersAdded: followers },
    });
    const remove = (body: Body, query = ''): Promise<Answer> =>
      sandbox.call(`${path}${query}`, { method: 'DELETE', body });
    expect((await remove({ followers: [userId('dana')] })).body).toMatchObject({
      followers: [userId('miguel')],
      followersRemoved: [userId('dana')],
    });
    expect((await remove({ followers: [] }, '?isRemoveAllFollowers=true')).body).toMatchObject({
      followers: [],
    });
    expect((await post(path, { followers: ['nobody'] })).status).toBe(400);
  });

  test('stays within the sub-account and the scopes', async () => {
    const other = await sandbox.issue({ locationId: NORTHSIDE_ID });
    expect((await sandbox.call(FIRST, { token: other })).status).toBe(403);
    const readonly = await sandbox.issue({ withoutScopes: ['opportunities.write'] });
    expect((await sandbox.call(FIRST, { token: readonly })).status).toBe(200);
    const call = { token: readonly, method: 'PUT', body: { name: 'x' } };
    expect((await sandbox.call(FIRST, call)).status).toBe(401);
    expect((await sandbox.call('/opportunities/nope')).status).toBe(404);
  });
});

describe('every change is told twice', () => {
  const CAUSES: [string, () => Promise<unknown>, string[]][] = [
    [
      'a creation',
      () => post('/opportunities/', deal()),
      ['OpportunityCreate', 'OpportunityUpdate'],
    ],
    [
      'a move',
      () => put(FIRST, { pipelineStageId: stage(patients, 1) }),
      ['OpportunityUpdate', 'OpportunityStageUpdate'],
    ],
    [
      'a status',
      () => put(`${FIRST}/status`, { status: 'won' }),
      ['OpportunityUpdate', 'OpportunityStatusUpdate'],
    ],
    [
      'a value and an owner',
      () => put(FIRST, { monetaryValue: 1, assignedTo: userId('miguel') }),
      ['OpportunityUpdate', 'OpportunityMonetaryValueUpdate', 'OpportunityAssignedToUpdate'],
    ],
    ['a name', () => put(FIRST, { name: 'Other' }), ['OpportunityUpdate']],
    [
      'a deletion',
      () => sandbox.call(FIRST, { method: 'DELETE' }),
      ['OpportunityDelete', 'OpportunityUpdate'],
    ],
  ];

  test.each(CAUSES)('%s', async (_, cause, types) => {
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    await cause();
    const deliveries = list(await sandbox.control('/deliveries'));
    expect(deliveries.map((one) => at(one, 'type'))).toEqual(types);
    for (const one of deliveries) {
      expect(problemsOf(shapes.opportunityEvent, at(one, 'body'))).toEqual([]);
    }
  });

  test('an event on request', async () => {
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    await sandbox.control('/events', { type: 'OpportunityStageUpdate', id: opportunityId(1) });
    expect(list(await sandbox.control('/deliveries'))).toMatchObject([
      { type: 'OpportunityStageUpdate', body: { id: opportunityId(1) } },
    ]);
  });
});

test('many at once', async () => {
  await sandbox.control('/bulk', { kind: 'opportunities', count: 600 });
  const answer = await search({ limit: 500, page: 2 });
  expect(answer.body).toMatchObject({ total: 610 });
  expect(names(answer)).toHaveLength(110);
});
