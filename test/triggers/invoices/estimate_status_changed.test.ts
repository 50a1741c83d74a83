import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { ESTIMATE, ESTIMATE_ID, listedEstimates } from '../../support/estimates.ts';

const trigger = App.triggers.estimate_status_changed;
const LATER = {
  ...ESTIMATE,
  _id: '67ac9a51106ee8311e911c2e',
  estimateStatus: 'declined',
  updatedAt: '2026-12-02T10:05:00.000Z',
};

describe('estimate_status_changed', () => {
  test('asks for one status', async () => {
    listedEstimates([{ ...ESTIMATE, estimateStatus: 'accepted' }], { status: 'accepted' });
    const inputData = { status: 'Accepted' };
    await expect(run(trigger, { inputData })).resolves.toMatchObject([
      { id: ESTIMATE_ID, status: 'accepted', number: 'EST-7', contactEmail: 'anna@example.com' },
    ]);
  });

  test('starts for any status but Draft, what changed last first', async () => {
    const draft = { ...ESTIMATE, estimateStatus: 'draft' };
    listedEstimates([draft, ESTIMATE, LATER]);
    await expect(run(trigger)).resolves.toMatchObject([
      { id: LATER._id, status: 'declined' },
      { id: ESTIMATE_ID, status: 'sent' },
    ]);
  });

  test('reads on after a full page, and takes each estimate once', async () => {
    listedEstimates(Array.from({ length: 100 }, () => ESTIMATE));
    listedEstimates([LATER], { offset: '100' });
    await expect(run(trigger)).resolves.toMatchObject([{ id: LATER._id }, { id: ESTIMATE_ID }]);
  });
});
