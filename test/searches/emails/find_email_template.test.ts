import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const find = App.searches.find_email_template;

const row = (id: string, name: string, templateType = 'html') => ({
  id,
  name,
  templateType,
  previewUrl: `https://example.com/${id}`,
  dateAdded: '2026-11-20T10:02:00.000Z',
  lastUpdated: '2026-11-21T15:40:00.000Z',
});

describe('find_email_template', () => {
  test('finds by a part of the name, an exact match first, and no folders', async () => {
    highLevel()
      .get('/emails/builder')
      .query({ locationId: LOCATION_ID, search: 'welcome', limit: '100', offset: '0' })
      .reply(200, {
        builders: [
          row('65f1a2b3c4d5e6f708192a3a', 'Welcome back'),
          row('65f1a2b3c4d5e6f708192a3c', 'Welcome', 'folder'),
          row('65f1a2b3c4d5e6f708192a3b', 'Welcome'),
        ],
        total: 3,
      });
    expect(await run(find, { inputData: { name: 'welcome' } })).toMatchObject([
      {
        id: '65f1a2b3c4d5e6f708192a3b',
        previewUrl: 'https://example.com/65f1a2b3c4d5e6f708192a3b',
        createdAt: '2026-11-20T10:02:00.000Z',
        updatedAt: '2026-11-21T15:40:00.000Z',
        locationId: LOCATION_ID,
      },
      { name: 'Welcome back' },
    ]);
  });
});
