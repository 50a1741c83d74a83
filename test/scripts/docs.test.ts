import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { generatedPages } from '../../scripts/docs/pages.ts';

describe('generated pages', () => {
  test.each(generatedPages().map((page) => [basename(page.file), page] as const))(
    '%s is what npm run docs writes',
    (_name, { file, content }) => {
      expect(readFileSync(file, 'utf8')).toBe(content);
    },
  );
});
