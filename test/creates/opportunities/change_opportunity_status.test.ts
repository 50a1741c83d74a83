import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { nameLists, OPPORTUNITY } from '../../support/opportunities.ts';

const change = App.creates.change_opportunity_status;

describe('change_opportunity_status', () => {
  test('marks it as lost, with the reason, and reads it again', async () => {
    nameLists();
    const lost = { status: 'lost', lostReasonId: 'l1ZbR4xVnL0shT7gK2mW' };
    highLevel()
      .put('/opportunities/o1ZbR4xVnL0shT7gK2mW/status', lost)
      .reply(200, { succeded: true });
    highLevel()
      .get('/opportunities/o1ZbR4xVnL0shT7gK2mW')
      .reply(200, { opportunity: { ...OPPORTUNITY, ...lost } });
    await expect(
      run(change, { inputData: { opportunityId: 'o1ZbR4xVnL0shT7gK2mW', ...lost } }),
    ).resolves.toMatchObject({ status: 'lost', lostReason: 'Price', stageName: 'Proposal' });
  });

  test('refuses a lost reason for another status', async () => {
    const inputData = {
      opportunityId: 'o1ZbR4xVnL0shT7gK2mW',
      status: 'won',
      lostReasonId: 'l1ZbR4xVnL0shT7gK2mW',
    };
    await expect(run(change, { inputData })).rejects.toThrow(/for the status Lost only/);
  });
});
