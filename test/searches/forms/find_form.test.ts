import { expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { numberedId } from '../../support/ids.ts';

test('find_form finds a form by name on any page, an exact name first', async () => {
  const others = Array.from({ length: 49 }, (_, index) => ({
    id: numberedId('f', index),
    name: `No ${index}`,
  }));
  const pages = [
    [{ id: 'callback-2', name: 'Callback 2' }, ...others],
    [{ id: 'callback', name: 'Callback' }],
  ];
  pages.forEach((page, index) => {
    highLevel()
      .get('/forms/')
      .query({ locationId: LOCATION_ID, skip: index * 50, limit: 50 })
      .reply(200, { forms: page, total: 51 });
  });

  expect(await run(App.searches.find_form, { inputData: { name: 'callback' } })).toMatchObject([
    { id: 'callback' },
    { id: 'callback-2' },
  ]);
});
