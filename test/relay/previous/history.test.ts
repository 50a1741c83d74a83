import { describe, expect, test } from '@jest/globals';

import { learn, newHistory, parseHistory } from '../../../relay/previous/history.ts';
import { readEvent } from '../support/highlevel.ts';

const NOW = Date.parse('2026-06-01T12:00:00Z');
const SAME = { changed: {}, unknown: [] };

/** What the relay says of events of one record, as HighLevel posts them. */
function said(base: Record<string, unknown>) {
  let history = newHistory();
  return (type: string, fields: Record<string, unknown> = {}, minute?: number) => {
    const timestamp = minute === undefined ? {} : { timestamp: NOW + (minute - 60) * 60_000 };
    const event = { type, locationId: 'location1', ...timestamp, ...base, ...fields };
    const { record } = readEvent({ body: Buffer.from(JSON.stringify(event)) });
    if (!record) throw new Error(`${type} is of no record.`);
    const previous = learn(history, record, NOW);
    history = parseHistory(JSON.stringify(history));
    return previous;
  };
}

/** The changes of it. */
function memory(base: Record<string, unknown>) {
  const tell = said(base);
  return (...event: Parameters<typeof tell>) => {
    const { changed, unknown } = tell(...event);
    return { changed, unknown };
  };
}

const DEAL = { id: 'deal1', status: 'open', pipelineId: 'p1', pipelineStageId: 'A' };
const STAGE = ['pipelineId', 'pipelineStageId'];
const opportunity = () => memory(DEAL);

function appointment() {
  const tell = said({});
  const own = {
    id: 'appointment1',
    appointmentStatus: 'confirmed',
    title: 'First talk',
    calendarId: 'calendar1',
    startTime: '2026-06-02T16:00:00+05:30',
    endTime: '2026-06-02T17:00:00+05:30',
  };
  return (type: string, fields: Record<string, unknown> = {}, minute?: number) =>
    tell(type, { appointment: { ...own, ...fields } }, minute);
}

