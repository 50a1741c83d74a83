import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const findWorkflow = App.searches.find_workflow;

const WORKFLOWS = [
  { id: 'w1ZbR4xVnL0shT7gK2mW', name: 'Welcome new patient', status: 'published', version: 4 },
  {
    id: 'w2ZbR4xVnL0shT7gK2mW',
    name: 'welcome',
    status: 'published',
    updatedAt: '2026-05-26T11:33:49.000Z',
  },
  { id: 'w3ZbR4xVnL0shT7gK2mW', name: 'Welcome back', status: 'draft' },
  { id: 'w4ZbR4xVnL0shT7gK2mW', name: 'Recall', status: 'published' },
];

function listed() {
  highLevel()
    .get('/workflows/')
    .query({ locationId: LOCATION_ID })
    .matchHeader('version', '2021-07-28')
    .reply(200, { workflows: WORKFLOWS });
}

describe('find_workflow', () => {
  test('finds workflows by a part of the name, the exact one first', async () => {
    listed();

    const found = await run(findWorkflow, { inputData: { name: ' Welcome ' } });

    expect(found).toMatchObject([
      { id: 'w2ZbR4xVnL0shT7gK2mW', updatedAt: '2026-05-26T11:33:49.000Z', version: null },
      { id: 'w1ZbR4xVnL0shT7gK2mW', version: 4 },
      { id: 'w3ZbR4xVnL0shT7gK2mW' },
    ]);
  });

  test('keeps to a status', async () => {
    listed();

    const found = await run(findWorkflow, { inputData: { name: 'welcome', status: 'draft' } });

    expect(found).toMatchObject([{ id: 'w3ZbR4xVnL0shT7gK2mW', status: 'draft' }]);
  });

  test('finds none', async () => {
    listed();

    expect(await run(findWorkflow, { inputData: { name: 'Black Friday' } })).toEqual([]);
  });
});
