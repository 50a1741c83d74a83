import { expect, test } from '@jest/globals';

import { staticChoices } from '../../local/index.ts';

const XY = [
  { id: 'x', label: 'Ex' },
  { id: 'y', label: 'Why' },
];

test.each([
  ['an object', { x: 'Ex', y: 'Why' }, XY],
  [
    'a list of entries',
    [
      { value: 'x', sample: 'x', label: 'Ex' },
      { value: 'y', sample: 'y', label: 'Why' },
    ],
    XY,
  ],
  ['a list of values', ['x'], [{ id: 'x', label: 'x' }]],
  ['a function, which is asked when the dropdown opens', { perform: '$func$2$f$' }, []],
  ['nothing', undefined, []],
])('A dropdown may be declared as %s', (_form, choices, expected) => {
  expect(staticChoices({ choices })).toEqual(expected);
});
