import { describe } from '@jest/globals';

import { App } from '../../support/app.ts';
import { testsOfProductHook } from '../../support/products.ts';

describe('new_product', () => {
  testsOfProductHook(App.triggers.new_product, 'ProductCreate');
});
