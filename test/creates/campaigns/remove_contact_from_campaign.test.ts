import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

/** Where HighLevel shows the contact. */
const CONTACT_LINK: unknown = expect.stringMatching(/\/contacts\/detail\/c1ZbR4xVnL0shT7gK2mW$/);

describe('remove_contact_from_campaign', () => {
  test('takes the contact out', async () => {
    highLevel()
      .delete('/contacts/c1ZbR4xVnL0shT7gK2mW/campaigns/p1ZbR4xVnL0shT7gK2mW')
      .reply(200, { succeded: true });

    const result = await run(App.creates.remove_contact_from_campaign, {
      inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', campaignId: 'p1ZbR4xVnL0shT7gK2mW' },
    });

    expect(result).toEqual({
      id: 'c1ZbR4xVnL0shT7gK2mW',
      campaignId: 'p1ZbR4xVnL0shT7gK2mW',
      isInCampaign: false,
      link: CONTACT_LINK,
    });
  });
});
