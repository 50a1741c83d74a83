import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { fixture } from '../../support/hook.ts';
import { testsOfOpportunityHook } from '../../support/opportunity_hooks.ts';

const trigger = App.triggers.opportunity_value_changed;
const { event, record } = fixture('opportunity_value_changed');

describe('opportunity_value_changed', () => {
  testsOfOpportunityHook(trigger, {
    event,
    record,
    events: ['OpportunityMonetaryValueUpdate'],
    sort: 'date_updated',
    tells: 'monetaryValue',
  });
});
