import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { testsOfProductHook } from '../../support/products.ts';

describe('product_deleted', () => {
  testsOfProductHook(App.triggers.product_deleted, 'ProductDelete');
});
