import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';
import { found, OPPORTUNITY } from '../../support/opportunities.ts';

const trigger = App.triggers.opportunity_deleted;
const { event, record } = fixture('opportunity_deleted');

describe('opportunity_deleted', () => {
  testsOfEveryHook(trigger, { events: ['OpportunityDelete'], event });

  test('reads the event', async () => {
    expect(readable(await run(trigger, delivered(event)))).toEqual([record]);
  });

  test.each([
    [
      'a stage',
      { pipelineStageId: 'sTg2Pr0PoS4lS6eNt8Qw' },
      { pipelineStageId: 'sTg2Pr0PoS4lS6eNt8Qx' },
    ],
    ['a status', { status: 'won' }, { status: 'lost' }],
  ])('keeps to %s', async (_what, same, other) => {
    expect(await run(trigger, delivered(event, { inputData: same }))).toHaveLength(1);
    expect(await run(trigger, delivered(event, { inputData: other }))).toEqual([]);
  });

  test('takes samples from the opportunities that are there', async () => {
    found([OPPORTUNITY], { sort: [{ field: 'date_updated', direction: 'desc' }] });
    expect(await runHook(trigger, 'performList', {})).toMatchObject([{ id: 'o1' }]);
  });
});
