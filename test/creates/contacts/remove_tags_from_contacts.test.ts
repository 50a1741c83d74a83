import { expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

test('remove_tags_from_contacts removes tags and says of how many', async () => {
  const contacts = ['hT7gK2mWq9ZbR4xVnL0s', 'hT7gK2mWq9ZbR4xVnL0t'];
  highLevel()
    .post('/contacts/bulk/tags/update/remove', {
      locationId: LOCATION_ID,
      contacts,
      tags: ['vip', 'web'],
    })
    .reply(201, { succeded: true, errorCount: 0, responses: [] });

  const result = await run(App.creates.remove_tags_from_contacts, {
    inputData: { contacts, tags: 'vip, web' },
  });

  expect(result).toMatchObject({ updatedCount: 2, tags: ['vip', 'web'], notFound: [] });
});
