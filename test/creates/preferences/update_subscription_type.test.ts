import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { subscriptionTypeField } from '../../../lib/preferences/choices.ts';

const updateType = App.creates.update_subscription_type;

const PATH = '/conversations/preferences/custom-subtypes';

describe('update_subscription_type', () => {
  test('changes what is filled in', async () => {
    highLevel()
      .put(`${PATH}/s1`, {
        name: 'News',
        archived: false,
        resubscription_legal_form_id: 'f1',
      })
      .query({ locationId: LOCATION_ID })
      .reply(200, { _id: 's1', name: 'News', channel: 'email', archived: false });

    await expect(
      run(updateType, {
        inputData: { subtypeId: 's1', name: 'News', archived: 'no', legalForm: 'f1' },
      }),
    ).resolves.toMatchObject({ id: 's1', name: 'News', channel: 'email', archived: false });
  });

  test('takes an empty answer for a success', async () => {
    highLevel().put(`${PATH}/s1`, { archived: true }).query(true).reply(200);

    await expect(
      run(updateType, { inputData: { subtypeId: 's1', archived: true } }),
    ).resolves.toMatchObject({ id: 's1', archived: true });
  });

  test('asks for something to change', async () => {
    await expect(run(updateType, { inputData: { subtypeId: 's1' } })).rejects.toThrow(
      /Nothing to change. Fill in \\"Name\\"/,
    );
  });

  test('offers the types that are in use', async () => {
    highLevel()
      .get(PATH)
      .query({ locationId: LOCATION_ID })
      .reply(200, {
        subtypes: [
          { _id: 's1', name: 'Newsletter', channel: 'email' },
          { _id: 's2', name: 'Old', channel: 'sms', archived: true },
        ],
      });

    await expect(runMethod(subscriptionTypeField.choices.perform)).resolves.toEqual({
      results: [{ id: 's1', label: 'Newsletter (email)' }],
      paging_token: null,
    });
  });
});
