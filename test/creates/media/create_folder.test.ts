import { expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { FOLDER_ID } from '../../support/marketing.ts';

test.each([
  [{}, {}],
  [{ parentId: '64af50c42d567a3b4f5989e2' }, { parentId: '64af50c42d567a3b4f5989e2' }],
])('create_folder with %j', async (inputs, sent) => {
  highLevel()
    .post('/medias/folder', { altId: LOCATION_ID, altType: 'location', name: 'Drafts', ...sent })
    .reply(200, { _id: FOLDER_ID, altId: LOCATION_ID, name: 'Drafts', type: 'folder', ...sent });
  const inputData = { name: 'Drafts', ...inputs };
  expect(await run(App.creates.create_folder, { inputData })).toEqual({
    id: FOLDER_ID,
    name: 'Drafts',
    parentId: null,
    locationId: LOCATION_ID,
    ...sent,
  });
});
