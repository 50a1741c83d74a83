import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { delivered, fixture } from '../../support/hook.ts';
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

  test('keeps to what was before', async () => {
    const changed = { ...event, previous: { changed: { pipelineStageId: 's1' }, unknown: [] } };
    const of = (inputData: object, one: object = changed) =>
      run(trigger, delivered(one, { inputData: { ...inputData } }));
    expect(await of({ fromStageId: 's1' })).toMatchObject([{ previousStageId: 's1' }]);
    expect(await of({ fromStageId: 's2' })).toEqual([]);
    expect(await of({ fromStageId: 's1' }, event)).toEqual([]);
  });
});
