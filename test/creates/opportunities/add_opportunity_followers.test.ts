import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { users } from '../../support/opportunities.ts';

describe('add_opportunity_followers', () => {
  test('adds users by their names', async () => {
    users();
    highLevel()
      .post('/opportunities/o1ZbR4xVnL0shT7gK2mW/followers', {
        followers: ['u1ZbR4xVnL0shT7gK2mW'],
      })
      .reply(201, {
        followers: ['u1ZbR4xVnL0shT7gK2mW', 'u2ZbR4xVnL0shT7gK2mW'],
        followersAdded: ['u1ZbR4xVnL0shT7gK2mW'],
      });
    const inputData = {
      opportunityId: 'o1ZbR4xVnL0shT7gK2mW',
      followers: ['u1ZbR4xVnL0shT7gK2mW', 'Sam Agent'],
    };
    await expect(run(App.creates.add_opportunity_followers, { inputData })).resolves.toMatchObject({
      id: 'o1ZbR4xVnL0shT7gK2mW',
      followers: ['u1ZbR4xVnL0shT7gK2mW', 'u2ZbR4xVnL0shT7gK2mW'],
      changed: ['u1ZbR4xVnL0shT7gK2mW'],
    });
  });
});
