import { expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

test('add_contact_followers returns who follows now, and who is changed', async () => {
  highLevel()
    .post('/contacts/k1/followers', { followers: ['u1', 'u2'] })
    .reply(200, { followers: ['u2', 'u3'], followersAdded: ['u2'] });

  const saved = await run(App.creates.add_contact_followers, {
    inputData: { contactId: 'k1', followers: ['u1', 'u2'] },
  });

  expect(saved).toMatchObject({ id: 'k1', followers: ['u2', 'u3'], changed: ['u2'] });
});
