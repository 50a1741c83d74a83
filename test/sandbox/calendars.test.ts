import { describe, expect, test } from '@jest/globals';

import { appointmentId, CALENDARS, TREATMENTS } from '../../sandbox/seed/calendars.ts';
import { userId } from '../../sandbox/seed/users.ts';
import { isoIn, localText, momentIn } from '../../sandbox/state/zones.ts';
import * as shapes from './calendar-shapes.ts';
import { problemsOf, type Shape } from './support/shape.ts';
import {
  type Answer,
  at,
  contactId,
  HARBOUR,
  list,
  NORTHSIDE_ID,
  text,
  useSandbox,
} from './support/sandbox.ts';

const sandbox = useSandbox();
const { consultation, whitening, secondOpinion, emergency, trialClass } = CALENDARS;
const FIRST = `/calendars/events/appointments/${appointmentId(0)}`;
const DAY = 86_400_000;

type Body = Record<string, unknown>;

const post = (path: string, body: Body): Promise<Answer> => sandbox.call(path, { body });
const put = (path: string, body: Body): Promise<Answer> =>
  sandbox.call(path, { method: 'PUT', body });
const remove = (path: string): Promise<Answer> =>
  sandbox.call(path, { method: 'DELETE', body: {} });

const range = (days = 30): string =>
  `startTime=${String(Date.now() - days * DAY)}&endTime=${String(Date.now() + days * DAY)}`;
const events = (query: string): Promise<Answer> =>
  sandbox.call(`/calendars/events?locationId=${HARBOUR}&${range()}&${query}`);

const freeSlots = (calendarId: string, query = ''): Promise<Answer> =>
  sandbox.call(
    `/calendars/${calendarId}/free-slots?startDate=${String(Date.now())}&endDate=${String(Date.now() + 14 * DAY)}${query}`,
  );

/** The free times of an answer, in order. */
const slotsOf = ({ body }: Answer): string[] =>
  Object.entries(body ?? {})
    .filter(([key]) => key !== 'traceId')
    .flatMap(([, day]: [string, unknown]) => list(day, 'slots').map(String));

async function freeSlot(calendarId: string, position = 0, query = ''): Promise<string> {
  const slot = slotsOf(await freeSlots(calendarId, query))[position];
  if (slot === undefined) throw new Error('There is no free time');
  return slot;
}

const booking = (startTime: string, body: Body = {}): Body => ({
  calendarId: whitening.id,
  locationId: HARBOUR,
  contactId: contactId(20),
  startTime,
  ...body,
});
const book = (body: Body): Promise<Answer> => post('/calendars/events/appointments', body);

const BUSY = {
  status: 400,
  body: { message: 'The slot you have selected is no longer available.' },
};

const ANSWERS: [string, () => Promise<Answer>, Shape][] = [
  ['calendars', () => sandbox.call(`/calendars/?locationId=${HARBOUR}`), shapes.calendars],
  ['a calendar', () => sandbox.call(`/calendars/${emergency.id}`), shapes.oneCalendar],
  ['groups', () => sandbox.call(`/calendars/groups?locationId=${HARBOUR}`), shapes.groups],
  ['events', () => events(`calendarId=${consultation.id}`), shapes.events],
  ['an appointment', () => sandbox.call(FIRST), shapes.oneAppointment],
  ['a booking', async () => book(booking(await freeSlot(whitening.id))), shapes.writtenAppointment],
  ['a change', () => put(FIRST, { appointmentStatus: 'showed' }), shapes.writtenAppointment],
  [
    "a contact's appointments",
    () => sandbox.call(`/contacts/${contactId(0)}/appointments`),
    shapes.contactAppointments,
  ],
  [
    'a blocked time',
    () =>
      post('/calendars/events/block-slots', {
        locationId: HARBOUR,
        calendarId: whitening.id,
        startTime: '2030-01-01T09:00:00-05:00',
        endTime: '2030-01-01T10:00:00-05:00',
      }),
    shapes.writtenBlock,
  ],
  [
    'blocked times',
    () =>
      sandbox.call(
        `/calendars/blocked-slots?locationId=${HARBOUR}&${range()}&userId=${userId('dana')}`,
      ),
    shapes.blocks,
  ],
  [
    'notes',
    () => sandbox.call(`/calendars/appointments/${appointmentId(0)}/notes?limit=10&offset=0`),
    shapes.notes,
  ],
  [
    'a note',
    () =>
      post(`/calendars/appointments/${appointmentId(0)}/notes`, { body: 'Prefers the window.' }),
    shapes.oneNote,
  ],
];

test.each(ANSWERS)('%s: documented keys and types', async (_, ask, shape) => {
  const answer = await ask();
  expect(answer.status).toBeLessThan(300);
  expect(problemsOf(shape, answer.body)).toEqual([]);
});

