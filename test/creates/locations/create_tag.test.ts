import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const PATH = `/locations/${LOCATION_ID}/tags`;
const VIP = { id: 't1ZbR4xVnL0shT7gK2mW', name: 'vip', locationId: LOCATION_ID };

describe('create_tag', () => {
  test('creates a tag', async () => {
    highLevel().post(PATH, { name: 'VIP' }).reply(201, { tag: VIP });

    await expect(run(App.creates.create_tag, { inputData: { name: 'VIP' } })).resolves.toEqual({
      ...VIP,
      isNew: true,
    });
  });

  test('returns the tag that is there', async () => {
    highLevel().post(PATH).reply(400, { message: 'The tag name is already exist.' });
    highLevel()
      .get(PATH)
      .reply(200, { tags: [{ id: 't0ZbR4xVnL0shT7gK2mW', name: 'vip lounge' }, VIP] });

    await expect(run(App.creates.create_tag, { inputData: { name: 'VIP' } })).resolves.toEqual({
      ...VIP,
      isNew: false,
    });
  });

  test('passes on what else HighLevel refuses', async () => {
    highLevel().post(PATH).reply(400, { message: 'name is too long' });
    highLevel()
      .get(PATH)
      .reply(200, { tags: [VIP] });

    await expect(run(App.creates.create_tag, { inputData: { name: 'Other' } })).rejects.toThrow(
      'too long',
    );
  });
});
