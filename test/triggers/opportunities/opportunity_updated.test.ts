import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { delivered, fixture } from '../../support/hook.ts';
import { testsOfOpportunityHook } from '../../support/opportunity_hooks.ts';

const trigger = App.triggers.opportunity_updated;
const { event, record } = fixture('opportunity_updated');
const ID = String(event['id']);

describe('opportunity_updated', () => {
  testsOfOpportunityHook(trigger, {
    event,
    record,
    events: ['OpportunityUpdate'],
    sort: 'date_updated',
  });

  test.each(['creation', 'deletion', 'update'])('does not fire beside a %s', async (beside) => {
    const previous = { changed: {}, unknown: ['status'], beside };
    expect(await run(trigger, delivered({ ...event, previous }))).toEqual([]);
  });

  test('fires for a change that the event does not show, such as one of a custom field', async () => {
    highLevel()
      .get(`/opportunities/${ID}`)
      .reply(200, { opportunity: { id: ID } });
    const previous = { changed: {}, unknown: [] };
    expect(await run(trigger, delivered({ ...event, previous }))).toMatchObject([{ id: ID }]);
  });

  test('does not fire once the opportunity is gone, of whose deletion the relay was not told yet', async () => {
    highLevel().get(`/opportunities/${ID}`).reply(404, { message: 'Opportunity not found' });
    const previous = { changed: {}, unknown: [] };
    expect(await run(trigger, delivered({ ...event, previous }))).toEqual([]);
  });

  test('asks HighLevel nothing about what its filters leave out', async () => {
    const previous = { changed: {}, unknown: [] };
    const parts = { inputData: { statuses: ['abandoned'] } };
    expect(await run(trigger, delivered({ ...event, previous }, parts))).toEqual([]);
  });
});
