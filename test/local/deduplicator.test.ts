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

test('Items of one ID are told apart by their primary fields', () => {
  const zap = new Deduplicator(['id', 'status']);
  const item = (status: string) => ({ id: 'a', status });
  zap.populate([item('sent')]);
  expect(zap.take([item('delivered'), item('sent')])).toEqual([item('delivered')]);
});
