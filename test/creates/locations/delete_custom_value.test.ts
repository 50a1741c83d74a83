import { expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const PATH = `/locations/${LOCATION_ID}/customValues`;

test('delete_custom_value deletes the one that the name means', async () => {
  highLevel()
    .get(PATH)
    .reply(200, { customValues: [{ id: 'v1', name: 'Office Hours', value: '9 to 5' }] });
  highLevel().delete(`${PATH}/v1`).reply(200, { succeded: true });

  await expect(
    run(App.creates.delete_custom_value, { inputData: { customValueId: 'office hours' } }),
  ).resolves.toEqual({ id: 'v1', deleted: true });
});
