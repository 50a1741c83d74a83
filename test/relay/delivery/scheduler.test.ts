import { describe, expect, test } from '@jest/globals';

import { Scheduler, type Parcel, type SchedulerLimits } from '../../../relay/delivery/scheduler.ts';

const LIMITS: SchedulerLimits = {
  quick: 16,
  troubled: 8,
  perLocation: 10,
  perTarget: 6,
  perSlowTarget: 2,
  paced: 4,
  bytes: 1000,
};

let serial = 0;

function parcel(subscription: string, location = 'location1', bytes = 1): Parcel {
  serial += 1;
  return {
    body: Buffer.alloc(bytes),
    delivery: {
      id: `delivery${serial}`,
      retryCount: 0,
      place: 0,
      event: 'event',
      shared: false,
      subscription,
      location,
      type: 'InboundMessage',
      bytes: 2,
      attempts: 0,
      since: 0,
    },
  };
}

/** A scheduler whose clock the test moves. */
function setUp() {
  const clock = { now: 1_000_000 };
  const scheduler = new Scheduler(LIMITS, () => clock.now);
  const offer = (count: number, subscription: string, location?: string): boolean[] =>
    Array.from({ length: count }, () => scheduler.offer(parcel(subscription, location)));
  const fail = (started: Parcel[]): void => {
    for (const one of started) scheduler.end(one, { ok: false, reason: 'It broke.' });
  };
  return { clock, scheduler, offer, fail };
}