describe('an opportunity', () => {
  test('a new one has nothing before it, in both of its events, in either order', () => {
    const told = opportunity();
    expect(told('OpportunityCreate')).toEqual(SAME);
    expect(told('OpportunityUpdate')).toEqual(SAME);
    const reversed = opportunity();
    expect(reversed('OpportunityUpdate').unknown).toContain('status');
    expect(reversed('OpportunityCreate')).toEqual(SAME);
    expect(reversed('OpportunityStatusUpdate')).toEqual(SAME);
  });

  test.each([
    ['status', { status: 'won' }, 'OpportunityStatusUpdate', 'open'],
    ['pipelineStageId', { pipelineStageId: 'B' }, 'OpportunityStageUpdate', 'A'],
    ['monetaryValue', { monetaryValue: 40 }, 'OpportunityMonetaryValueUpdate', null],
    ['assignedTo', { assignedTo: 'user1' }, 'OpportunityAssignedToUpdate', null],
  ])('a change of %s is told once by each of its two events', (field, change, name, from) => {
    for (const names of [
      [name, 'OpportunityUpdate'],
      ['OpportunityUpdate', name],
    ]) {
      const told = opportunity();
      told('OpportunityCreate');
      for (const event of names) {
        expect(told(event, change)).toEqual({ changed: { [field]: from }, unknown: [] });
        expect(told(event, change)).toEqual(SAME);
      }
    }
  });

  test('of two changes at once each event tells its own, and the general one both', () => {
    const told = opportunity();
    told('OpportunityCreate');
    const both = { status: 'won', pipelineStageId: 'B' };
    expect(told('OpportunityStageUpdate', both).changed).toEqual({ pipelineStageId: 'A' });
    expect(told('OpportunityStatusUpdate', both).changed).toEqual({ status: 'open' });
    expect(told('OpportunityUpdate', both).changed).toEqual({
      status: 'open',
      pipelineStageId: 'A',
    });
  });

  test('there and back is two changes', () => {
    const told = opportunity();
    told('OpportunityCreate');
    const to = (pipelineStageId: string) =>
      told('OpportunityStageUpdate', { pipelineStageId }).changed;
    expect([to('B'), to('A'), to('B')]).toEqual([
      { pipelineStageId: 'A' },
      { pipelineStageId: 'B' },
      { pipelineStageId: 'A' },
    ]);
  });

  test('what was not seen before is unknown, once for each name, and known from then on', () => {
    const told = opportunity();
    expect(told('OpportunityUpdate').unknown).toEqual(expect.arrayContaining(STAGE));
    expect(told('OpportunityUpdate')).toEqual(SAME);
    expect(told('OpportunityStageUpdate')).toEqual({ changed: {}, unknown: STAGE });
    expect(told('OpportunityStageUpdate')).toEqual(SAME);
    expect(told('OpportunityStageUpdate', { pipelineStageId: 'B' })).toEqual({
      changed: { pipelineStageId: 'A' },
      unknown: [],
    });
  });

  test('an event that names a change says what the rest was before', () => {
    const told = opportunity();
    told('OpportunityStageUpdate');
    expect(told('OpportunityStatusUpdate', { status: 'lost' }).changed).toEqual({ status: 'open' });
  });

  test('who is assigned no more was assigned before', () => {
    const told = opportunity();
    told('OpportunityCreate', { assignedTo: 'user1' });
    expect(told('OpportunityAssignedToUpdate').changed).toEqual({ assignedTo: 'user1' });
    expect(told('OpportunityUpdate')).toEqual(SAME);
  });

  test('events out of order find their places by their dates, and make no false change', () => {
    const told = opportunity();
    told('OpportunityCreate', {}, 0);
    const stage = (pipelineStageId: string, minute: number) =>
      told('OpportunityStageUpdate', { pipelineStageId }, minute);
    expect(stage('C', 20).changed).toEqual({ pipelineStageId: 'A' });
    expect(stage('B', 10).changed).toEqual({ pipelineStageId: 'A' });
    expect(stage('C', 21)).toEqual(SAME);
    expect(stage('D', 30).changed).toEqual({ pipelineStageId: 'C' });
    expect(told('OpportunityUpdate', { pipelineStageId: 'B' }, 11).changed).toEqual({
      pipelineStageId: 'A',
    });
  });

  test('a date in the future counts as now', () => {
    const told = opportunity();
    told('OpportunityCreate', {}, 0);
    told('OpportunityStatusUpdate', { status: 'won' }, 1e6);
    expect(told('OpportunityStatusUpdate', { status: 'lost' }).changed).toEqual({ status: 'won' });
  });

  test('the same amount as text, and none instead of 0, is no change', () => {
    const told = opportunity();
    told('OpportunityCreate', { monetaryValue: 0 });
    expect(told('OpportunityMonetaryValueUpdate', { monetaryValue: null })).toEqual(SAME);
    told('OpportunityMonetaryValueUpdate', { monetaryValue: 40 });
    expect(told('OpportunityMonetaryValueUpdate', { monetaryValue: '40.0' })).toEqual(SAME);
  });

  test('however often it changes, few values are kept', () => {
    const told = opportunity();
    told('OpportunityCreate');
    for (let stage = 0; stage < 100; stage += 1) {
      const { changed } = told('OpportunityStageUpdate', { pipelineStageId: `${stage}` });
      expect(changed).toEqual({ pipelineStageId: stage === 0 ? 'A' : `${stage - 1}` });
    }
  });
});

