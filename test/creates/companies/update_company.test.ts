import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { COMPANY, COMPANY_ID, listed } from '../../support/companies.ts';

const update = App.creates.update_company;

describe('update_company', () => {
  test('sends what changes, to a company that is named', async () => {
    listed([COMPANY]);
    highLevel()
      .put(`/businesses/${COMPANY_ID}`, { city: 'Boulder' })
      .reply(200, { success: true, buiseness: { ...COMPANY, city: 'Boulder' } });
    const inputData = { companyId: 'example studio', city: 'Boulder' };
    await expect(run(update, { inputData })).resolves.toMatchObject({
      id: COMPANY_ID,
      city: 'Boulder',
    });
  });

  test('says what to fill in where nothing changes', async () => {
    await expect(run(update, { inputData: { companyId: COMPANY_ID } })).rejects.toThrow(
      /Nothing to change.*Name/,
    );
  });
});
