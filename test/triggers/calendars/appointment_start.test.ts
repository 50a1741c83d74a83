import { isDeepStrictEqual } from 'node:util';

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { Deduplicator } from '../../../local/index.ts';
import { endOfLeadTime } from '../../../lib/inputs/lead_time.ts';
import { isRecord, toList, toRecord, type RawRecord } from '../../../resources/values.ts';
import { App, forgetCache, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { APPOINTMENT, inTimezone } from '../../support/calendars.ts';
import { advanceTime, resumeTime, stopTime } from '../../support/clock.ts';

const trigger = App.triggers.appointment_start;
const CALENDAR = 'cAl4Tx8KpR2wQz9LvNcY';
const OTHER_CALENDAR = 'cAl7Wb3MnH6sEd1RgTyU';
const USER = 'uS3rPq8LmN2vXc7ZtYwE';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

beforeEach(() => {
  forgetCache();
  // A day before the clocks go back in New York.
  stopTime('2026-10-31T12:00:00Z');
});
afterEach(resumeTime);

const idOf = (index: number) => `aPt7Ui9OpAs2DfGh4J${String(index).padStart(2, '0')}`;

/** An appointment that begins so long from now. */
const startingIn = (ms: number, changes: RawRecord = {}): RawRecord => ({
  ...APPOINTMENT,
  id: 'aPt7Ui9OpAs2DfGh4JkL',
  calendarId: CALENDAR,
  startTime: new Date(Date.now() + ms).toISOString(),
  endTime: new Date(Date.now() + ms + 30 * MINUTE).toISOString(),
  ...changes,
});

/** HighLevel lists what begins in the span that it is asked for, time after time. */
function listed(appointments: RawRecord[], owner: RawRecord = { calendarId: CALENDAR }): string[] {
  const asked: string[] = [];
  highLevel()
    .persist()
    .get('/calendars/events')
    .query(({ startTime: _start, endTime: _end, ...query }) =>
      isDeepStrictEqual(query, { locationId: LOCATION_ID, ...owner }),
    )
    .reply(200, ({ url }: Request) => {
      asked.push(url);
      const query = new URL(url).searchParams;
      const [from, until] = [Number(query.get('startTime')), Number(query.get('endTime'))];
      const begins = (one: RawRecord) => Date.parse(String(one['startTime']));
      return { events: appointments.filter((one) => begins(one) >= from && begins(one) <= until) };
    });
  return asked;
}

const poll = async (inputs: RawRecord, meta: RawRecord = {}) => {
  const inputData = { timeBefore: 15, timeUnit: 'minutes', calendarId: CALENDAR, ...inputs };
  return toList(await run(trigger, { inputData, meta })).filter(isRecord);
};

const primaryKeys = toList(toRecord(trigger.operation)['outputFields'])
  .map(toRecord)
  .filter((field) => field['primary'] === true)
  .map((field) => String(field['key']));

const titlesOf = (records: readonly RawRecord[]) =>
  records.map(({ title }) => String(title)).toSorted();

describe('appointment_start', () => {
  test('reads one calendar with one request, the zone once a day, and names its pointers', async () => {
    inTimezone('America/New_York');
    const asked = listed([startingIn(10 * MINUTE, { startTime: '2026-10-31T08:10:00-04:00' })]);
    const [record] = await poll({});
    await poll({});
    expect(asked).toHaveLength(2);
    expect(record).toMatchObject({
      startTime: '2026-10-31T12:10:00.000Z',
      localStart: 'Saturday, October 31 at 8:10 AM',
      contact: expect.stringMatching(/^hydrate/),
      calendarName: expect.stringMatching(/^hydrate/),
    });
  });

  test.each([
    ['a user', { assignedUserId: USER }, { userId: USER }],
    ['a calendar group', { groupId: 'gRp5Ty8UiO2pAsD4fGhJ' }, { groupId: 'gRp5Ty8UiO2pAsD4fGhJ' }],
  ])('reads %s with one request', async (_what, inputs, owner) => {
    inTimezone('America/New_York');
    const asked = listed([startingIn(10 * MINUTE, { assignedUserId: USER })], owner);
    expect(await poll({ calendarId: undefined, ...inputs })).toHaveLength(1);
    expect(asked).toHaveLength(1);
  });

  test('reads all calendars where none is chosen', async () => {
    inTimezone('America/New_York');
    highLevel()
      .get('/calendars/')
      .query({ locationId: LOCATION_ID })
      .reply(200, { calendars: [{ id: CALENDAR }, { id: OTHER_CALENDAR }] });
    listed([startingIn(10 * MINUTE, { title: 'First' })]);
    listed([startingIn(5 * MINUTE, { title: 'Second' })], { calendarId: OTHER_CALENDAR });
    const found = await poll({ calendarId: undefined });
    expect(titlesOf(found)).toEqual(['First', 'Second']);
  });

  test('refuses a calendar beside a group', async () => {
    await expect(poll({ groupId: 'gRp5Ty8UiO2pAsD4fGhJ' })).rejects.toThrow(
      /Calendar.*Calendar Group/,
    );
  });

  test.each([
    ['what is new or confirmed', {}, ['new', 'confirmed']],
    ['the statuses that are asked for', { statuses: ['cancelled', 'new'] }, ['new', 'cancelled']],
    ['a user of the calendar', { assignedUserId: USER }, []],
  ])('tells of %s', async (_what, inputs, told) => {
    inTimezone('America/New_York');
    const statuses = ['new', 'confirmed', 'cancelled', 'showed', 'noshow', 'invalid'];
    listed([
      ...statuses.map((status, index) =>
        startingIn(5 * MINUTE, { id: idOf(index), title: status, appointmentStatus: status }),
      ),
      startingIn(5 * MINUTE, { title: 'deleted', deleted: true }),
    ]);
    const found = await poll(inputs);
    expect(titlesOf(found)).toEqual(told.toSorted());
  });

  test.each([
    [0, 'minutes', 0],
    [5, 'minutes', 5 * MINUTE],
    [15, 'minutes', 15 * MINUTE],
    [2, 'hours', 2 * HOUR],
    [1, 'days', DAY],
  ])(
    'polled every 15 minutes, tells of each once, %s %s before or up to 15 minutes later',
    async (timeBefore, timeUnit, lead) => {
      inTimezone('UTC');
      // One begins every 5 minutes from soon after the Zap is on, and one at the time of each poll.
      const all = Array.from({ length: 72 }, (_, index) =>
        startingIn(lead + (index + 1) * 5 * MINUTE, {
          id: idOf(index),
          title: `Number ${index}`,
        }),
      );
      listed(all);
      const zap = new Deduplicator(primaryKeys);
      zap.populate(await poll({ timeBefore, timeUnit }));
      const told: RawRecord[] = [];
      for (let round = 0; round < 25; round += 1) {
        // A poll comes a second late, then a second early.
        advanceTime(15 * MINUTE + (round % 2 === 0 ? 1000 : -1000));
        for (const record of zap.take(await poll({ timeBefore, timeUnit }))) {
          const late = Date.now() - (Date.parse(String(record['startTime'])) - lead);
          expect(late).toBeGreaterThanOrEqual(0);
          expect(late).toBeLessThanOrEqual(15 * MINUTE + 1000);
          told.push(record);
        }
      }
      expect(titlesOf(told)).toEqual(titlesOf(all));
    },
  );

  test('tells again of one that moves, never twice of one start, and not of one that is off', async () => {
    inTimezone('America/New_York');
    const appointments = [startingIn(10 * MINUTE)];
    listed(appointments);
    const zap = new Deduplicator(primaryKeys);
    const startsAfter = async (changes: RawRecord) => {
      Object.assign(appointments[0] ?? {}, changes);
      return zap.take(await poll({})).length;
    };
    const first = appointments[0]?.['startTime'];
    const { startTime: later } = startingIn(12 * MINUTE);
    expect(await startsAfter({})).toBe(1);
    expect(await startsAfter({ title: 'Other' })).toBe(0);
    expect(await startsAfter({ appointmentStatus: 'cancelled', startTime: later })).toBe(0);
    expect(await startsAfter({ appointmentStatus: 'confirmed' })).toBe(1);
    expect(await startsAfter({ startTime: first })).toBe(0);
    // Its start is the same, in another zone.
    expect(await startsAfter({ startTime: String(later).replace('.000Z', '+00:00') })).toBe(0);
  });

  test('tells of each time of one that recurs', async () => {
    inTimezone('America/New_York');
    const rrule = 'RRULE:FREQ=DAILY;INTERVAL=1;COUNT=3';
    listed([0, 1, 2].map((day) => startingIn(10 * MINUTE + day * DAY, { rrule })));
    const zap = new Deduplicator(primaryKeys);
    const told: RawRecord[] = [];
    for (let day = 0; day < 3; day += 1) {
      told.push(...zap.take(await poll({ timeBefore: 1, timeUnit: 'hours' })));
      advanceTime(DAY);
    }
    expect(told.map(({ isRecurring }) => isRecurring)).toEqual([true, true, true]);
  });

  test('tells of one that is booked later than the time before it', async () => {
    inTimezone('America/New_York');
    listed([startingIn(20 * MINUTE)]);
    expect(await poll({ timeBefore: 2, timeUnit: 'days' })).toHaveLength(1);
  });

  test('a day before is the same time of day, also where the clocks change', async () => {
    inTimezone('America/New_York');
    // Sunday 8:00 AM in New York is 25 hours from Saturday 8:00 AM.
    listed([
      startingIn(25 * HOUR, { title: 'Same' }),
      startingIn(25 * HOUR + 5 * MINUTE, { title: 'Later' }),
    ]);
    expect(await poll({ timeBefore: 1, timeUnit: 'days' })).toMatchObject([{ title: 'Same' }]);
  });

  test('shows examples from the last and the next weeks in a test', async () => {
    inTimezone('America/New_York');
    listed([startingIn(-5 * DAY, { title: 'Past' }), startingIn(20 * DAY, { title: 'Next' })]);
    const found = await poll({}, { isLoadingSample: true });
    expect(found).toMatchObject([{ title: 'Next' }, { title: 'Past' }]);
  });
});

describe('the end of a lead time', () => {
  test.each([
    ['spring', '2026-03-07T17:00:30Z', '2026-03-08T16:00:30Z'],
    ['fall', '2026-10-31T16:00:30Z', '2026-11-01T17:00:30Z'],
    ['an hour that the clocks skip', '2026-03-07T07:30:00Z', '2026-03-08T07:30:00Z'],
    ['the end of the year', '2026-12-31T17:00:00Z', '2027-01-01T17:00:00Z'],
  ])('in days, over %s', (_what, now, end) => {
    const lead = { timeBefore: 1, timeUnit: 'days' };
    const found = endOfLeadTime(Date.parse(now), lead, 'America/New_York');
    expect(new Date(found).toISOString()).toBe(end.replace('Z', '.000Z'));
  });

  test('in hours, the clocks do not count', () => {
    const now = Date.parse('2026-10-31T16:00:00Z');
    const lead = { timeBefore: 24, timeUnit: 'hours' };
    expect(endOfLeadTime(now, lead, 'America/New_York') - now).toBe(DAY);
  });
});