describe('Scheduler', () => {
  test('starts as many of one target as it may have, the rest as places come free', () => {
    const { scheduler, offer } = setUp();
    offer(8, 'a');
    const started = scheduler.start();
    expect(started).toHaveLength(6);
    expect(scheduler.start()).toHaveLength(0);
    const [first] = started;
    if (first) scheduler.end(first, { ok: true });
    expect(scheduler.start()).toHaveLength(1);
  });

  test('takes targets in turn', () => {
    const { scheduler, offer } = setUp();
    offer(3, 'a', 'location1');
    offer(3, 'b', 'location2');
    expect(scheduler.start().map(({ delivery }) => delivery.subscription)).toEqual(
      'a b a b a b'.split(' '),
    );
  });

  test('asks for nothing more for a target or a location that has its share', () => {
    const { scheduler, offer } = setUp();
    offer(6, 'a');
    offer(4, 'b');
    offer(1, 'c', 'location2');
    // a has its share; b is of a location that has its share; c is of another.
    expect(scheduler.full()).toEqual(['a', 'b']);
    expect(scheduler.isFull('c')).toBe(false);
    expect(scheduler.isFull('unknown')).toBe(false);
  });

  test('counts what is still being read, until it has arrived', () => {
    const { scheduler, offer } = setUp();
    const read = Array.from({ length: 6 }, () => parcel('a').delivery);
    scheduler.expect(read);
    expect(scheduler.full()).toEqual(['a']);
    expect(scheduler.isIdle).toBe(false);
    scheduler.tick();
    expect(scheduler.full()).toEqual(['a']);
    // One of another target of the location, which has its share with these.
    scheduler.expect(Array.from({ length: 4 }, () => parcel('b').delivery));
    expect(scheduler.full()).toEqual(['a', 'b']);
    scheduler.arrived(read);
    expect(scheduler.full()).toEqual([]);
    offer(6, 'a');
    expect(scheduler.full()).toEqual(['a', 'b']);
  });

  test('gives back what is more than twice a share', () => {
    const { offer } = setUp();
    expect(offer(25, 'a').filter(Boolean)).toHaveLength(16);
    const other = setUp();
    const kept = ['a', 'b', 'c', 'd'].flatMap((id) => other.offer(6, id));
    expect(kept.filter(Boolean)).toHaveLength(2 * LIMITS.perLocation);
  });

  test('says when there is room again', () => {
    const { scheduler, offer } = setUp();
    offer(6, 'a');
    const [first, second] = scheduler.start();
    if (!first || !second) throw new Error('nothing started');
    expect(scheduler.end(first, { ok: true })).toBe(true);
    expect(scheduler.end(second, { ok: true })).toBe(false);
  });

  test('a target that hangs moves to the troubled places and leaves its place to others', () => {
    const { clock, scheduler, offer } = setUp();
    for (const id of ['a', 'b', 'c', 'd']) offer(6, id, `location of ${id}`);
    expect(scheduler.start()).toHaveLength(LIMITS.quick);
    expect(scheduler.hasRoom).toBe(false);
    clock.now += 1000;
    scheduler.tick();
    // What they had waiting is given back, but for what a slow target may have.
    expect(scheduler.takeSurplus().length).toBeGreaterThan(0);
    expect(scheduler.hasRoom).toBe(true);
    offer(6, 'healthy', 'location of healthy');
    expect(scheduler.start()).toHaveLength(6);
    expect(scheduler.full()).toEqual(expect.arrayContaining(['a', 'b', 'c', 'd']));
  });

  test('a target that hangs leaves the share of its location to the others there', () => {
    const { clock, scheduler, offer } = setUp();
    offer(6, 'hanging');
    offer(4, 'sibling');
    expect(scheduler.start()).toHaveLength(10);
    expect(scheduler.isFull('sibling')).toBe(true);
    clock.now += 1000;
    scheduler.tick();
    expect(scheduler.isFull('new sibling')).toBe(false);
    expect(offer(6, 'new sibling').filter(Boolean)).toHaveLength(6);
    expect(scheduler.start()).toHaveLength(6);
  });

  test('a slow target has few attempts at once until it answers quickly', () => {
    const { clock, scheduler, offer } = setUp();
    offer(1, 'a');
    const [first] = scheduler.start();
    clock.now += 1500;
    if (first) scheduler.end(first, { ok: true });
    offer(4, 'a');
    const started = scheduler.start();
    expect(started).toHaveLength(LIMITS.perSlowTarget);
    for (const one of started) scheduler.end(one, { ok: true });
    offer(4, 'a');
    expect(scheduler.start().length).toBeGreaterThan(LIMITS.perSlowTarget);
  });

  test('a failing target gets one attempt at a time, then is left alone for longer and longer', () => {
    const { clock, scheduler, offer, fail } = setUp();
    const pauses: number[] = [];
    for (let round = 1; round <= 12; round += 1) {
      expect(offer(1, 'a')).toEqual([true]);
      offer(3, 'a');
      const started = scheduler.start();
      expect(started).toHaveLength(round <= 3 ? 4 : 1);
      clock.now += 10;
      fail(started);
      scheduler.takeSurplus();
      const pause = scheduler.paused().get('a');
      if (pause !== undefined) {
        pauses.push(pause);
        expect(scheduler.isFull('a')).toBe(true);
        expect(offer(1, 'a')).toEqual([false]);
        clock.now += pause;
      }
      for (const rest of scheduler.takeWaiting()) expect(rest.subscription).toBe('a');
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000]);
    expect(scheduler.failureOf('a')).toBe('It broke.');
    offer(1, 'a');
    for (const one of scheduler.start()) scheduler.end(one, { ok: true });
    expect(scheduler.failureOf('a')).toBeUndefined();
  });

  test('a target that asks to wait is left alone until then, and is not failing', () => {
    const { clock, scheduler, offer } = setUp();
    offer(5, 'a');
    const [first] = scheduler.start();
    if (first) scheduler.end(first, { ok: false, pauseMs: 5000 });
    expect(scheduler.paused()).toEqual(new Map([['a', 5000]]));
    expect(scheduler.failureOf('a')).toBeUndefined();
    clock.now += 5001;
    expect(scheduler.paused().size).toBe(0);
    expect(offer(1, 'a')).toEqual([true]);
  });

  test('a target that is asked too often gets as many as it took, spread over the time', () => {
    const { clock, scheduler, offer } = setUp();
    offer(6, 'a');
    for (const [index, one] of scheduler.start().entries()) {
      const refused = index >= 4;
      scheduler.end(one, { ok: !refused, refused });
    }
    expect(scheduler.paused()).toEqual(new Map([['a', 1000]]));
    expect(scheduler.failureOf('a')).toBeUndefined();
    clock.now += 1000;
    offer(6, 'a');
    expect(scheduler.isFull('a')).toBe(true);
    let started = 0;
    for (let tick = 0; tick < 8; tick += 1) {
      scheduler.tick();
      const some = scheduler.start();
      expect(some.length).toBeLessThanOrEqual(2);
      started += some.length;
      for (const one of some) scheduler.end(one, { ok: true });
      clock.now += 250;
    }
    // It took four in a second, and had more than a second for these.
    expect(started).toBe(6);
  });

  test('what waits for the pace of its target takes no room from others', () => {
    const { clock, scheduler, offer } = setUp();
    for (const id of ['a', 'b', 'c', 'd']) {
      offer(6, id, `location of ${id}`);
      for (const [index, one] of scheduler.start().entries()) {
        scheduler.end(one, { ok: index < 4, refused: index >= 4 });
      }
    }
    clock.now += 1000;
    for (const id of ['a', 'b', 'c', 'd']) offer(8, id, `location of ${id}`);
    expect(scheduler.start().length).toBeLessThan(9);
    expect(scheduler.hasRoom).toBe(true);
    expect(offer(6, 'quick', 'another location')).toEqual(Array(6).fill(true));
    expect(scheduler.start()).toHaveLength(6);
    scheduler.clearPauses();
    expect(scheduler.start()).toHaveLength(6);
  });

  test('holds a bounded number of bytes', () => {
    const { scheduler } = setUp();
    expect(scheduler.hasRoom).toBe(true);
    scheduler.offer(parcel('a', 'location1', 1000));
    expect(scheduler.hasRoom).toBe(false);
    for (const one of scheduler.start()) scheduler.end(one, { ok: true });
    expect(scheduler.hasRoom).toBe(true);
  });

  test('forgets targets that are healthy and have nothing', () => {
    const { scheduler, offer } = setUp();
    for (let id = 0; id < 1000; id += 1) {
      offer(1, `target${id}`, `location${id}`);
      for (const one of scheduler.start()) scheduler.end(one, { ok: true });
    }
    scheduler.tick();
    expect(scheduler.claimed).toEqual([]);
    expect(scheduler.full()).toEqual([]);
  });
});
