import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';

const trigger = App.triggers.task_deleted;
const { event, record } = fixture('task_deleted');

describe('task_deleted', () => {
  testsOfEveryHook(trigger, { events: ['TaskDelete'], event });

  test('reads the event, and fetches nothing of the task, which is gone', async () => {
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
    const { contactId: _contact, body: _body, ...thin } = event;
    expect(await run(trigger, delivered(thin))).toMatchObject([
      { id: record['id'], body: null, contactId: null, contact: null },
    ]);
  });

  test('keeps to an assigned user', async () => {
    const inputData = { assignedTo: 'uS3rPq8LmN2vXc7ZtYwF' };
    expect(await run(trigger, delivered(event, { inputData }))).toEqual([]);
  });

  test('takes samples from the tasks that are there', async () => {
    highLevel()
      .post(`/locations/${LOCATION_ID}/tasks/search`, { limit: 100, skip: 0 })
      .reply(200, {
        tasks: [{ _id: 't1ZbR4xVnL0shT7gK2mW', title: 'Call', contactId: 'k1ZbR4xVnL0shT7gK2mW' }],
      });
    expect(await runHook(trigger, 'performList')).toMatchObject([
      { id: 't1ZbR4xVnL0shT7gK2mW', title: 'Call' },
    ]);
  });
});
