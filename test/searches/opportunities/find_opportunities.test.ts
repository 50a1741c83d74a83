import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { found, OPPORTUNITY, pipelines, users } from '../../support/opportunities.ts';

const find = App.searches.find_opportunities;

describe('find_opportunities', () => {
  test('returns one item with line items, a digest and the total value', async () => {
    const other = {
      ...OPPORTUNITY,
      id: 'o2ZbR4xVnL0shT7gK2mW',
      name: 'Logo',
      monetaryValue: 0.1,
      contact: {},
    };
    found([OPPORTUNITY, other], { limit: 2, page: 1 }, 7);
    pipelines();
    users();
    expect(await run(find, { inputData: { limit: 2 } })).toMatchObject([
      {
        digest:
          'Website: 2500, Proposal (Sales), open, Anna Example\nLogo: 0.1, Proposal (Sales), open',
        count: 2,
        total: 7,
        hasMore: true,
        totalValue: 2500.1,
        opportunities: [
          { id: 'o1ZbR4xVnL0shT7gK2mW', stageName: 'Proposal', contactEmail: 'anna@example.com' },
          { id: 'o2ZbR4xVnL0shT7gK2mW', assignedToName: 'Sam Agent' },
        ],
      },
    ]);
  });

  test('narrows by value and date, and sorts', async () => {
    found([], {
      filters: [
        { field: 'monetary_value', operator: 'range', value: { gte: 10 } },
        { field: 'date_updated', operator: 'range', value: { lte: '2026-11-20T10:00:00.000Z' } },
      ],
      sort: [{ field: 'date_updated', direction: 'asc' }],
    });
    const inputData = { minimumValue: 10, updatedBefore: '2026-11-20T10:00:00Z', order: 'stale' };
    expect(await run(find, { inputData })).toEqual([]);
  });

  test.each([
    [{ minimumValue: 10, maximumValue: 5 }, /Nothing can match/],
    [{ createdAfter: '2026-11-20', createdBefore: '2026-11-10' }, /is earlier than/],
    [{ updatedAfter: '2026-11-20', updatedBefore: '2026-11-10' }, /is earlier than/],
    [{ customFieldValue: 'Logo' }, /go together/],
  ])('says what is wrong with %p', async (inputData, sentence) => {
    await expect(run(find, { inputData })).rejects.toThrow(sentence);
  });
});
