import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const find = App.searches.find_email_campaign;

const row = (_id: string, name: string, emailStatus: string) => ({
  _id,
  name,
  status: 'active',
  emailStatus,
  templateId: '65f1a2b3c4d5e6f708192a3b',
  createdAt: '2026-11-20T10:02:00.000Z',
});

describe('find_email_campaign', () => {
  test.each([
    [{}, 'active'],
    [{ status: 'Paused' }, 'pause'],
  ])('finds by a part of the name, an exact match first: %j', async (inputs, status) => {
    highLevel()
      .get('/emails/schedule')
      .query({
        locationId: LOCATION_ID,
        name: 'newsletter',
        status,
        emailStatus: 'all',
        campaignsOnly: 'true',
        limit: '100',
        offset: '0',
      })
      .reply(200, {
        schedules: [
          row('65f1a2b3c4d5e6f708192a3c', 'Spring Newsletter', 'scheduled'),
          row('65f1a2b3c4d5e6f708192a3d', 'Newsletter', 'complete'),
        ],
        total: ['2'],
      });
    expect(await run(find, { inputData: { name: 'newsletter', ...inputs } })).toMatchObject([
      { id: '65f1a2b3c4d5e6f708192a3d', emailStatus: 'complete', locationId: LOCATION_ID },
      { name: 'Spring Newsletter', emailStatus: 'scheduled' },
    ]);
  });
});
