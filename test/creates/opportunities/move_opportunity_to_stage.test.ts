import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { nameLists, OPPORTUNITY, pipelines } from '../../support/opportunities.ts';

const move = App.creates.move_opportunity_to_stage;

describe('move_opportunity_to_stage', () => {
  test('moves to a stage by the names', async () => {
    pipelines();
    pipelines();
    nameLists();
    const place = { pipelineId: 'p2ZbR4xVnL0shT7gK2mW', pipelineStageId: 's3ZbR4xVnL0shT7gK2mW' };
    highLevel()
      .put('/opportunities/o1ZbR4xVnL0shT7gK2mW', place)
      .reply(200, { opportunity: { ...OPPORTUNITY, ...place } });
    const inputData = {
      opportunityId: 'o1ZbR4xVnL0shT7gK2mW',
      pipelineId: 'Projects',
      pipelineStageId: 'New',
    };
    await expect(run(move, { inputData })).resolves.toMatchObject({ stageName: 'New' });
  });

  test('refuses a stage of another pipeline', async () => {
    nameLists();
    const inputData = {
      opportunityId: 'o1ZbR4xVnL0shT7gK2mW',
      pipelineId: 'p1ZbR4xVnL0shT7gK2mW',
      pipelineStageId: 's3ZbR4xVnL0shT7gK2mW',
    };
    await expect(run(move, { inputData })).rejects.toThrow(/it belongs to the pipeline/);
  });
});
