import { describe, expect, test } from '@jest/globals';

import { App, run, runMethod } from '../../support/app.ts';
import { functionOf } from '../../support/fields.ts';
import { found, OBJECT_KEY, owner, OWNER_ID, RECORD, schema } from '../../support/objects.ts';
import { toRecord } from '../../../resources/values.ts';

const search = App.searches.find_records;
const objectKey = OBJECT_KEY;

const OTHER = {
  ...RECORD,
  id: '67b2c4d8e1f30a5b7c9d2e42',
  owner: [],
  properties: { event: 'Gala' },
};

describe('find_records', () => {
  test('returns records as a text and as line items with a column for each field', async () => {
    schema();
    owner();
    found([RECORD, OTHER], {
      query: 'a',
      filters: [
        { field: 'owner', operator: 'eq', value: OWNER_ID },
        { field: 'createdAt', operator: 'range', value: { gte: '2026-11-01T00:00:00.000Z' } },
      ],
      sort: [{ field: 'updatedAt', direction: 'asc' }],
    });
    const inputData = {
      objectKey,
      query: 'a',
      owner: OWNER_ID,
      createdAfter: '2026-11-01T00:00:00Z',
      order: 'stale',
    };
    await expect(run(search, { inputData })).resolves.toMatchObject([
      {
        count: 2,
        total: 2,
        hasMore: false,
        objectName: 'Registration',
        summary:
          'Spring Conference: Seats: 2, Price: 49.5, Price Currency: default, Ticket: Early Bird, Meals: Lunch, Dinner, Late, Event Date: 2027-03-05, Badge: https://files.example.com/badge.png, Checklist: Before: Print badge\nGala',
        records: [
          {
            name: 'Spring Conference',
            ownerName: 'Sam Agent',
            field_ticket: 'Early Bird',
            field_price: 49.5,
            field_meals: 'Lunch, Dinner, Late',
          },
          { name: 'Gala', ownerName: null },
        ],
      },
    ]);
  });

  test.each([
    ['event', undefined, 'spring conference', { operator: 'eq', value: 'spring conference' }, 1],
    ['event', 'isNot', 'Gala', { operator: 'not_eq', value: 'Gala' }, 1],
    ['Event', 'contains', 'SPRING', { operator: 'contains', value: 'SPRING' }, 1],
    ['seats', 'atLeast', '2', { operator: 'range', value: { gte: 2 } }, 1],
    ['price', 'atMost', '49.50', { operator: 'range', value: { lte: 49.5 } }, 1],
    ['price', 'atMost', '49', { operator: 'range', value: { lte: 49 } }, 0],
    ['event_date', 'atLeast', '2027-03-06', { operator: 'range', value: { gte: '2027-03-06' } }, 0],
    ['ticket', 'isNot', 'Early Bird', { operator: 'not_eq', value: 'early_bird' }, 1],
    ['ticket', 'filled', undefined, { operator: 'exists' }, 1],
    ['ticket', 'blank', undefined, { operator: 'not_exists' }, 1],
  ])('keeps to a condition: %s %s %s', async (field, operator, value, filter, count) => {
    schema();
    const property = `properties.${field.toLowerCase()}`;
    found([{ ...RECORD, owner: [] }, OTHER], { filters: [{ field: property, ...filter }] });
    const result = await run(search, { inputData: { objectKey, field, operator, value } });
    expect(result).toMatchObject(count === 0 ? [] : [{ count }]);
  });

  test('asks for both conditions, and looks on until there are as many as asked for', async () => {
    schema();
    const filters = [
      { field: 'properties.event', operator: 'eq', value: 'Gala' },
      { field: 'properties.ticket', operator: 'not_exists' },
    ];
    const rows = Array.from({ length: 100 }, () => OTHER);
    found(rows, { filters });
    found(rows, { filters, page: 2 });
    const inputData = {
      objectKey,
      field: 'event',
      value: 'Gala',
      secondField: 'ticket',
      secondOperator: 'Is Blank',
      limit: '100',
    };
    await expect(run(search, { inputData })).resolves.toMatchObject([
      { count: 100, hasMore: true },
    ]);
  });

  test.each([
    [{ field: 'event' }, /Field.* and .*Value.* go together/],
    [{ secondOperator: 'is', secondValue: 'x' }, /Second Field.* and .*Second Value.* go together/],
    [
      { field: 'event', operator: 'atLeast', value: 'x' },
      /Value.* has no least or most: the field Event/,
    ],
    [{ createdAfter: '2027-01-02', createdBefore: '2027-01-01' }, /Created Before|Created After/],
  ])('refuses %j', async (inputs, sentence) => {
    if (!('createdAfter' in inputs)) schema();
    await expect(run(search, { inputData: { objectKey, ...inputs } })).rejects.toThrow(sentence);
  });

  test('names the columns', async () => {
    schema();
    const { outputFields } = toRecord(search.operation);
    const fields = await runMethod(functionOf(outputFields), { inputData: { objectKey } });
    expect(fields).toEqual(
      expect.arrayContaining([{ key: 'records[]field_price', label: 'Price', type: 'number' }]),
    );
  });
});
