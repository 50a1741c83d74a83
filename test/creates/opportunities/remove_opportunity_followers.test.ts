import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

describe('remove_opportunity_followers', () => {
  test('removes users', async () => {
    highLevel()
      .delete('/opportunities/o1/followers', { followers: ['u1'] })
      .reply(200, { followers: ['u2'], followersRemoved: ['u1'] });
    const inputData = { opportunityId: 'o1', followers: ['u1'] };
    await expect(
      run(App.creates.remove_opportunity_followers, { inputData }),
    ).resolves.toMatchObject({ followers: ['u2'], changed: ['u1'] });
  });
});
