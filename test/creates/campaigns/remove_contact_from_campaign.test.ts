import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

/** Where HighLevel shows the contact. */
const CONTACT_LINK: unknown = expect.stringMatching(/\/contacts\/detail\/c1$/);

describe('remove_contact_from_campaign', () => {
  test('takes the contact out', async () => {
    highLevel().delete('/contacts/c1/campaigns/p1').reply(200, { succeded: true });

    const result = await run(App.creates.remove_contact_from_campaign, {
      inputData: { contactId: 'c1', campaignId: 'p1' },
    });

    expect(result).toEqual({ id: 'c1', campaignId: 'p1', isInCampaign: false, link: CONTACT_LINK });
  });
});
