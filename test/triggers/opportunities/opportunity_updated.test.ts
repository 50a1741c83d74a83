import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { fixture } from '../../support/hook.ts';
import { testsOfOpportunityHook } from '../../support/opportunity_hooks.ts';

const trigger = App.triggers.opportunity_updated;
const { event, record } = fixture('opportunity_updated');

describe('opportunity_updated', () => {
  testsOfOpportunityHook(trigger, {
    event,
    record,
    events: ['OpportunityUpdate'],
    sort: 'date_updated',
  });
});