describe('time zones', () => {
  test.each([
    ['America/New_York', '2026-03-08', 90, '2026-03-08T01:30:00-05:00'],
    ['America/New_York', '2026-03-08', 180, '2026-03-08T03:00:00-04:00'],
    ['America/New_York', '2026-11-01', 600, '2026-11-01T10:00:00-05:00'],
    ['Asia/Kolkata', '2026-06-01', 0, '2026-06-01T00:00:00+05:30'],
    ['Pacific/Auckland', '2026-01-01', 30, '2026-01-01T00:30:00+13:00'],
    ['UTC', '2026-01-01', 60, '2026-01-01T01:00:00+00:00'],
  ])('%s on %s', (zone, day, minutes, expected) => {
    const moment = momentIn(zone, day, minutes);
    expect(isoIn(zone, moment)).toBe(expected);
    expect(Date.parse(expected)).toBe(moment);
    expect(localText(zone, moment)).toBe(expected.slice(0, 19).replace('T', ' '));
  });
});

describe('free times', () => {
  test('come by day, in the zone of the sub-account or the asked one, beside a traceId', async () => {
    const own = await freeSlots(whitening.id);
    expect(Object.keys(own.body ?? {})).toContain('traceId');
    const slots = slotsOf(own);
    expect(slots.length).toBeGreaterThan(50);
    for (const slot of slots) expect(slot).toMatch(/T(09|1[0-6]):00:00-0[45]:00$/);
    const there = slotsOf(await freeSlots(whitening.id, '&timezone=Asia/Kolkata'));
    expect(there.map((slot) => Date.parse(slot))).toEqual(slots.map((slot) => Date.parse(slot)));
    expect(there[0]).toMatch(/\+05:30$/);
  });

  test('leave out what is booked or blocked, by user', async () => {
    const visit = text((await sandbox.call(FIRST)).body, 'appointment', 'startTime');
    const dana = slotsOf(await freeSlots(consultation.id, `&userId=${userId('dana')}`));
    expect(dana).not.toContain(visit);
    expect(dana).not.toContain(visit.replace(/T10:00/, 'T12:00'));
    expect(slotsOf(await freeSlots(consultation.id))).not.toContain(visit);
    expect(slotsOf(await freeSlots(consultation.id))).toContain(visit.replace('T10:00', 'T12:00'));
  });

  test('are none where nothing is open: only a traceId', async () => {
    expect(Object.keys((await freeSlots(emergency.id)).body ?? {})).toEqual(['traceId']);
  });

  test.each([
    ['more than 31 days', `startDate=0&endDate=${String(32 * DAY)}`, 400],
    ['no range', '', 422],
    ['no milliseconds', 'startDate=2026-01-01&endDate=2026-01-02', 422],
    ['an unknown zone', 'startDate=0&endDate=1&timezone=Mars/Base', 422],
  ])('refuse %s', async (_, query, status) => {
    const answer = await sandbox.call(`/calendars/${whitening.id}/free-slots?${query}`);
    expect(answer.status).toBe(status);
  });
});

