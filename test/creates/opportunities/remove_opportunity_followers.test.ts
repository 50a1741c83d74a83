import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

describe('remove_opportunity_followers', () => {
  test('removes users', async () => {
    highLevel()
      .delete('/opportunities/o1ZbR4xVnL0shT7gK2mW/followers', {
        followers: ['u1ZbR4xVnL0shT7gK2mW'],
      })
      .reply(200, {
        followers: ['u2ZbR4xVnL0shT7gK2mW'],
        followersRemoved: ['u1ZbR4xVnL0shT7gK2mW'],
      });
    const inputData = {
      opportunityId: 'o1ZbR4xVnL0shT7gK2mW',
      followers: ['u1ZbR4xVnL0shT7gK2mW'],
    };
    await expect(
      run(App.creates.remove_opportunity_followers, { inputData }),
    ).resolves.toMatchObject({
      followers: ['u2ZbR4xVnL0shT7gK2mW'],
      changed: ['u1ZbR4xVnL0shT7gK2mW'],
    });
  });
});
