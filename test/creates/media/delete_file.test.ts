import { expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { MEDIA_FILE_ID } from '../../support/marketing.ts';

test('delete_file says what it deleted', async () => {
  highLevel()
    .delete(`/medias/${MEDIA_FILE_ID}`)
    .query({ altId: LOCATION_ID, altType: 'location' })
    .reply(200, {});
  const inputData = { fileId: MEDIA_FILE_ID };
  expect(await run(App.creates.delete_file, { inputData })).toEqual({
    id: MEDIA_FILE_ID,
    deleted: true,
  });
});
