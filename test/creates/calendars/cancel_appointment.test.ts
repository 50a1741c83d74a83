import { beforeEach, describe, expect, test } from '@jest/globals';

import { App, forgetCache, highLevel, run } from '../../support/app.ts';
import { hasAppointment, inTimezone, WRITTEN } from '../../support/calendars.ts';

beforeEach(forgetCache);

describe('cancel_appointment', () => {
  test('cancels, and keeps the appointment', async () => {
    inTimezone('America/New_York');
    highLevel()
      .put('/calendars/events/appointments/a1ZbR4xVnL0shT7gK2mW', {
        appointmentStatus: 'cancelled',
      })
      .reply(200, WRITTEN);
    hasAppointment({ appointmentStatus: 'cancelled' });
    await expect(
      run(App.creates.cancel_appointment, { inputData: { appointmentId: 'a1ZbR4xVnL0shT7gK2mW' } }),
    ).resolves.toMatchObject({ id: 'a1ZbR4xVnL0shT7gK2mW', appointmentStatus: 'cancelled' });
  });
});
