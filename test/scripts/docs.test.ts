import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { generatedPages } from '../../scripts/docs/pages.ts';

describe('generated pages', () => {
  test('are what npm run docs writes', async () => {
    for (const { file, content } of await generatedPages()) {
      expect([basename(file), readFileSync(file, 'utf8')]).toEqual([basename(file), content]);
    }
  });
});
