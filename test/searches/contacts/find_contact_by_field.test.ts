import { describe, expect, test } from '@jest/globals';

import { App, highLevel, inCountry, LOCATION_ID, run } from '../../support/app.ts';

const search = App.searches.find_contact_by_field;

const ANNA = 'hT7gK2mWq9ZbR4xVnL0s';
const BEN = 'hT7gK2mWq9ZbR4xVnL0t';
const MEMBERSHIP = 'fQ2wEr5TyU8iOp1AsDfG';
const BUDGET = 'fQ2wEr5TyU8iOp1AsDfH';
const VISIT = 'fQ2wEr5TyU8iOp1AsDfJ';
const INTERESTS = 'fQ2wEr5TyU8iOp1AsDfK';

const custom = (id: string, value: unknown) => ({ customFields: [{ id, value }] });

function fieldsAreRead() {
  highLevel()
    .get(`/locations/${LOCATION_ID}/customFields`)
    .query({ model: 'contact' })
    .reply(200, {
      customFields: [
        { id: MEMBERSHIP, name: 'Membership', dataType: 'SINGLE_OPTIONS' },
        { id: BUDGET, name: 'Budget', dataType: 'MONETORY' },
        { id: VISIT, name: 'Last Visit', dataType: 'DATE' },
        { id: INTERESTS, name: 'Interests', dataType: 'CHECKBOX' },
      ],
    });
}

function searched(
  filter: {
    field: string;
    operator: string;
    value: string | number | { gte: string; lte: string };
  },
  contacts: object[],
  more: { page?: number; sort?: { field: string; direction: string }[] } = {},
) {
  highLevel()
    .post('/contacts/search', {
      locationId: LOCATION_ID,
      pageLimit: 100,
      page: 1,
      sort: [{ field: 'dateAdded', direction: 'desc' }],
      ...more,
      filters: [filter],
    })
    .reply(200, { contacts });
}

const find = (inputData: Record<string, unknown>) => run(search, { inputData });

const found = (...ids: string[]) => ({ results: ids.map((id) => ({ id })), paging_token: null });

describe('find_contact_by_field', () => {
  test.each<[string, string, string, string, object]>([
    ['a standard field', 'City', 'city', 'Springfield', { city: 'springfield' }],
    [
      'a name in any case',
      'firstNameLowerCase',
      'firstNameLowerCase',
      'ANNA',
      { firstName: 'Anna' },
    ],
    ['a country by its name', 'Country', 'country', 'United States', { country: 'US' }],
  ])('finds by %s, in one request', async (_what, field, sent, value, row) => {
    const asked = { firstNameLowerCase: 'anna', country: 'US' }[sent] ?? value;
    searched({ field: sent, operator: 'eq', value: asked }, [{ id: ANNA, ...row }]);

    expect(await find({ field, value })).toMatchObject(found(ANNA));
  });

  test('keeps to the exact value', async () => {
    searched({ field: 'source', operator: 'eq', value: 'form' }, [
      { id: ANNA, source: 'website form' },
      { id: BEN, source: 'Form' },
    ]);

    expect(await find({ field: 'source', value: 'form' })).toMatchObject(found(BEN));
  });

  test.each<[string, string, string, string, object, unknown[]]>([
    ['an option', MEMBERSHIP, 'gold', 'eq', { value: 'gold' }, ['Gold', 'Gold Plus']],
    ['a number', BUDGET, '1,500', 'eq', { value: 1500 }, [1500, 150]],
    [
      'a day',
      VISIT,
      '2026-11-24',
      'range',
      { value: { gte: '2026-11-24T00:00:00.000Z', lte: '2026-11-24T23:59:59.999Z' } },
      [Date.UTC(2026, 10, 24), Date.UTC(2026, 10, 23)],
    ],
    [
      'one of several choices',
      INTERESTS,
      'Yoga',
      'eq',
      { value: 'Yoga' },
      [['Chess', 'Yoga'], ['Chess']],
    ],
  ])('finds by %s of a custom field', async (_what, field, value, operator, asked, values) => {
    fieldsAreRead();
    highLevel()
      .post(
        '/contacts/search',
        (body: { filters: unknown[] }) =>
          JSON.stringify(body.filters) ===
          JSON.stringify([{ field: `customFields.${field}`, operator, ...asked }]),
      )
      .reply(200, {
        contacts: values.map((one, index) => ({
          id: [ANNA, BEN][index],
          ...custom(field, one),
        })),
      });

    expect(await find({ field, value })).toMatchObject(found(ANNA));
  });

  test('finds a custom field by its name', async () => {
    fieldsAreRead();
    fieldsAreRead();
    searched({ field: `customFields.${MEMBERSHIP}`, operator: 'eq', value: 'Gold' }, []);

    expect(await find({ field: 'membership', value: 'Gold' })).toMatchObject(found());
  });

  test('finds a new contact by email, which the search does not know yet', async () => {
    highLevel().post('/contacts/search').reply(200, { contacts: [] });
    highLevel()
      .get('/contacts/search/duplicate')
      .query({ locationId: LOCATION_ID, email: 'anna@example.com' })
      .reply(200, { contact: { id: ANNA, email: 'anna@example.com' } });

    expect(await find({ field: 'Email', value: 'Anna@Example.com' })).toMatchObject(found(ANNA));
  });

  test('reads a phone number as the country does, and puts first what was asked for', async () => {
    inCountry('US');
    highLevel()
      .post('/contacts/search', {
        locationId: LOCATION_ID,
        pageLimit: 100,
        page: 1,
        filters: [{ field: 'phone', operator: 'eq', value: '+12025550123' }],
      })
      .reply(200, {
        contacts: [
          { id: ANNA, dateAdded: '2026-11-20T10:00:00Z' },
          { id: BEN, dateAdded: '2026-11-10T10:00:00Z' },
        ],
      });

    expect(await find({ field: 'phone', value: '(202) 555-0123', order: 'oldest' })).toMatchObject(
      found(BEN, ANNA),
    );
  });

  test('reads on past a page on which nothing is exact', async () => {
    const filter = { field: 'city', operator: 'eq', value: 'York' };
    const rows = Array.from({ length: 100 }, (_, index) => ({
      id: `hT7gK2mWq9ZbR4xV${1000 + index}`,
      city: 'New York',
    }));
    searched(filter, rows);
    searched(filter, [{ id: ANNA, city: 'York' }], { page: 2 });

    expect(await find({ field: 'city', value: 'York' })).toMatchObject(found(ANNA));
  });

  test.each([
    [{ field: 'email', value: 'anna' }, 'Value'],
    [{ field: 'phone', value: 'anna' }, 'Value'],
    [{ field: 'country', value: 'Nowhere' }, 'Value'],
  ])('refuses %j in a sentence', async (inputData, label) => {
    await expect(find(inputData)).rejects.toThrow(label);
  });

  test('refuses a field that there is not', async () => {
    fieldsAreRead();
    await expect(find({ field: 'Shoe Size', value: '9' })).rejects.toThrow(/no field/);
  });
});
