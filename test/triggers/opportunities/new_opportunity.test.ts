import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { fixture } from '../../support/hook.ts';
import { testsOfOpportunityHook } from '../../support/opportunity_hooks.ts';

const trigger = App.triggers.new_opportunity;
const { event, record } = fixture('new_opportunity');

describe('new_opportunity', () => {
  testsOfOpportunityHook(trigger, {
    event,
    record,
    events: ['OpportunityCreate'],
    sort: 'date_added',
  });
});
