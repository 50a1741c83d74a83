import { describe, expect, test } from '@jest/globals';

import { opportunity } from '../../../hydrators.ts';
import { toList, toRecord } from '../../../resources/values.ts';
import { App, highLevel, run, runMethod } from '../../support/app.ts';
import { delivered, fixture, readable } from '../../support/hook.ts';
import { OPPORTUNITY, pipelines, users } from '../../support/opportunities.ts';
import { testsOfOpportunityHook } from '../../support/opportunity_hooks.ts';

const trigger = App.triggers.opportunity_stage_changed;
const { event, record } = fixture('opportunity_stage_changed');

describe('opportunity_stage_changed', () => {
  testsOfOpportunityHook(trigger, {
    event,
    record,
    events: ['OpportunityStageUpdate'],
    sort: 'last_stage_change_date',
    tells: 'pipelineStageId',
  });

  test('names the stage, the pipeline and the user before, with the details', async () => {
    const changed = {
      pipelineStageId: 's1ZbR4xVnL0shT7gK2mW',
      pipelineId: 'p2ZbR4xVnL0shT7gK2mW',
      assignedTo: 'u1ZbR4xVnL0shT7gK2mW',
    };
    const moved = { ...event, previous: { changed, unknown: [] } };
    const [item] = toList(readable(await run(trigger, delivered(moved))));
    highLevel()
      .get(`/opportunities/${String(event['id'])}`)
      .reply(200, { opportunity: OPPORTUNITY });
    pipelines();
    users();
    const inputData = toRecord(toRecord(toRecord(item)['details'])['with']);
    expect(await runMethod(opportunity, { inputData })).toMatchObject({
      stageName: 'Proposal',
      previousStageName: 'New',
      previousPipelineName: 'Projects',
      previousAssignedToName: 'Sam Agent',
    });
  });

  test('keeps to what was before', async () => {
    const changed = {
      ...event,
      previous: { changed: { pipelineStageId: 's1ZbR4xVnL0shT7gK2mW' }, unknown: [] },
    };
    const of = (inputData: object, one: object = changed) =>
      run(trigger, delivered(one, { inputData: { ...inputData } }));
    expect(await of({ fromStageId: 's1ZbR4xVnL0shT7gK2mW' })).toMatchObject([
      { previousStageId: 's1ZbR4xVnL0shT7gK2mW' },
    ]);
    expect(await of({ fromStageId: 's2ZbR4xVnL0shT7gK2mW' })).toEqual([]);
    expect(await of({ fromStageId: 's1ZbR4xVnL0shT7gK2mW' }, event)).toEqual([]);
  });
});
