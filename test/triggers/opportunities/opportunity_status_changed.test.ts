import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import { delivered, fixture } from '../../support/hook.ts';
import { testsOfOpportunityHook } from '../../support/opportunity_hooks.ts';

const trigger = App.triggers.opportunity_status_changed;
const { event, record } = fixture('opportunity_status_changed');

describe('opportunity_status_changed', () => {
  testsOfOpportunityHook(trigger, {
    event,
    record,
    events: ['OpportunityStatusUpdate'],
    sort: 'last_status_change_date',
    tells: 'status',
  });

  test('keeps to what was before', async () => {
    const changed = { ...event, previous: { changed: { status: 'open' }, unknown: [] } };
    const of = (inputData: object, one: object = changed) =>
      run(trigger, delivered(one, { inputData: { ...inputData } }));
    expect(await of({ fromStatus: 'open' })).toMatchObject([{ previousStatus: 'open' }]);
    expect(await of({ fromStatus: 'lost' })).toEqual([]);
    expect(await of({ fromStatus: 'open' }, event)).toEqual([]);
  });
});
