import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { fixture } from '../../support/hook.ts';
import { testsOfOpportunityHook } from '../../support/opportunity_hooks.ts';

const trigger = App.triggers.opportunity_deleted;
const { event, record } = fixture('opportunity_deleted');

describe('opportunity_deleted', () => {
  testsOfOpportunityHook(trigger, {
    event,
    record,
    events: ['OpportunityDelete'],
    sort: 'date_updated',
  });
});
