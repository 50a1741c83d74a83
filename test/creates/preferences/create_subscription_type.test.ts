import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const createType = App.creates.create_subscription_type;

const PATH = '/conversations/preferences/custom-subtypes';
const INPUT = { name: 'Newsletter', channel: 'email', language: 'en' };

function created(answer: object | undefined) {
  highLevel().post(PATH, INPUT).query({ locationId: LOCATION_ID }).reply(201, answer);
}

describe('create_subscription_type', () => {
  test.each([
    { _id: 's1ZbR4xVnL0shT7gK2mW', ...INPUT, archived: false },
    { subtype: { id: 's1ZbR4xVnL0shT7gK2mW', name: 'Newsletter' } },
  ])('gives what was made, from %j', async (answer) => {
    created(answer);

    await expect(run(createType, { inputData: INPUT })).resolves.toMatchObject({
      id: 's1ZbR4xVnL0shT7gK2mW',
      name: 'Newsletter',
      channel: 'email',
      language: 'en',
    });
  });

  test('looks for what was made where the answer does not say', async () => {
    created(undefined);
    highLevel()
      .get(PATH)
      .query({ locationId: LOCATION_ID })
      .reply(200, {
        subtypes: [
          { _id: 's0ZbR4xVnL0shT7gK2mW', name: 'Old', channel: 'sms' },
          { _id: 's1ZbR4xVnL0shT7gK2mW', ...INPUT },
        ],
      });

    await expect(run(createType, { inputData: INPUT })).resolves.toMatchObject({
      id: 's1ZbR4xVnL0shT7gK2mW',
    });
  });

  test.each(['name', 'description'])('refuses a %s that is too long', async (key) => {
    await expect(
      run(createType, { inputData: { ...INPUT, [key]: 'x'.repeat(101) } }),
    ).rejects.toThrow(/has 101 characters, and HighLevel accepts at most 100/);
  });
});
