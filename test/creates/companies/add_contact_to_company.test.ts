import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { COMPANY, COMPANY_ID } from '../../support/companies.ts';

const add = App.creates.add_contact_to_company;
const CONTACT_ID = 'hT7gK2mWq9ZbR4xVnL0s';
const inputData = { contactId: CONTACT_ID, companyId: COMPANY_ID };

describe('add_contact_to_company', () => {
  test('adds the contact, and says which company it is', async () => {
    highLevel().get(`/businesses/${COMPANY_ID}`).reply(200, { business: COMPANY });
    highLevel()
      .post('/contacts/bulk/business', {
        locationId: LOCATION_ID,
        ids: [CONTACT_ID],
        businessId: COMPANY_ID,
      })
      .reply(200, { success: true, ids: [CONTACT_ID] });
    await expect(run(add, { inputData })).resolves.toMatchObject({
      id: CONTACT_ID,
      isInCompany: true,
      companyId: COMPANY_ID,
      companyName: 'Example Studio',
      contactLink: expect.stringContaining(CONTACT_ID),
    });
  });

  test('changes no contact where the company is gone', async () => {
    highLevel().get(`/businesses/${COMPANY_ID}`).reply(404, { message: 'Not found' });
    await expect(run(add, { inputData })).rejects.toThrow(/may have been deleted/);
  });
});
