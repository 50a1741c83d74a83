import { expect, test } from '@jest/globals';

import { Deduplicator } from '../../local/index.ts';

const items = (...ids: string[]) => ids.map((id) => ({ id }));

test('What is there when a Zap is switched on starts nothing; what comes later starts it once', () => {
  const zap = new Deduplicator();
  zap.populate(items('a', 'b'));
  expect(zap.take(items('c', 'a'))).toEqual(items('c'));
  expect(zap.take(items('d', 'c', 'b'))).toEqual(items('d'));
});

test('An item that a poll returns twice starts the Zap once', () => {
  expect(new Deduplicator().take(items('a', 'a'))).toEqual(items('a'));
});
