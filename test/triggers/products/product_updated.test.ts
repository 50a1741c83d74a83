import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { testsOfProductHook } from '../../support/products.ts';

describe('product_updated', () => {
  testsOfProductHook(App.triggers.product_updated, 'ProductUpdate');
});
