import { expect, test } from '@jest/globals';

import { outdatedPages } from '../../scripts/docs/pages.ts';

test('the generated pages are what npm run docs writes', async () => {
  expect(await outdatedPages()).toEqual([]);
});
