import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const TASKS = [
  { _id: 't1ZbR4xVnL0shT7gK2mW', title: 'Later', dueDate: '2026-11-26T09:00:00.000Z' },
  {
    _id: 't2ZbR4xVnL0shT7gK2mW',
    title: 'First',
    dueDate: '2026-11-24T09:00:00.000Z',
    completed: false,
  },
  { _id: 't3ZbR4xVnL0shT7gK2mW', title: 'Some day' },
];

function searched(body: object) {
  highLevel()
    .post(`/locations/${LOCATION_ID}/tasks/search`, { limit: 100, skip: 0, ...body })
    .reply(200, { tasks: TASKS });
}

describe('find_tasks', () => {
  test('puts first what is due first', async () => {
    searched({ assignedTo: ['u1ZbR4xVnL0shT7gK2mW'], completed: false });

    const found = await run(App.searches.find_tasks, {
      inputData: { assignedTo: 'u1ZbR4xVnL0shT7gK2mW', completed: 'no', limit: 2 },
    });

    expect(found).toMatchObject([
      {
        id: 't2ZbR4xVnL0shT7gK2mW',
        count: 2,
        hasMore: true,
        summary: 'First, due 2026-11-24 09:00\nLater, due 2026-11-26 09:00',
        tasks: [{ id: 't2ZbR4xVnL0shT7gK2mW' }, { id: 't1ZbR4xVnL0shT7gK2mW' }],
      },
    ]);
  });

  test.each([
    [{ dueBefore: '2026-11-25' }, ['t2ZbR4xVnL0shT7gK2mW']],
    [{ dueAfter: '2026-11-25' }, ['t1ZbR4xVnL0shT7gK2mW']],
    [{ dueAfter: '2026-12-01' }, undefined],
  ])('finds with %j the tasks %j', async (inputData, ids) => {
    searched({});

    expect(await run(App.searches.find_tasks, { inputData })).toMatchObject(
      ids ? [{ hasMore: false, tasks: ids.map((id) => ({ id })) }] : [],
    );
  });
});
