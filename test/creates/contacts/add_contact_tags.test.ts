import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

/** Where HighLevel shows the contact. */
const CONTACT_LINK: unknown = expect.stringMatching(/\/contacts\/detail\/c1ZbR4xVnL0shT7gK2mW$/);

describe('add_contact_tags', () => {
  const { add_contact_tags: addContactTags } = App.creates;

  test('adds to the tags of the contact', async () => {
    highLevel()
      .post('/contacts/c1ZbR4xVnL0shT7gK2mW/tags', { tags: ['vip', 'web'] })
      .reply(201, { tags: ['old', 'vip', 'web'], tagsAdded: ['vip', 'web'] });

    const result = await run(addContactTags, {
      inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', tags: ['vip,web', 'vip'] },
    });

    expect(result).toEqual({
      id: 'c1ZbR4xVnL0shT7gK2mW',
      tags: ['old', 'vip', 'web'],
      changed: ['vip', 'web'],
      link: CONTACT_LINK,
    });
  });

  test('names no tag that the contact had before', async () => {
    highLevel()
      .post('/contacts/c1ZbR4xVnL0shT7gK2mW/tags', { tags: ['old', 'vip'] })
      .reply(201, { tags: ['old', 'vip'], tagsAdded: ['vip'], tagsRemoved: [] });

    const result = await run(addContactTags, {
      inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', tags: ['old', 'vip'] },
    });

    expect(result).toMatchObject({ tags: ['old', 'vip'], changed: ['vip'] });
  });

  test('wants tags', async () => {
    await expect(
      run(addContactTags, { inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', tags: [' , '] } }),
    ).rejects.toThrow(/\\"Tags\\"/);
  });

  test('may be repeated, because a tag is added once', async () => {
    highLevel().post('/contacts/c1ZbR4xVnL0shT7gK2mW/tags').reply(503, '');

    await expect(
      run(addContactTags, { inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', tags: ['vip'] } }),
    ).rejects.toMatchObject({ name: 'ThrottledError' });
  });
});
