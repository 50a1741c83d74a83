import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const findCampaign = App.searches.find_campaign;

describe('find_campaign', () => {
  test('finds a campaign by name, of any status', async () => {
    highLevel()
      .get('/campaigns/')
      .query({ locationId: LOCATION_ID })
      .reply(200, {
        campaigns: [
          {
            id: 'p1ZbR4xVnL0shT7gK2mW',
            name: 'Spring offer',
            status: 'published',
            locationId: LOCATION_ID,
          },
          { id: 'p2ZbR4xVnL0shT7gK2mW', name: 'Autumn', status: 'draft', locationId: LOCATION_ID },
        ],
      });

    const found = await run(findCampaign, { inputData: { name: 'spring' } });

    expect(found).toEqual([
      {
        id: 'p1ZbR4xVnL0shT7gK2mW',
        name: 'Spring offer',
        status: 'published',
        locationId: LOCATION_ID,
      },
    ]);
  });

  test('asks HighLevel for the chosen status only', async () => {
    highLevel()
      .get('/campaigns/')
      .query({ locationId: LOCATION_ID, status: 'draft' })
      .reply(200, { campaigns: [] });

    expect(await run(findCampaign, { inputData: { name: 'a', status: 'draft' } })).toEqual([]);
  });
});
