import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { pipelines } from '../../support/opportunities.ts';

const find = App.searches.find_pipeline_stage;

describe('find_pipeline_stage', () => {
  test('finds a stage by the names of both, in the order of the pipeline', async () => {
    pipelines();
    const inputData = { name: ' new', pipeline: 'SALES' };
    expect(await run(find, { inputData })).toEqual([
      {
        id: 's1ZbR4xVnL0shT7gK2mW',
        name: 'New',
        pipelineName: 'Sales',
        number: 1,
        isFirst: true,
        isLast: false,
        winProbability: 10,
        pipelineId: 'p1ZbR4xVnL0shT7gK2mW',
        locationId: expect.any(String),
      },
    ]);
  });

  test('looks in all pipelines without one', async () => {
    pipelines();
    expect(await run(find, { inputData: { name: 'New' } })).toMatchObject([
      { id: 's1ZbR4xVnL0shT7gK2mW' },
      { id: 's3ZbR4xVnL0shT7gK2mW' },
    ]);
  });
});