describe('booking', () => {
  test('takes a free time for the length of the calendar, and no second time', async () => {
    const slot = await freeSlot(whitening.id);
    const made = await book(booking(slot));
    expect(made.body).toMatchObject({ status: 'booked', appointmentStatus: 'confirmed' });
    expect(at(made.body, 'startTime')).toBeUndefined();
    const path = `/calendars/events/appointments/${text(made.body, 'id')}`;
    const read = await sandbox.call(path);
    expect(read.body).toMatchObject({ appointment: { startTime: slot } });
    expect(Date.parse(text(read.body, 'appointment', 'endTime')) - Date.parse(slot)).toBe(
      60 * 60_000,
    );
    expect(await book(booking(slot, { contactId: contactId(21) }))).toMatchObject(BUSY);
    expect(slotsOf(await freeSlots(whitening.id))).not.toContain(slot);
  });

  test('gives one of two at once the time', async () => {
    const slot = await freeSlot(whitening.id);
    const answers = await Promise.all([book(booking(slot)), book(booking(slot))]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  test.each([
    ['in UTC', (slot: string) => new Date(slot).toISOString()],
    ['beside a slot', (slot: string) => slot.replace(':00:00', ':07:00')],
    ['at night', (slot: string) => slot.replace(/T\d\d/, 'T03')],
    ['in the past', () => '2020-01-06T10:00:00-05:00'],
  ])('refuses a time %s', async (_, change) => {
    const startTime = change(await freeSlot(whitening.id));
    expect(await book(booking(startTime))).toMatchObject(BUSY);
    const anyway = await book(booking(startTime, { ignoreFreeSlotValidation: true }));
    expect(anyway.status).toBe(200);
  });

  test('takes a time in UTC where the setting says so', async () => {
    await sandbox.control('/settings', { exactSlots: false });
    const startTime = new Date(await freeSlot(whitening.id)).toISOString();
    expect((await book(booking(startTime))).status).toBe(200);
  });

  test.each([
    ['no offset', { startTime: '2030-01-02T10:00:00' }, 422],
    ['no contact', { contactId: undefined }, 422],
    ['an unknown key', { notes: 'x' }, 422],
    ['an unknown calendar', { calendarId: 'none' }, 404],
    ["another sub-account's calendar", { calendarId: trialClass.id }, 403],
    ['an end before the start', { endTime: '2020-01-01T00:00:00Z' }, 400],
  ])('refuses %s', async (_, change, status) => {
    const slot = await freeSlot(whitening.id);
    expect((await book(booking(slot, change))).status).toBe(status);
  });

  test('asks for a user where the calendar does, and only for one of its team', async () => {
    const slot = await freeSlot(secondOpinion.id);
    const body = booking(slot, { calendarId: secondOpinion.id });
    expect(await book(body)).toMatchObject({
      status: 400,
      body: { message: 'A team member needs to be selected. assignedUserId is missing' },
    });
    expect((await book({ ...body, assignedUserId: userId('miguel') })).status).toBe(400);
    expect((await book({ ...body, assignedUserId: userId('dana') })).body).toMatchObject({
      assignedUserId: userId('dana'),
    });
  });

  test('gives a round robin to who is free', async () => {
    const slot = await freeSlot(consultation.id);
    const body = booking(slot, { calendarId: consultation.id });
    const first = await book(body);
    const second = await book({ ...body, contactId: contactId(21) });
    expect([at(first.body, 'assignedUserId'), at(second.body, 'assignedUserId')]).toEqual([
      userId('dana'),
      userId('miguel'),
    ]);
    expect(await book({ ...body, contactId: contactId(22) })).toMatchObject(BUSY);
  });

  test('takes several into a class', async () => {
    const token = await sandbox.issue({ locationId: NORTHSIDE_ID });
    const contacts = list(await sandbox.control(`/state/contacts?locationId=${NORTHSIDE_ID}`));
    const slots = `/calendars/${trialClass.id}/free-slots?startDate=${String(Date.now())}&endDate=${String(Date.now() + 7 * DAY)}`;
    const startTime = slotsOf(await sandbox.call(slots, { token }))[0];
    const statuses: number[] = [];
    for (let index = 0; index < 9; index += 1) {
      const answer = await sandbox.call('/calendars/events/appointments', {
        token,
        body: {
          calendarId: trialClass.id,
          locationId: NORTHSIDE_ID,
          contactId: text(contacts, index % contacts.length, 'id'),
          startTime,
        },
      });
      statuses.push(answer.status);
    }
    expect(statuses).toContain(200);
    expect(statuses[8]).toBe(400);
  });
});

describe('changing', () => {
  test('moves with its length, to a free time only', async () => {
    const slot = await freeSlot(consultation.id, 3);
    await put(FIRST, { startTime: slot });
    const moved = await sandbox.call(FIRST);
    expect(moved.body).toMatchObject({ appointment: { startTime: slot } });
    const end = Date.parse(text(moved.body, 'appointment', 'endTime'));
    expect(end - Date.parse(slot)).toBe(30 * 60_000);
    expect(await put(FIRST, { startTime: slot.replace(/T\d\d/, 'T03') })).toMatchObject(BUSY);
  });

  test('a cancelled one leaves its time free', async () => {
    const slot = await freeSlot(whitening.id);
    const made = await book(booking(slot));
    await put(`/calendars/events/appointments/${text(made.body, 'id')}`, {
      appointmentStatus: 'cancelled',
    });
    expect(slotsOf(await freeSlots(whitening.id))).toContain(slot);
  });

  test('a deleted one is read by its id, and is in no list', async () => {
    expect(await remove(`/calendars/events/${appointmentId(0)}`)).toMatchObject({
      status: 201,
      body: { succeeded: true },
    });
    expect((await sandbox.call(FIRST)).body).toMatchObject({ appointment: { deleted: true } });
    expect((await put(FIRST, { title: 'x' })).status).toBe(404);
    const left = list((await events(`calendarId=${consultation.id}`)).body, 'events');
    expect(left.map((one) => at(one, 'id'))).not.toContain(appointmentId(0));
    const ofContact = await sandbox.call(`/contacts/${contactId(0)}/appointments`);
    expect(ofContact.body).toMatchObject({ events: [{ deleted: true }] });
  });
});

describe('lists of events', () => {
  const count = async (query: string): Promise<number> =>
    list((await events(query)).body, 'events').length;

  test('are of one calendar, group or user, by the start', async () => {
    expect(await count(`calendarId=${consultation.id}`)).toBe(5);
    expect(await count(`groupId=${TREATMENTS}`)).toBe(3);
    expect(await count(`userId=${userId('miguel')}`)).toBe(2);
    const now = String(Date.now());
    const later = await sandbox.call(
      `/calendars/events?locationId=${HARBOUR}&calendarId=${consultation.id}&startTime=${now}&endTime=${String(Date.now() + 30 * DAY)}`,
    );
    expect(list(later.body, 'events')).toHaveLength(3);
  });

  test.each([
    ['no owner', '', 422],
    ['two owners', `calendarId=${consultation.id}&userId=x`, 422],
  ])('refuse %s', async (_, query, status) => {
    expect((await events(query)).status).toBe(status);
  });
});

describe('blocked times', () => {
  test('are of a calendar or a user, and end', async () => {
    const slot = await freeSlot(whitening.id);
    const body = {
      locationId: HARBOUR,
      title: 'Closed',
      startTime: slot,
      endTime: isoIn('America/New_York', Date.parse(slot) + 60 * 60_000),
    };
    const path = '/calendars/events/block-slots';
    expect((await post(path, body)).status).toBe(400);
    const both = { ...body, calendarId: whitening.id, assignedUserId: userId('dana') };
    expect((await post(path, both)).status).toBe(400);
    const made = await post(path, { ...body, calendarId: whitening.id });
    expect(made.status).toBe(201);
    expect(slotsOf(await freeSlots(whitening.id))).not.toContain(slot);
    await remove(`/calendars/events/${text(made.body, 'id')}`);
    expect(slotsOf(await freeSlots(whitening.id))).toContain(slot);
  });
});

describe('notes of an appointment', () => {
  const path = `/calendars/appointments/${appointmentId(0)}/notes`;

  test('are added, changed and deleted, a page at a time', async () => {
    const made = await post(path, { body: 'Parking is full.', userId: userId('dana') });
    expect(made.status).toBe(201);
    const one = `${path}/${text(made.body, 'note', 'id')}`;
    expect((await put(one, { body: 'Parking is free.' })).body).toMatchObject({
      note: { body: 'Parking is free.', createdBy: { name: 'Dana Reyes' } },
    });
    const page = await sandbox.call(`${path}?limit=1&offset=0`);
    expect(page.body).toMatchObject({ notes: [{ body: 'Parking is free.' }], hasMore: true });
    expect((await remove(one)).body).toMatchObject({ success: true });
  });

  test.each([
    ['no page', path, 422],
    ['a page above 20', `${path}?limit=21&offset=0`, 422],
  ])('refuse %s', async (_, url, status) => {
    expect((await sandbox.call(url)).status).toBe(status);
  });

  test('are 5,000 characters at most', async () => {
    expect((await post(path, { body: 'x'.repeat(5000) })).status).toBe(201);
    expect((await post(path, { body: 'x'.repeat(5001) })).status).toBe(422);
  });
});

describe('events', () => {
  const CAUSES: [string, () => Promise<unknown>][] = [
    ['AppointmentCreate', async () => book(booking(await freeSlot(whitening.id)))],
    ['AppointmentUpdate', () => put(FIRST, { appointmentStatus: 'noshow' })],
    ['AppointmentDelete', () => remove(`/calendars/events/${appointmentId(0)}`)],
    [
      'AppointmentUpdate',
      () => sandbox.control('/events', { type: 'AppointmentUpdate', id: appointmentId(1) }),
    ],
  ];

  test.each(CAUSES)('%s (%#)', async (type, cause) => {
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    await cause();
    const deliveries = list(await sandbox.control('/deliveries'));
    expect(deliveries.map((one) => at(one, 'type'))).toEqual([type]);
    expect(problemsOf(shapes.appointmentEvent, at(deliveries, 0, 'body'))).toEqual([]);
  });

  test('all carry the type of the first, as the documented examples do, where asked', async () => {
    await sandbox.control('/settings', { appointmentEvents: 'create' });
    await sandbox.control('/webhooks', { url: 'http://127.0.0.1:9/', retries: 0 });
    await put(FIRST, { title: 'Renamed' });
    const deliveries = list(await sandbox.control('/deliveries'));
    expect(deliveries.map((one) => at(one, 'type'))).toEqual(['AppointmentCreate']);
  });
});

test('scopes and sub-accounts are kept apart', async () => {
  const token = await sandbox.issue({ withoutScopes: ['calendars/events.readonly'] });
  expect((await sandbox.call(FIRST, { token })).status).toBe(401);
  expect((await sandbox.call(`/calendars/${whitening.id}`, { token })).status).toBe(200);
  const other = await sandbox.issue({ locationId: NORTHSIDE_ID });
  expect((await sandbox.call(FIRST, { token: other })).status).toBe(403);
  expect((await sandbox.call(`/calendars/${whitening.id}`, { token: other })).status).toBe(403);
});
