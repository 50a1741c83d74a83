import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

describe('delete_appointment', () => {
  test('deletes with the empty body that HighLevel asks for', async () => {
    highLevel()
      .delete('/calendars/events/a1ZbR4xVnL0shT7gK2mW', {})
      .reply(201, { succeeded: true });
    await expect(
      run(App.creates.delete_appointment, { inputData: { appointmentId: 'a1ZbR4xVnL0shT7gK2mW' } }),
    ).resolves.toEqual({ id: 'a1ZbR4xVnL0shT7gK2mW', deleted: true });
  });
});
