import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import App from '../../index.ts';

const CHANGELOG = readFileSync(new URL('../../CHANGELOG.md', import.meta.url), 'utf8');

/** The rows of the table of keys that changed. */
const CHANGED = [...CHANGELOG.matchAll(/^\| `(\w+)` +\| `(\w+)` +\|$/gm)].map(
  ([, before = '', now = '']): [string, string] => [before, now],
);

const KEYS = [App.triggers, App.searches, App.creates].flatMap((part) => Object.keys(part));

describe('The keys that changed', () => {
  test.each(CHANGED)('%s is gone, and %s is there in its place', (before, now) => {
    expect(KEYS).not.toContain(before);
    expect(KEYS).toContain(now);
  });

  test('are all that 1.0.0 had and this version has not', () => {
    const first = CHANGELOG.slice(CHANGELOG.indexOf('\n## 1.0.0'));
    const added = [...first.matchAll(/\b(?:trigger|search|create)\/(\w+)/g)].map(([, key]) => key);
    expect(added.length).toBeGreaterThan(50);
    const gone = added.filter((key) => !KEYS.includes(String(key)));
    expect(gone.toSorted()).toEqual(CHANGED.map(([before]) => before).toSorted());
  });
});
