import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { subscriptionTypeField } from '../../../lib/preferences/choices.ts';

const updateType = App.creates.update_subscription_type;

const PATH = '/conversations/preferences/custom-subtypes';

describe('update_subscription_type', () => {
  test('changes what is filled in', async () => {
    highLevel()
      .put(`${PATH}/s1ZbR4xVnL0shT7gK2mW`, {
        name: 'News',
        archived: false,
        resubscription_legal_form_id: 'f1ZbR4xVnL0shT7gK2mW',
      })
      .query({ locationId: LOCATION_ID })
      .reply(200, { _id: 's1ZbR4xVnL0shT7gK2mW', name: 'News', channel: 'email', archived: false });

    await expect(
      run(updateType, {
        inputData: {
          subtypeId: 's1ZbR4xVnL0shT7gK2mW',
          name: 'News',
          archived: 'no',
          legalForm: 'f1ZbR4xVnL0shT7gK2mW',
        },
      }),
    ).resolves.toMatchObject({
      id: 's1ZbR4xVnL0shT7gK2mW',
      name: 'News',
      channel: 'email',
      archived: false,
    });
  });

  test('takes an empty answer for a success', async () => {
    highLevel().put(`${PATH}/s1ZbR4xVnL0shT7gK2mW`, { archived: true }).query(true).reply(200);

    await expect(
      run(updateType, { inputData: { subtypeId: 's1ZbR4xVnL0shT7gK2mW', archived: true } }),
    ).resolves.toMatchObject({ id: 's1ZbR4xVnL0shT7gK2mW', archived: true });
  });

  test('asks for something to change', async () => {
    await expect(
      run(updateType, { inputData: { subtypeId: 's1ZbR4xVnL0shT7gK2mW' } }),
    ).rejects.toThrow(/Nothing to change. Fill in \\"Name\\"/);
  });

  test('offers the types that are in use', async () => {
    highLevel()
      .get(PATH)
      .query({ locationId: LOCATION_ID })
      .reply(200, {
        subtypes: [
          { _id: 's1ZbR4xVnL0shT7gK2mW', name: 'Newsletter', channel: 'email' },
          { _id: 's2ZbR4xVnL0shT7gK2mW', name: 'Old', channel: 'sms', archived: true },
        ],
      });

    await expect(runMethod(subscriptionTypeField.choices.perform)).resolves.toEqual({
      results: [{ id: 's1ZbR4xVnL0shT7gK2mW', label: 'Newsletter (email)' }],
      paging_token: null,
    });
  });
});
