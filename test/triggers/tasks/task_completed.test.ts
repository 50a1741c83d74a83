import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.task_completed;
const { event, record } = fixture('task_completed');

describe('task_completed', () => {
  testsOfEveryHook(trigger, { events: ['TaskComplete'], event });

  test('reads the event', async () => {
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test('keeps to an assigned user', async () => {
    const inputData = { assignedTo: 'uS3rPq8LmN2vXc7ZtYwF' };
    expect(await run(trigger, delivered(event, { inputData }))).toEqual([]);
  });

  test('takes samples from the completed tasks', async () => {
    highLevel()
      .post(`/locations/${LOCATION_ID}/tasks/search`, { completed: true, limit: 100, skip: 0 })
      .reply(200, {
        tasks: [
          {
            _id: 't1ZbR4xVnL0shT7gK2mW',
            title: 'Call',
            completed: true,
            contactId: 'k1ZbR4xVnL0shT7gK2mW',
          },
        ],
      });
    expect(await runHook(trigger, 'performList')).toMatchObject([
      { id: 't1ZbR4xVnL0shT7gK2mW', completed: true },
    ]);
  });
});
