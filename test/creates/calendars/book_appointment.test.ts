import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { RawRecord } from '../../../resources/values.ts';
import { App, forgetCache, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { APPOINTMENT, hasAppointment, inTimezone, WRITTEN } from '../../support/calendars.ts';
import { resumeTime, stopTime } from '../../support/clock.ts';

const book = App.creates.book_appointment;

const URL = '/calendars/events/appointments';
const BUSY = { message: 'The slot you have selected is no longer available.' };

beforeAll(() => {
  stopTime('2026-10-30T10:00:00Z');
});
afterAll(resumeTime);
beforeEach(forgetCache);

function sent(changes: RawRecord) {
  return {
    calendarId: 'cal1ZbR4xVnL0shT7gK2',
    locationId: LOCATION_ID,
    contactId: 'k1ZbR4xVnL0shT7gK2mW',
    ...changes,
  };
}

describe('book_appointment', () => {
  test.each([
    ['a free time as HighLevel writes it', '2026-11-24T09:00:00-05:00', null],
    ['the same moment in UTC', '2026-11-24T14:00:00Z', null],
    ["a time on the clocks of the Zap's zone", '2026-11-24 15:00', 'Europe/Berlin'],
  ])('sends %s with the offset of the sub-account', async (_what, startTime, timezone) => {
    inTimezone('America/New_York');
    const body = sent({ startTime: '2026-11-24T09:00:00-05:00' });
    highLevel().post(URL, body).reply(200, WRITTEN);
    hasAppointment();
    const inputData = {
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      calendarId: 'cal1ZbR4xVnL0shT7gK2',
      startTime,
    };
    await expect(run(book, { inputData, meta: { timezone } })).resolves.toMatchObject({
      id: 'a1ZbR4xVnL0shT7gK2mW',
      appointmentStatus: 'confirmed',
      startTime: '2026-11-24T14:00:00.000Z',
      endTime: '2026-11-24T14:45:00.000Z',
      localStart: 'Tuesday, November 24 at 9:00 AM',
    });
  });

  test.each([
    ['in summer time', '2026-10-31T14:00:00Z', '2026-10-31T10:00:00-04:00'],
    ['the day after the clocks changed', '2026-11-02T15:00:00Z', '2026-11-02T10:00:00-05:00'],
    ['in the hour that comes twice, first', '2026-11-01T05:30:00Z', '2026-11-01T01:30:00-04:00'],
    ['in the hour that comes twice, again', '2026-11-01T06:30:00Z', '2026-11-01T01:30:00-05:00'],
    ['on another day than in UTC', '2026-11-24T02:00:00Z', '2026-11-23T21:00:00-05:00'],
  ])('writes a time %s', async (_what, startTime, written) => {
    inTimezone('America/New_York');
    highLevel()
      .post(URL, sent({ startTime: written }))
      .reply(200, WRITTEN);
    hasAppointment();
    const inputData = {
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      calendarId: 'cal1ZbR4xVnL0shT7gK2',
      startTime,
    };
    await expect(run(book, { inputData })).resolves.toMatchObject({ id: 'a1ZbR4xVnL0shT7gK2mW' });
  });

  test('sends what else is filled in', async () => {
    inTimezone('Asia/Kolkata');
    highLevel()
      .post(
        URL,
        sent({
          title: 'First talk',
          appointmentStatus: 'new',
          assignedUserId: 'u1ZbR4xVnL0shT7gK2mW',
          address: '12 Main Street',
          description: 'Bring the plan.',
          toNotify: false,
          startTime: '2026-11-24T19:30:00+05:30',
          endTime: '2026-11-24T20:15:00+05:30',
          meetingLocationType: 'address',
          overrideLocationConfig: true,
          ignoreFreeSlotValidation: true,
          ignoreDateRange: true,
        }),
      )
      .reply(200, WRITTEN);
    hasAppointment();
    const inputData = {
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      calendarId: 'cal1ZbR4xVnL0shT7gK2',
      startTime: '2026-11-24T14:00:00Z',
      endTime: '2026-11-24T14:45:00Z',
      title: 'First talk',
      appointmentStatus: 'New',
      assignedUserId: 'u1ZbR4xVnL0shT7gK2mW',
      meetingLocationType: 'Address',
      address: '12 Main Street',
      description: 'Bring the plan.',
      ignoreAvailability: 'yes',
      toNotify: 'no',
    };
    await expect(run(book, { inputData })).resolves.toMatchObject({ notes: 'Bring the plan.' });
  });

  test.each([400, 422])('names the next free times when the time is taken (%i)', async (status) => {
    inTimezone('America/New_York');
    highLevel().post(URL).reply(status, BUSY);
    const start = Date.parse('2026-11-24T14:00:00Z');
    highLevel()
      .get('/calendars/cal1ZbR4xVnL0shT7gK2/free-slots')
      .query({ startDate: start, endDate: start + 14 * 86_400_000, userId: 'u1ZbR4xVnL0shT7gK2mW' })
      .reply(200, {
        '2026-11-25': { slots: ['2026-11-25T11:00:00-05:00', '2026-11-25T11:30:00-05:00'] },
        '2026-11-24': { slots: ['2026-11-24T16:00:00-05:00', '2026-11-24T08:00:00-05:00'] },
        traceId: 't1ZbR4xVnL0shT7gK2mW',
      });
    const inputData = {
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      calendarId: 'cal1ZbR4xVnL0shT7gK2',
      assignedUserId: 'u1ZbR4xVnL0shT7gK2mW',
      startTime: '2026-11-24T14:00:00Z',
    };
    await expect(run(book, { inputData })).rejects.toThrow(
      /not free at 2026-11-24 09:00 \(America\/New_York\), so nothing was booked\. The next free times are 2026-11-24 16:00, 2026-11-25 11:00, 2026-11-25 11:30\./,
    );
  });

  test('says so when there is no free time either', async () => {
    inTimezone('America/New_York');
    highLevel().post(URL).reply(400, BUSY);
    highLevel()
      .get('/calendars/cal1ZbR4xVnL0shT7gK2/free-slots')
      .query(true)
      .reply(200, { traceId: 't1ZbR4xVnL0shT7gK2mW' });
    const inputData = {
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      calendarId: 'cal1ZbR4xVnL0shT7gK2',
      startTime: '2026-11-24T14:00:00Z',
    };
    await expect(run(book, { inputData })).rejects.toThrow('no free time in the 14 days');
  });

  test('tells any other refusal in the words of HighLevel', async () => {
    inTimezone('America/New_York');
    const message = 'A team member needs to be selected. assignedUserId is missing';
    highLevel().post(URL).reply(400, { message });
    const inputData = {
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      calendarId: 'cal1ZbR4xVnL0shT7gK2',
      startTime: '2026-11-24T14:00:00Z',
    };
    await expect(run(book, { inputData })).rejects.toThrow(/A team member needs to be selected/);
  });

  test('does not book again where the appointment cannot be read', async () => {
    inTimezone('America/New_York');
    highLevel().post(URL).reply(200, WRITTEN);
    highLevel().get(`${URL}/a1ZbR4xVnL0shT7gK2mW`).reply(500, {});
    const inputData = {
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      calendarId: 'cal1ZbR4xVnL0shT7gK2',
      startTime: '2026-11-24T14:00:00Z',
    };
    await expect(run(book, { inputData })).resolves.toMatchObject({
      id: 'a1ZbR4xVnL0shT7gK2mW',
      appointmentStatus: 'confirmed',
      startTime: '2026-11-24T14:00:00.000Z',
    });
  });

  test('refuses an end before the start', async () => {
    inTimezone('America/New_York');
    const inputData = {
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      calendarId: 'cal1ZbR4xVnL0shT7gK2',
      startTime: APPOINTMENT['endTime'],
      endTime: APPOINTMENT['startTime'],
    };
    await expect(run(book, { inputData })).rejects.toThrow(
      /End Time.* \(2026-11-24 09:00\) must be later than .*Start Time.* \(2026-11-24 09:45\)/,
    );
  });
});
