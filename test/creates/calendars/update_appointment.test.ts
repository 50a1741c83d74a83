import { beforeEach, describe, expect, test } from '@jest/globals';

import { App, forgetCache, highLevel, run } from '../../support/app.ts';
import { hasAppointment, inTimezone, WRITTEN } from '../../support/calendars.ts';

const update = App.creates.update_appointment;

const URL = '/calendars/events/appointments/a1ZbR4xVnL0shT7gK2mW';

beforeEach(forgetCache);

describe('update_appointment', () => {
  test('keeps the length of an appointment that gets another time', async () => {
    inTimezone('America/New_York');
    hasAppointment();
    const startTime = '2026-11-25T10:00:00-05:00';
    const endTime = '2026-11-25T10:45:00-05:00';
    highLevel().put(URL, { startTime, endTime }).reply(200, WRITTEN);
    hasAppointment({ startTime, endTime });
    const inputData = { appointmentId: 'a1ZbR4xVnL0shT7gK2mW', startTime: '2026-11-25T15:00:00Z' };
    await expect(run(update, { inputData })).resolves.toMatchObject({
      startTime: '2026-11-25T15:00:00.000Z',
      endTime: '2026-11-25T15:45:00.000Z',
    });
  });

  test('keeps the start where only the end changes', async () => {
    inTimezone('America/New_York');
    hasAppointment();
    const endTime = '2026-11-24T10:00:00-05:00';
    highLevel().put(URL, { startTime: '2026-11-24T09:00:00-05:00', endTime }).reply(200, WRITTEN);
    hasAppointment({ endTime });
    const inputData = { appointmentId: 'a1ZbR4xVnL0shT7gK2mW', endTime: '2026-11-24T15:00:00Z' };
    await expect(run(update, { inputData })).resolves.toMatchObject({ id: 'a1ZbR4xVnL0shT7gK2mW' });
  });

  test('asks for no times where they stay', async () => {
    inTimezone('America/New_York');
    highLevel().put(URL, { title: 'Second talk' }).reply(200, WRITTEN);
    hasAppointment({ title: 'Second talk' });
    const inputData = { appointmentId: 'a1ZbR4xVnL0shT7gK2mW', title: 'Second talk' };
    await expect(run(update, { inputData })).resolves.toMatchObject({ title: 'Second talk' });
  });

  test('names the next free times of its calendar and user when the time is taken', async () => {
    inTimezone('America/New_York');
    hasAppointment();
    highLevel()
      .put(URL)
      .reply(400, { message: 'The slot you have selected is no longer available.' });
    highLevel()
      .get('/calendars/cal1ZbR4xVnL0shT7gK2/free-slots')
      .query(({ userId }) => userId === 'u1ZbR4xVnL0shT7gK2mW')
      .reply(200, { '2090-11-25': { slots: ['2090-11-25T11:00:00-05:00'] } });
    const inputData = { appointmentId: 'a1ZbR4xVnL0shT7gK2mW', startTime: '2090-11-25T15:00:00Z' };
    await expect(run(update, { inputData })).rejects.toThrow('free times are 2090-11-25 11:00.');
  });

  test('says which appointment is not there', async () => {
    inTimezone('America/New_York');
    hasAppointment({ deleted: true });
    const inputData = { appointmentId: 'a1ZbR4xVnL0shT7gK2mW', startTime: '2026-11-25T15:00:00Z' };
    await expect(run(update, { inputData })).rejects.toThrow(/No appointment has the ID/);
  });

  test.each([{}, { toNotify: 'no' }])('says when nothing is to change: %j', async (more) => {
    await expect(
      run(update, { inputData: { appointmentId: 'a1ZbR4xVnL0shT7gK2mW', ...more } }),
    ).rejects.toThrow(/Nothing to change/);
  });
});
