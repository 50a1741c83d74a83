import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { numberedId } from '../../support/ids.ts';

const findTask = App.searches.find_task;

describe('find_task', () => {
  test('asks for what was filled in and reads the rows of the search', async () => {
    highLevel()
      .post(`/locations/${LOCATION_ID}/tasks/search`, {
        contactId: ['c1ZbR4xVnL0shT7gK2mW'],
        assignedTo: ['u1ZbR4xVnL0shT7gK2mW'],
        completed: false,
        query: 'offer',
        limit: 100,
        skip: 0,
      })
      .reply(200, {
        tasks: [
          {
            _id: 'k1ZbR4xVnL0shT7gK2mW',
            title: 'Send the offer',
            completed: false,
            contactId: 'c1ZbR4xVnL0shT7gK2mW',
            contactDetails: { firstName: 'Anna', lastName: 'Example' },
            dueDate: '2026-11-24T09:00:00.000Z',
            createdAt: '2026-11-20T10:02:00.000Z',
            locationId: LOCATION_ID,
          },
        ],
      });

    const { results, paging_token } = await page({
      query: 'offer',
      contactId: 'c1ZbR4xVnL0shT7gK2mW',
      assignedTo: 'u1ZbR4xVnL0shT7gK2mW',
      completed: 'no',
    });

    expect(results).toMatchObject([
      {
        id: 'k1ZbR4xVnL0shT7gK2mW',
        contactName: 'Anna Example',
        dateAdded: '2026-11-20T10:02:00.000Z',
      },
    ]);
    expect(paging_token).toBeNull();
  });

  test('carries every filter to the next page', async () => {
    const tasks = Array.from({ length: 100 }, (_, index) => ({ _id: numberedId('k', index) }));
    highLevel()
      .post(`/locations/${LOCATION_ID}/tasks/search`, { query: 'call', limit: 100, skip: 100 })
      .reply(200, { tasks });

    const { results, paging_token } = await page({ query: 'call' }, '100');

    expect(results).toHaveLength(100);
    expect(paging_token).toBe('200');
  });

  test('reads on past tasks that are due at another time', async () => {
    const LATER = { dueDate: '2026-12-24T09:00:00.000Z' };
    const numbered = (index: number) => `tSk6Yu3IoP8aSd1F${String(1000 + index)}`;
    const searched = (skip: number, tasks: object[]) =>
      highLevel()
        .post(`/locations/${LOCATION_ID}/tasks/search`, { completed: false, limit: 100, skip })
        .reply(200, { tasks });
    searched(
      0,
      Array.from({ length: 100 }, (_, index) => ({ _id: numbered(index), ...LATER })),
    );
    searched(100, [
      { _id: numbered(100), dueDate: '2026-11-24T09:00:00.000Z' },
      { _id: numbered(101) },
      { _id: numbered(102), ...LATER },
    ]);

    const { results, paging_token } = await page({
      completed: 'no',
      dueAfter: '2026-11-24',
      dueBefore: '2026-11-25',
    });

    expect(results).toMatchObject([{ id: numbered(100) }]);
    expect(paging_token).toBeNull();
  });

  test('wants something to go by', async () => {
    await expect(run(findTask, { inputData: { completed: 'yes' } })).rejects.toThrow(/Fill in/);
  });
});

async function page(inputData: Record<string, unknown>, token?: string) {
  const found = await run(findTask, { inputData, meta: { ...(token && { paging_token: token }) } });
  // A search that pages answers this.
  return found as { results: unknown[]; paging_token: string | null };
}
