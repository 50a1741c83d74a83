import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { nameLists, OPPORTUNITY } from '../../support/opportunities.ts';

const upsert = App.creates.upsert_opportunity;
const inputData = {
  contactId: 'k1ZbR4xVnL0shT7gK2mW',
  name: 'Website',
  pipelineId: 'p1ZbR4xVnL0shT7gK2mW',
};

describe('upsert_opportunity', () => {
  test('leaves stage and status of an existing one as they are', async () => {
    nameLists();
    highLevel()
      .post('/opportunities/upsert', { locationId: LOCATION_ID, ...inputData })
      .reply(200, { opportunity: OPPORTUNITY, new: false });
    await expect(run(upsert, { inputData })).resolves.toMatchObject({
      id: 'o1ZbR4xVnL0shT7gK2mW',
      isNew: false,
      stageName: 'Proposal',
    });
  });

  test('writes custom fields beside those that are there', async () => {
    nameLists();
    highLevel().post('/opportunities/upsert').reply(200, { opportunity: OPPORTUNITY, new: false });
    highLevel().get('/opportunities/o1ZbR4xVnL0shT7gK2mW').reply(200, { opportunity: OPPORTUNITY });
    const customFields = [
      { id: 'f1ZbR4xVnL0shT7gK2mW', field_value: 'Logo' },
      { id: 'f2ZbR4xVnL0shT7gK2mW', field_value: 'Shop' },
    ];
    highLevel()
      .put('/opportunities/o1ZbR4xVnL0shT7gK2mW', { customFields })
      .reply(200, { opportunity: { ...OPPORTUNITY, customFields } });
    await expect(
      run(upsert, { inputData: { ...inputData, custom_text_f2ZbR4xVnL0shT7gK2mW: 'Shop' } }),
    ).resolves.toMatchObject({
      custom: { f1ZbR4xVnL0shT7gK2mW: 'Logo', f2ZbR4xVnL0shT7gK2mW: 'Shop' },
    });
  });
});
