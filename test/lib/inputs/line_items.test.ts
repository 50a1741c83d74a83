import { describe, expect, test } from '@jest/globals';

import { lineItems } from '../../../lib/inputs/line_items.ts';

const KEYS = ['title', 'url'];

describe('lineItems', () => {
  test.each([
    ['mapped lines', { files: [{ title: 'A' }, { title: 'B' }] }, [{ title: 'A' }, { title: 'B' }]],
    ['one line that is no list', { files: { title: 'A' } }, [{ title: 'A' }]],
    ['typed children', { title: 'A', other: 'x' }, [{ title: 'A' }]],
    ['nothing', { other: 'x' }, []],
    ['lines before typed children', { files: [{ title: 'A' }], title: 'A' }, [{ title: 'A' }]],
  ])('reads %s', (_what, inputData, lines) => {
    expect(lineItems(inputData, 'files', KEYS)).toEqual(lines);
  });
});
