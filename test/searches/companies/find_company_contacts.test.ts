import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { COMPANY_ID } from '../../support/companies.ts';

const find = App.searches.find_company_contacts;

const answer = (skip: string, status: number, body: object) =>
  highLevel()
    .get(`/contacts/business/${COMPANY_ID}`)
    .query({ locationId: LOCATION_ID, limit: '100', skip })
    .reply(status, body);

const inputData = { companyId: COMPANY_ID };

describe('find_company_contacts', () => {
  test('finds them page by page', async () => {
    const full = Array.from({ length: 100 }, (_, index) => ({
      id: `hT7gK2mWq9ZbR4xVn${String(100 + index)}`,
    }));
    answer('0', 200, { contacts: full, count: 101 });
    await expect(run(find, { inputData })).resolves.toMatchObject({ paging_token: '100' });
    answer('100', 200, { contacts: [{ id: 'last', companyName: 'Example Studio' }], count: 101 });
    await expect(run(find, { inputData, meta: { paging_token: '100' } })).resolves.toMatchObject({
      results: [{ id: 'last' }],
      paging_token: null,
    });
  });

  test('finds nobody where the company is gone', async () => {
    answer('0', 404, { message: 'Not found' });
    await expect(run(find, { inputData })).resolves.toMatchObject({ results: [] });
  });
});
