import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run, runMethod } from '../../support/app.ts';
import { choicesOf } from '../../support/fields.ts';
import { nameLists, OPPORTUNITY, PIPELINES, pipelines } from '../../support/opportunities.ts';

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

  test('says to which pipeline a stage belongs that is named', async () => {
    pipelines();
    pipelines();
    pipelines();
    const inputData = {
      opportunityId: 'o1ZbR4xVnL0shT7gK2mW',
      pipelineId: 'Projects',
      pipelineStageId: 'PROPOSAL',
    };
    await expect(run(move, { inputData })).rejects.toThrow(
      /cannot be \\"Proposal\\": it belongs to the pipeline \\"Sales\\", and \\"Pipeline\\" is \\"Projects\\"\. Choose one of these: New\./,
    );
  });

  test.each([
    ['Sales', 'p1ZbR4xVnL0shT7gK2mW'],
    ['sales (2026)', 'p2ZbR4xVnL0shT7gK2mW'],
  ])('takes the pipeline that is called exactly %s', async (pipelineId, id) => {
    const rows = PIPELINES.map((one, index) => ({
      ...one,
      name: ['Sales', 'Sales (2026)'][index],
    }));
    highLevel()
      .get('/opportunities/pipelines')
      .query(true)
      .times(2)
      .reply(200, { pipelines: rows });
    nameLists();
    const [stage] = PIPELINES.find((one) => one.id === id)?.stages ?? [];
    const place = { pipelineId: id, pipelineStageId: stage?.id };
    highLevel()
      .put('/opportunities/o1ZbR4xVnL0shT7gK2mW', place)
      .reply(200, { opportunity: { ...OPPORTUNITY, ...place } });
    const inputData = {
      opportunityId: 'o1ZbR4xVnL0shT7gK2mW',
      pipelineId,
      pipelineStageId: stage?.name,
    };
    await expect(run(move, { inputData })).resolves.toMatchObject(place);
  });

  test('tells pipelines of one name apart by their stages', async () => {
    const rows = PIPELINES.map((one) => ({ ...one, name: 'Sales' }));
    highLevel()
      .get('/opportunities/pipelines')
      .query(true)
      .times(2)
      .reply(200, { pipelines: rows });
    const labels = { results: [{ label: 'Sales (New, Proposal)' }, { label: 'Sales (New)' }] };
    expect(await runMethod(choicesOf(move, 'pipelineId'))).toMatchObject(labels);
    const inputData = {
      opportunityId: 'o1ZbR4xVnL0shT7gK2mW',
      pipelineId: 'Sales',
      pipelineStageId: 'New',
    };
    await expect(run(move, { inputData })).rejects.toThrow(
      'Sales (New, Proposal) and Sales (New) both match',
    );
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
