import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { users } from '../../support/opportunities.ts';

describe('add_opportunity_followers', () => {
  test('adds users by their names', async () => {
    users();
    highLevel()
      .post('/opportunities/o1/followers', { followers: ['u1'] })
      .reply(201, { followers: ['u1', 'u2'], followersAdded: ['u1'] });
    const inputData = { opportunityId: 'o1', followers: ['u1', 'Sam Agent'] };
    await expect(run(App.creates.add_opportunity_followers, { inputData })).resolves.toMatchObject({
      id: 'o1',
      followers: ['u1', 'u2'],
      changed: ['u1'],
    });
  });
});
