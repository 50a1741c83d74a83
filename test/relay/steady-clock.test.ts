import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';

import { Scheduler } from '../../relay/delivery/scheduler.ts';
import { Callers } from '../../relay/proof/callers.ts';
import { Places } from '../../relay/proof/places.ts';
import { Remembered } from '../../relay/proof/remembered.ts';
import { Storage } from '../../relay/storage.ts';
import { until } from './support/until.ts';

const YEAR_MS = 365 * 24 * 3600_000;
const before = Date.now();
let clock: jest.SpiedFunction<typeof Date.now>;
beforeEach(() => {
  clock = jest.spyOn(Date, 'now').mockReturnValue(before);
});
afterEach(() => {
  clock.mockRestore();
});

const jumps: [string, number][] = [
  ['back', before - YEAR_MS],
  ['forth', before + YEAR_MS],
];

test.each(jumps)('a clock that jumps %s ends no pause of a target', (_where, after) => {
  const scheduler = new Scheduler();
  const delivery = {
    id: 'id',
    event: 'event',
    shared: false,
    subscription: 'subscription',
    location: 'location',
    type: 'InboundMessage',
    bytes: 2,
    attempts: 0,
    since: 0,
    retryCount: 0,
    place: 0,
  };
  scheduler.offer({ delivery, body: Buffer.alloc(1) });
  for (const one of scheduler.start()) scheduler.end(one, { ok: false, pauseMs: 60_000 });
  clock.mockReturnValue(after);
  const pause = scheduler.paused().get('subscription') ?? 0;
  expect(Math.ceil(pause / 10_000)).toBe(6);
});

test.each(jumps)('a clock that jumps %s changes nothing of what is remembered', (_where, after) => {
  const remembered = new Remembered<string>(1, 60_000);
  remembered.set('key', 'value');
  clock.mockReturnValue(after);
  expect(remembered.get('key')).toBe('value');
});

test('a clock that jumps back keeps nothing for longer', () => {
  const remembered = new Remembered<string>(1, 0);
  remembered.set('key', 'value');
  clock.mockReturnValue(before - YEAR_MS);
  expect(remembered.get('key')).toBeUndefined();
});

test('a clock that jumps back keeps nobody from being asked whether events can be stored', async () => {
  let isFull = true;
  const storage = new Storage(async () => {
    await Promise.resolve();
    if (isFull) throw new Error('disk full');
  });
  storage.failed();
  clock.mockReturnValue(before - YEAR_MS);
  isFull = false;
  await until('that events can be stored', () => storage.canStore());
});

test('a clock that jumps forth makes no doubted caller trusted', () => {
  const callers = new Callers();
  const caller = { address: '203.0.113.1' };
  for (let count = 0; count < 100; count += 1) callers.refused(caller);
  const doubted = callers.groupsOf(caller, 'location');
  clock.mockReturnValue(before + YEAR_MS);
  expect(callers.groupsOf(caller, 'location')).toEqual(doubted);
});

test('a clock that jumps forth takes no place away', async () => {
  const places = new Places();
  const groups = [{ name: 'group', most: 1 }];
  let end: (value: string) => void = () => undefined;
  const first = places.hold(groups, () => new Promise<string>((resolve) => (end = resolve)));
  clock.mockReturnValue(before + YEAR_MS);
  await expect(places.hold(groups, () => Promise.resolve('second'))).rejects.toMatchObject({
    status: 429,
  });
  end('first');
  expect(await first).toBe('first');
});
