import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { choicesOf } from '../../support/fields.ts';

const addContactToCampaign = App.creates.add_contact_to_campaign;

/** Where HighLevel shows the contact. */
const CONTACT_LINK: unknown = expect.stringMatching(/\/contacts\/detail\/c1ZbR4xVnL0shT7gK2mW$/);

describe('add_contact_to_campaign', () => {
  test('adds the contact', async () => {
    highLevel()
      .post('/contacts/c1ZbR4xVnL0shT7gK2mW/campaigns/p1ZbR4xVnL0shT7gK2mW')
      .reply(201, { succeded: true });

    const result = await run(addContactToCampaign, {
      inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', campaignId: 'p1ZbR4xVnL0shT7gK2mW' },
    });

    expect(result).toEqual({
      id: 'c1ZbR4xVnL0shT7gK2mW',
      campaignId: 'p1ZbR4xVnL0shT7gK2mW',
      isInCampaign: true,
      link: CONTACT_LINK,
    });
  });

  test('offers published campaigns', async () => {
    highLevel()
      .get('/campaigns/')
      .query({ locationId: LOCATION_ID, status: 'published' })
      .reply(200, {
        campaigns: [{ id: 'p1ZbR4xVnL0shT7gK2mW', name: 'Spring', status: 'published' }],
      });

    expect(await runMethod(choicesOf(addContactToCampaign, 'campaignId'))).toEqual({
      results: [{ id: 'p1ZbR4xVnL0shT7gK2mW', label: 'Spring' }],
      paging_token: null,
    });
  });
});
