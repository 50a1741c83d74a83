import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { testsOfOrderHook } from '../../support/payments.ts';

describe('order_status_changed', () => {
  testsOfOrderHook(App.triggers.order_status_changed, 'OrderStatusUpdate');
});
