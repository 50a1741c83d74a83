import { expect, test } from '@jest/globals';

import { RecentEvents } from '../../../relay/delivery/recent-events.ts';

test('RecentEvents keeps the newest, up to so many bytes', () => {
  const recent = new RecentEvents(100);
  const event = { contentType: 'application/json', body: Buffer.alloc(40) };
  for (const id of ['a', 'b', 'c']) recent.add(id, event);
  expect(['a', 'b', 'c'].map((id) => recent.get(id))).toEqual([undefined, event, event]);
  recent.forget('b');
  recent.forget('b');
  recent.add('d', event);
  expect(['c', 'd'].map((id) => recent.get(id))).toEqual([event, event]);
  recent.add('big', { ...event, body: Buffer.alloc(200) });
  expect(['c', 'd', 'big'].map((id) => recent.get(id))).toEqual([undefined, undefined, undefined]);
  recent.add('e', event);
  expect(recent.get('e')).toBe(event);
});