describe('an update of an opportunity', () => {
  const updates = () => {
    const tell = said(DEAL);
    return (type: string, fields: Record<string, unknown>, minute: number) =>
      tell(type, fields, minute).beside;
  };
  const CREATED = { dateAdded: new Date(NOW).toISOString() };
  const MOVED = { ...CREATED, pipelineStageId: 'B' };

  test('beside the creation belongs to it, in either order, and only one does', () => {
    const told = updates();
    expect(told('OpportunityCreate', CREATED, 60)).toBeUndefined();
    expect(told('OpportunityUpdate', CREATED, 60)).toBe('creation');
    expect(told('OpportunityUpdate', CREATED, 61)).toBeUndefined();
    const reversed = updates();
    expect(reversed('OpportunityUpdate', CREATED, 60)).toBe('creation');
    expect(reversed('OpportunityCreate', CREATED, 60)).toBeUndefined();
    expect(reversed('OpportunityUpdate', CREATED, 61)).toBeUndefined();
  });

  test('belongs to the creation though its delivery was repeated, and not after long', () => {
    const late = updates();
    late('OpportunityCreate', CREATED, 0);
    expect(late('OpportunityUpdate', CREATED, 4)).toBe('creation');
    const later = updates();
    later('OpportunityCreate', CREATED, 0);
    expect(later('OpportunityUpdate', CREATED, 6)).toBeUndefined();
  });

  test('that shows a change is one, however new the opportunity is', () => {
    const told = updates();
    told('OpportunityCreate', CREATED, 60);
    expect(told('OpportunityUpdate', MOVED, 60)).toBeUndefined();
    expect(told('OpportunityUpdate', MOVED, 60)).toBe('creation');
    const unseen = updates();
    expect(unseen('OpportunityUpdate', { dateAdded: '2026-05-01T00:00:00Z' }, 0)).toBeUndefined();
  });

  test('after the deletion belongs to it', () => {
    const told = updates();
    told('OpportunityCreate', CREATED, 0);
    told('OpportunityDelete', CREATED, 30);
    expect(told('OpportunityUpdate', CREATED, 30)).toBe('deletion');
  });

  test('that shows nothing new belongs to another at the same time, and is one of its own later', () => {
    const told = updates();
    told('OpportunityCreate', CREATED, 0);
    told('OpportunityUpdate', CREATED, 0);
    expect(told('OpportunityUpdate', MOVED, 30)).toBeUndefined();
    expect(told('OpportunityUpdate', MOVED, 30)).toBe('update');
    expect(told('OpportunityUpdate', MOVED, 30.1)).toBeUndefined();
    expect(told('OpportunityUpdate', MOVED, 30.12)).toBe('update');
  });

  test('alone has this: the events that name a change, and those of appointments, do not', () => {
    const told = updates();
    told('OpportunityCreate', CREATED, 0);
    expect(told('OpportunityStageUpdate', CREATED, 0)).toBeUndefined();
    const tell = said({ appointment: { id: 'appointment1' } });
    tell('AppointmentCreate');
    expect(tell('AppointmentUpdate').beside).toBeUndefined();
  });
});

test('a history as an earlier version of the relay stored it is read as empty', () => {
  expect(parseHistory('{"status":[{"at":1,"value":"open","told":[]}]}')).toEqual(newHistory());
});

describe('an appointment', () => {
  test('a change of its status and one of its time are told apart', () => {
    const told = appointment();
    told('AppointmentCreate');
    expect(told('AppointmentUpdate', { source: 'widget' })).toEqual(SAME);
    expect(told('AppointmentUpdate', { appointmentStatus: 'noshow' }).changed).toEqual({
      appointmentStatus: 'confirmed',
    });
    const later = { appointmentStatus: 'noshow', startTime: '2026-06-03T16:00:00+05:30' };
    expect(told('AppointmentUpdate', later).changed).toEqual({
      startTime: '2026-06-02T16:00:00+05:30',
    });
  });

  test('another calendar is told with the one before', () => {
    const told = appointment();
    told('AppointmentCreate');
    expect(told('AppointmentUpdate', { calendarId: 'calendar2' }).changed).toEqual({
      calendarId: 'calendar1',
    });
  });

  test.each([
    ['title', 'First talk', 'Second talk'],
    ['notes', null, 'Bring the plan. '.repeat(1000)],
    ['address', null, '12 Main Street'],
  ])('a change of its %s is told once, without what was there before', (field, from, to) => {
    const told = appointment();
    told('AppointmentCreate');
    expect(told('AppointmentUpdate', { [field]: to })).toEqual({ ...SAME, edited: [field] });
    expect(told('AppointmentUpdate', { [field]: to })).toEqual(SAME);
    expect(told('AppointmentUpdate', { [field]: from ?? '' })).toEqual({
      ...SAME,
      edited: [field],
    });
  });

  test('a text that was never seen is unknown, once', () => {
    const told = appointment();
    expect(told('AppointmentUpdate', { notes: 'Bring the plan.' }).unknown).toContain('notes');
    expect(told('AppointmentUpdate', { notes: 'Bring the plan.' })).toEqual(SAME);
  });

  test('the same time in another zone is no change', () => {
    const told = appointment();
    told('AppointmentCreate');
    expect(told('AppointmentUpdate', { startTime: '2026-06-02T10:30:00.000Z' })).toEqual(SAME);
  });
});

test.each([
  { type: 'OpportunityUpdate', locationId: 'location1' },
  { type: 'OpportunityUpdate', id: 'deal1' },
  { type: 'AppointmentUpdate', locationId: 'location1', appointment: 'text' },
  { type: 'ContactUpdate', locationId: 'location1', id: 'contact1' },
])('%j is of no record that is remembered', (event) => {
  expect(readEvent({ body: Buffer.from(JSON.stringify(event)) }).record).toBeUndefined();
});
