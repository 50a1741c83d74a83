import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { functionOf } from '../../support/fields.ts';
import {
  found,
  OBJECT_KEY,
  owner,
  RECORD,
  RECORD_ID,
  schema,
  VALUES,
} from '../../support/objects.ts';
import { toRecord } from '../../../resources/values.ts';

const search = App.searches.find_record;
const objectKey = OBJECT_KEY;

describe('find_record', () => {
  test.each([
    ['event', 'spring conference', 'spring conference'],
    ['Event', 'Spring Conference', 'Spring Conference'],
    ['seats', '2', 2],
    ['price', '49.50', 49.5],
    ['ticket', 'Early Bird', 'early_bird'],
    ['meals', 'Lunch', 'lunch'],
    ['event_date', 'March 5, 2027', '2027-03-05'],
  ])('finds records by %s: %s', async (field, value, sent) => {
    schema();
    owner();
    const property = field.toLowerCase();
    found([RECORD, { ...RECORD, id: '67b2c4d8e1f30a5b7c9d2e42', properties: {} }], {
      filters: [{ field: `properties.${property}`, operator: 'eq', value: sent }],
    });
    await expect(run(search, { inputData: { objectKey, field, value } })).resolves.toMatchObject({
      results: [{ id: RECORD_ID, name: 'Spring Conference', fields: VALUES }],
      paging_token: null,
    });
  });

  test('finds records by words, page after page', async () => {
    schema();
    const rows = Array.from({ length: 100 }, () => ({ ...RECORD, owner: [] }));
    found(rows, { query: 'spring', page: 2 });
    await expect(
      run(search, { inputData: { objectKey, query: 'spring' }, meta: { paging_token: '2' } }),
    ).resolves.toMatchObject({ paging_token: '3' });
  });

  test('finds a record by its ID, and nothing where it is gone', async () => {
    schema().persist();
    owner();
    const at = () =>
      highLevel()
        .get(`/objects/${OBJECT_KEY}/records/${RECORD_ID}`)
        .query({ locationId: LOCATION_ID });
    at().reply(200, { record: RECORD });
    const inputData = { objectKey, recordId: RECORD_ID };
    await expect(run(search, { inputData })).resolves.toMatchObject({
      results: [{ id: RECORD_ID }],
    });
    at().reply(404, { message: 'Record not found' });
    await expect(run(search, { inputData })).resolves.toMatchObject({ results: [] });
  });

  test.each([
    [{}, /Fill in .*Field.*, .*Search Text.* or .*Record.*\./],
    [{ field: 'event' }, /Field.* and .*Value.* go together/],
    [{ field: 'event', value: 'x', query: 'y' }, /only one of/],
  ])('refuses %j', async (inputs, sentence) => {
    await expect(run(search, { inputData: { objectKey, ...inputs } })).rejects.toThrow(sentence);
  });

  test('lists the fields to one that the object has not', async () => {
    schema();
    const inputData = { objectKey, field: 'Color', value: 'red' };
    await expect(run(search, { inputData })).rejects.toThrow(
      /Field.* cannot be .*Color.*Choose one of these: Event, Notes, Seats/,
    );
  });

  test("names the object's own fields", async () => {
    schema();
    const { outputFields } = toRecord(search.operation);
    const inputData = { objectKey };
    const fields = await runMethod(functionOf(outputFields), { inputData });
    expect(fields).toEqual(
      expect.arrayContaining([
        { key: 'fields__price', label: 'Price', type: 'number' },
        { key: 'fields__price_currency', label: 'Price Currency', type: 'string' },
        { key: 'fields__meals', label: 'Meals', type: 'string', list: true },
        { key: 'fields__checklist__before', label: 'Checklist: Before', type: 'string' },
        { key: 'fields__rating', label: 'Rating', type: 'string' },
      ]),
    );
  });

  test('has no fields of its own before a custom object is chosen', async () => {
    const { outputFields } = toRecord(search.operation);
    await expect(runMethod(functionOf(outputFields), { inputData: {} })).resolves.toEqual([]);
  });
});
