import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';

import { Deduplicator } from '../../../local/index.ts';
import { isRecord, toList, toRecord, type RawRecord } from '../../../resources/values.ts';
import { App, forgetCache, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { inTimezone } from '../../support/calendars.ts';
import { advanceTime, resumeTime, stopTime } from '../../support/clock.ts';
import { readable } from '../../support/hook.ts';

const trigger = App.triggers.task_due_soon;

const USER = 'uS3rPq8LmN2vXc7ZtYwE';
const CONTACT = 'hT7gK2mWq9ZbR4xVnL0s';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(() => {
  forgetCache();
  // A day before the clocks go back in New York.
  stopTime('2026-10-31T12:00:00Z');
});
afterEach(resumeTime);

const numbered = (index: number) => `tSk6Yu3IoP8aSd1F${String(1000 + index)}`;

/** An open task that is due so long from now. */
const dueIn = (ms: number, index = 0): RawRecord => ({
  _id: numbered(index),
  title: 'Send the offer',
  body: 'Soon.',
  completed: false,
  contactId: CONTACT,
  dueDate: new Date(Date.now() + ms).toISOString(),
});

function searched(tasks: RawRecord[], body: { skip?: number; assignedTo?: string[] } = {}) {
  highLevel()
    .post(`/locations/${LOCATION_ID}/tasks/search`, {
      completed: false,
      limit: 100,
      skip: 0,
      ...body,
    })
    .reply(200, { tasks });
}

const poll = async (inputs: RawRecord = {}, meta: RawRecord = {}) => {
  const inputData = { timeBefore: 30, timeUnit: 'minutes', ...inputs };
  return toList(await run(trigger, { inputData, meta })).filter(isRecord);
};

const idsOf = (items: readonly RawRecord[]) => items.map(({ id }) => id);

describe('task_due_soon', () => {
  test('finds open tasks that are due within the time before, with their contact', async () => {
    inTimezone('America/New_York');
    const task = dueIn(20 * MINUTE);
    searched([task, dueIn(31 * MINUTE, 1), dueIn(-HOUR, 2), { ...task, dueDate: null }], {
      assignedTo: [USER],
    });

    const items = await poll({ assignedTo: USER });

    expect(readable(items)).toMatchObject([
      {
        id: numbered(0),
        title: 'Send the offer',
        dueDate: task['dueDate'],
        contact: { fetch: 'hydrators.contact', with: { contactId: CONTACT } },
      },
    ]);
  });

  test('starts once for each due date, however the checks fall', async () => {
    inTimezone('America/New_York');
    const zap = new Deduplicator(['id', 'dueDate']);
    const task = dueIn(20 * MINUTE);
    searched([task]);
    expect(idsOf(zap.take(await poll()))).toEqual([numbered(0)]);
    advanceTime(15 * MINUTE);
    searched([task]);
    expect(zap.take(await poll())).toEqual([]);
    searched([dueIn(25 * MINUTE)]);
    expect(idsOf(zap.take(await poll()))).toEqual([numbered(0)]);
  });

  test('misses none that becomes due between two checks', async () => {
    inTimezone('America/New_York');
    searched([dueIn(-10 * MINUTE)]);
    expect(await poll({ timeBefore: 0 })).toHaveLength(1);
  });

  test('counts days by the clocks of the sub-account', async () => {
    inTimezone('America/New_York');
    // The night in between has 25 hours.
    searched([dueIn(25 * HOUR), dueIn(25 * HOUR + MINUTE, 1)]);
    expect(idsOf(await poll({ timeBefore: 1, timeUnit: 'days' }))).toEqual([numbered(0)]);
  });

  test('looks through all open tasks', async () => {
    inTimezone('America/New_York');
    searched(Array.from({ length: 100 }, (_, index) => dueIn(48 * HOUR, index)));
    searched([dueIn(MINUTE, 100)], { skip: 100 });
    expect(idsOf(await poll())).toEqual([numbered(100)]);
  });

  test('shows tasks of any due date in a test', async () => {
    searched([dueIn(48 * HOUR)]);
    const [item] = await poll({}, { isLoadingSample: true });
    expect(toRecord(item)['id']).toBe(numbered(0));
  });
});
