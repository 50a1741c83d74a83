import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { COMPANY_ID } from '../../support/companies.ts';

describe('delete_company', () => {
  test('deletes it', async () => {
    highLevel().delete(`/businesses/${COMPANY_ID}`).reply(200, { success: true });
    await expect(
      run(App.creates.delete_company, { inputData: { companyId: COMPANY_ID } }),
    ).resolves.toEqual({ id: COMPANY_ID, deleted: true });
  });
});
