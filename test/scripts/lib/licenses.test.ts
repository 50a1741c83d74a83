import { expect, test } from '@jest/globals';

import { licenseOf, licensesOf } from '../../../scripts/lib/licenses.ts';

test.each([
  ["the package's own file", 'node_modules/zod', /^MIT License\n\nCopyright \(c\) 2025 Colin/],
  [
    "the readme's section, without the heading",
    'node_modules/urlsafe-base64',
    /^\(The MIT License\)\n\nCopyright \(c\) 2014 RGBboy[\s\S]*OTHER DEALINGS IN THE SOFTWARE\.$/,
  ],
  [
    'the usual text, with who wrote the package',
    'node_modules/@zapier/secret-scrubber',
    /^Its package\.json says: ISC\. Copyright \(c\) David Brownman\n\nPermission to use/,
  ],
  ['nothing but a declaration', 'node_modules/json-metaschema', /says: Public Domain\.$/],
])('a license from %s', (_from, path, text) => {
  expect(licenseOf(path)).toMatch(text);
});

test('the list names each package once, with its version', () => {
  const list = licensesOf(['node_modules/zod', 'node_modules/lodash', 'node_modules/zod']);
  expect([...list.matchAll(/^(zod|lodash) \d+\.\d+\.\d+$/gm)].map(([, name]) => name)).toEqual([
    'lodash',
    'zod',
  ]);
});
