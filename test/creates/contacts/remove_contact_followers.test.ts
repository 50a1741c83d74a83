import { expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

test('remove_contact_followers returns who follows now, and who is changed', async () => {
  highLevel()
    .delete('/contacts/k1ZbR4xVnL0shT7gK2mW/followers', {
      followers: ['u1ZbR4xVnL0shT7gK2mW', 'u2ZbR4xVnL0shT7gK2mW'],
    })
    .reply(200, {
      followers: ['u2ZbR4xVnL0shT7gK2mW', 'u3ZbR4xVnL0shT7gK2mW'],
      followersRemoved: ['u2ZbR4xVnL0shT7gK2mW'],
    });

  const saved = await run(App.creates.remove_contact_followers, {
    inputData: {
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      followers: ['u1ZbR4xVnL0shT7gK2mW', 'u2ZbR4xVnL0shT7gK2mW'],
    },
  });

  expect(saved).toMatchObject({
    id: 'k1ZbR4xVnL0shT7gK2mW',
    followers: ['u2ZbR4xVnL0shT7gK2mW', 'u3ZbR4xVnL0shT7gK2mW'],
    changed: ['u2ZbR4xVnL0shT7gK2mW'],
  });
});
