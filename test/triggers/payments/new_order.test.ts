import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { testsOfOrderHook } from '../../support/payments.ts';

describe('new_order', () => {
  testsOfOrderHook(App.triggers.new_order, 'OrderCreate');
});
