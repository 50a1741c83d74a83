import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { COMPANY, COMPANY_ID } from '../../support/companies.ts';

const create = App.creates.create_company;

describe('create_company', () => {
  // The key is misspelled in HighLevel's answers.
  test.each(['buiseness', 'business'])('reads the answer under the key %p', async (key) => {
    highLevel()
      .post('/businesses/', {
        locationId: LOCATION_ID,
        name: 'Example Studio',
        email: 'office@example.com',
        phone: '+15550100200',
        country: 'US',
      })
      .reply(201, { success: true, [key]: COMPANY });
    const inputData = {
      name: 'Example Studio',
      email: 'office@example.com',
      phone: '+1 555 010 0200',
      country: 'United States',
      city: ' ',
    };
    await expect(run(create, { inputData })).resolves.toMatchObject({
      id: COMPANY_ID,
      name: 'Example Studio',
      city: 'Denver',
      description: null,
      createdAt: '2026-11-20T10:02:00.000Z',
    });
  });
});
