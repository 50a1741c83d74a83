import { expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { LINK } from '../../support/marketing.ts';

test('create_trigger_link returns the merge field for messages', async () => {
  const { name, redirectTo } = LINK;
  highLevel()
    .post('/links/', { locationId: LOCATION_ID, name, redirectTo })
    .reply(201, { link: LINK });
  expect(
    await run(App.creates.create_trigger_link, { inputData: { name, redirectTo } }),
  ).toMatchObject(LINK);
});
