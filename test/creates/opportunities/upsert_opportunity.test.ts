import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { nameLists, OPPORTUNITY } from '../../support/opportunities.ts';

const upsert = App.creates.upsert_opportunity;
const inputData = { contactId: 'k1', name: 'Website', pipelineId: 'p1' };

describe('upsert_opportunity', () => {
  test('leaves stage and status of an existing one as they are', async () => {
    nameLists();
    highLevel()
      .post('/opportunities/upsert', { locationId: LOCATION_ID, ...inputData })
      .reply(200, { opportunity: OPPORTUNITY, new: false });
    await expect(run(upsert, { inputData })).resolves.toMatchObject({
      id: 'o1',
      isNew: false,
      stageName: 'Proposal',
    });
  });

  test('writes custom fields beside those that are there', async () => {
    nameLists();
    highLevel().post('/opportunities/upsert').reply(200, { opportunity: OPPORTUNITY, new: false });
    highLevel().get('/opportunities/o1').reply(200, { opportunity: OPPORTUNITY });
    const customFields = [
      { id: 'f1', field_value: 'Logo' },
      { id: 'f2', field_value: 'Shop' },
    ];
    highLevel()
      .put('/opportunities/o1', { customFields })
      .reply(200, { opportunity: { ...OPPORTUNITY, customFields } });
    await expect(
      run(upsert, { inputData: { ...inputData, custom_text_f2: 'Shop' } }),
    ).resolves.toMatchObject({ custom: { f1: 'Logo', f2: 'Shop' } });
  });
});
