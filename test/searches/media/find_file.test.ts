import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { FOLDER_ID, MEDIA_FILE, MEDIA_FILE_ID } from '../../support/marketing.ts';

const find = App.searches.find_file;

/** The request for files as HighLevel gets it. */
const listed = (more: object, files: object[]) =>
  highLevel()
    .get('/medias/files')
    .query({
      altId: LOCATION_ID,
      altType: 'location',
      type: 'file',
      sortBy: 'createdAt',
      sortOrder: 'desc',
      limit: '100',
      offset: '0',
      ...more,
    })
    .reply(200, { files });

describe('find_file', () => {
  test('finds by name in all folders, an exact match first', async () => {
    listed({ query: 'price list.pdf', fetchAll: 'true' }, [
      { ...MEDIA_FILE, _id: '64af50c42d567a3b4f5989e9', name: 'Old price list.pdf' },
      MEDIA_FILE,
    ]);
    expect(await run(find, { inputData: { name: 'price list.pdf' } })).toMatchObject({
      results: [
        { id: MEDIA_FILE_ID, url: MEDIA_FILE.url, locationId: LOCATION_ID },
        { name: 'Old price list.pdf' },
      ],
      paging_token: null,
    });
  });

  test('finds the files of a folder, page by page', async () => {
    const full = Array.from({ length: 100 }, () => MEDIA_FILE);
    listed({ parentId: FOLDER_ID }, full);
    expect(await run(find, { inputData: { parentId: FOLDER_ID } })).toMatchObject({
      paging_token: '100',
    });
    listed({ parentId: FOLDER_ID, offset: '100' }, []);
    const meta = { paging_token: '100' };
    expect(await run(find, { inputData: { parentId: FOLDER_ID }, meta })).toEqual({
      results: [],
      paging_token: null,
    });
  });

  test('asks for a name or a folder', async () => {
    await expect(run(find, { inputData: {} })).rejects.toThrow('Fill in');
  });
});
