import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { ESTIMATE, ESTIMATE_ID, listedEstimates } from '../../support/estimates.ts';
import { ALT, usersAre } from '../../support/invoices.ts';

const send = App.creates.send_estimate;
const USER = { id: 'uS3rPq8LmN2vXc7ZtYwE', name: 'Sam Agent' };
const GIVEN = { estimateId: ESTIMATE_ID, sendBy: 'Email' };

describe('send_estimate', () => {
  test('sends in the mode of the estimate, in the name of who connected', async () => {
    listedEstimates([{ ...ESTIMATE, liveMode: false }]);
    usersAre(USER);
    highLevel()
      .post(`/invoices/estimate/${ESTIMATE_ID}/send`, {
        ...ALT,
        action: 'email',
        liveMode: false,
        userId: USER.id,
      })
      .reply(201, ESTIMATE);
    await expect(run(send, { inputData: GIVEN })).resolves.toMatchObject({
      id: ESTIMATE_ID,
      status: 'sent',
    });
  });

  test('says what the contact lacks', async () => {
    const contactDetails = { ...ESTIMATE.contactDetails, email: '' };
    listedEstimates([{ ...ESTIMATE, contactDetails }]);
    await expect(run(send, { inputData: GIVEN })).rejects.toThrow(/no email address/);
  });

  test('says that an estimate is gone', async () => {
    listedEstimates([]);
    await expect(run(send, { inputData: GIVEN })).rejects.toThrow(/No estimate has the ID/);
  });
});
