import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const CONTACT_ID = 'hT7gK2mWq9ZbR4xVnL0s';

describe('remove_contact_from_company', () => {
  test('sends no company', async () => {
    highLevel()
      .post('/contacts/bulk/business', {
        locationId: LOCATION_ID,
        ids: [CONTACT_ID],
        businessId: null,
      })
      .reply(200, { success: true, ids: [CONTACT_ID] });
    await expect(
      run(App.creates.remove_contact_from_company, { inputData: { contactId: CONTACT_ID } }),
    ).resolves.toMatchObject({ id: CONTACT_ID, isInCompany: false, companyName: null });
  });
});
