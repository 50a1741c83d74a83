import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { fixture } from '../../support/hook.ts';
import { testsOfOpportunityHook } from '../../support/opportunity_hooks.ts';

const trigger = App.triggers.opportunity_assigned;
const { event, record } = fixture('opportunity_assigned');

describe('opportunity_assigned', () => {
  testsOfOpportunityHook(trigger, {
    event,
    record,
    events: ['OpportunityAssignedToUpdate'],
    sort: 'date_updated',
    tells: 'assignedTo',
  });
});
