import { beforeEach, describe, expect, test } from '@jest/globals';

import { App, forgetCache, highLevel, run } from '../../support/app.ts';
import { hasAppointment, inTimezone, WRITTEN } from '../../support/calendars.ts';

beforeEach(forgetCache);

describe('change_appointment_status', () => {
  test('sends the status, and whether automations run', async () => {
    inTimezone('America/New_York');
    const body = { appointmentStatus: 'noshow', toNotify: false };
    highLevel()
      .put('/calendars/events/appointments/a1ZbR4xVnL0shT7gK2mW', body)
      .reply(200, WRITTEN);
    hasAppointment({ appointmentStatus: 'noshow' });
    const inputData = {
      appointmentId: 'a1ZbR4xVnL0shT7gK2mW',
      appointmentStatus: 'No-show',
      toNotify: 'no',
    };
    await expect(run(App.creates.change_appointment_status, { inputData })).resolves.toMatchObject({
      appointmentStatus: 'noshow',
    });
  });
});
