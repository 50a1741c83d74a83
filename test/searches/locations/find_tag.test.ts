import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

describe('find_tag', () => {
  test('finds tags by a part of the name', async () => {
    highLevel()
      .get(`/locations/${LOCATION_ID}/tags`)
      .reply(200, {
        tags: [
          { id: 't1ZbR4xVnL0shT7gK2mW', name: 'new patient', locationId: LOCATION_ID },
          { id: 't2ZbR4xVnL0shT7gK2mW', name: 'vip', locationId: LOCATION_ID },
        ],
      });

    const found = await run(App.searches.find_tag, { inputData: { name: 'VIP' } });

    expect(found).toEqual([{ id: 't2ZbR4xVnL0shT7gK2mW', name: 'vip', locationId: LOCATION_ID }]);
  });
});
