import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

/** Where HighLevel shows the contact. */
const CONTACT_LINK: unknown = expect.stringMatching(/\/contacts\/detail\/c1ZbR4xVnL0shT7gK2mW$/);

describe('remove_contact_tags', () => {
  test('takes tags away and keeps the others', async () => {
    highLevel()
      .delete('/contacts/c1ZbR4xVnL0shT7gK2mW/tags', { tags: ['vip'] })
      .reply(200, { tags: ['old'] });

    const result = await run(App.creates.remove_contact_tags, {
      inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', tags: ['vip'] },
    });

    expect(result).toEqual({
      id: 'c1ZbR4xVnL0shT7gK2mW',
      tags: ['old'],
      changed: ['vip'],
      link: CONTACT_LINK,
    });
  });

  test('names no tag that the contact did not have', async () => {
    highLevel()
      .delete('/contacts/c1ZbR4xVnL0shT7gK2mW/tags', { tags: ['vip', 'gone'] })
      .reply(200, { tags: ['old'], tagsAdded: [], tagsRemoved: ['vip'] });

    const result = await run(App.creates.remove_contact_tags, {
      inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', tags: ['vip', 'gone'] },
    });

    expect(result).toMatchObject({ tags: ['old'], changed: ['vip'] });
  });
});
