import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { delivered, fixture, readable, runHook, testsOfEveryHook } from '../../support/hook.ts';
import { found, OPPORTUNITY } from '../../support/opportunities.ts';

const trigger = App.triggers.opportunity_status_changed;
const { event, record } = fixture('opportunity_status_changed');

describe('opportunity_status_changed', () => {
  testsOfEveryHook(trigger, { events: ['OpportunityStatusUpdate'], event });

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

  test('tells a change once, though HighLevel sends it twice', async () => {
    const told = { ...event, previous: { changed: {}, unknown: [] } };
    const first = { ...event, previous: { changed: { status: null }, unknown: [] } };
    expect(await run(trigger, delivered(told))).toEqual([]);
    expect(await run(trigger, delivered(first))).toHaveLength(1);
  });

  test('keeps to what was before', async () => {
    const changed = { ...event, previous: { changed: { status: 'open' }, unknown: [] } };
    const of = (inputData: object, one: object = changed) =>
      run(trigger, delivered(one, { inputData: { ...inputData } }));
    expect(await of({ fromStatus: 'open' })).toMatchObject([{ previousStatus: 'open' }]);
    expect(await of({ fromStatus: 'lost' })).toEqual([]);
    expect(await of({ fromStatus: 'open' }, event)).toEqual([]);
  });

  test('takes samples from the opportunities that are there', async () => {
    found([OPPORTUNITY], { sort: [{ field: 'last_status_change_date', direction: 'desc' }] });
    expect(await runHook(trigger, 'performList', {})).toMatchObject([{ id: 'o1' }]);
  });
});
