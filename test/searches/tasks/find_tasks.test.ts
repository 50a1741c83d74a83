import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const TASKS = [
  { _id: 't1', title: 'Later', dueDate: '2026-11-26T09:00:00.000Z' },
  { _id: 't2', title: 'First', dueDate: '2026-11-24T09:00:00.000Z', completed: false },
  { _id: 't3', title: 'Some day' },
];

function searched(body: object) {
  highLevel()
    .post(`/locations/${LOCATION_ID}/tasks/search`, { limit: 100, skip: 0, ...body })
    .reply(200, { tasks: TASKS });
}

describe('find_tasks', () => {
  test('puts first what is due first', async () => {
    searched({ assignedTo: ['u1'], completed: false });

    const found = await run(App.searches.find_tasks, {
      inputData: { assignedTo: 'u1', completed: 'no', limit: 2 },
    });

    expect(found).toMatchObject([
      {
        id: 't2',
        count: 2,
        hasMore: true,
        summary: 'First, due 2026-11-24 09:00\nLater, due 2026-11-26 09:00',
        tasks: [{ id: 't2' }, { id: 't1' }],
      },
    ]);
  });

  test.each([
    [{ dueBefore: '2026-11-25' }, ['t2']],
    [{ dueAfter: '2026-11-25' }, ['t1']],
    [{ dueAfter: '2026-12-01' }, undefined],
  ])('finds with %j the tasks %j', async (inputData, ids) => {
    searched({});

    expect(await run(App.searches.find_tasks, { inputData })).toMatchObject(
      ids ? [{ hasMore: false, tasks: ids.map((id) => ({ id })) }] : [],
    );
  });
});
