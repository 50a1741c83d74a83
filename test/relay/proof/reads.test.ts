import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { SUBSCRIBABLE_EVENTS } from '../../../relay/events.ts';
import { readsFor } from '../../../relay/proof/reads.ts';

const GUIDE = readFileSync(new URL('../../../docs/relay.md', import.meta.url), 'utf8');

describe('what a subscriber must be able to read', () => {
  test.each(SUBSCRIBABLE_EVENTS)('%s needs one read', (event) => {
    expect(readsFor(event)).toHaveLength(1);
  });

  test.each(['RecordImported', 'constructor', 'toString'])(
    '%s, which nobody knows, needs all of them',
    (event) => {
      const all = new Set(SUBSCRIBABLE_EVENTS.flatMap(readsFor));
      expect(new Set(readsFor(event))).toEqual(all);
    },
  );

  test('docs/relay.md has a row for each', () => {
    const [, section = ''] = GUIDE.split(/^## Proof of access$/m);
    const rows = section.split('\n').filter((line) => line.startsWith('|'));
    const missing = readsFor('RecordImported').filter(({ method, path, scope }) => {
      const [address = ''] = path('LOCATION').split('?');
      const read = `\`${method} ${address}\``;
      return !rows.some((row) => row.includes(read) && row.includes(`\`${scope}\``));
    });
    expect(missing.map(({ scope }) => scope)).toEqual([]);
  });
});
