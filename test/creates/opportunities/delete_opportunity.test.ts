import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

describe('delete_opportunity', () => {
  test.each([{ success: true }, { succeded: true }])('deletes it: %p', async (answer) => {
    highLevel().delete('/opportunities/o1ZbR4xVnL0shT7gK2mW').reply(200, answer);
    await expect(
      run(App.creates.delete_opportunity, { inputData: { opportunityId: 'o1ZbR4xVnL0shT7gK2mW' } }),
    ).resolves.toEqual({ id: 'o1ZbR4xVnL0shT7gK2mW', deleted: true });
  });
});
