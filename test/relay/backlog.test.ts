import { describe, expect, test } from '@jest/globals';

import { Backlog, type BacklogLimits } from '../../relay/backlog.ts';
import type { WaitingDeliveries } from '../../relay/store/backlog.ts';

const LIMITS: BacklogLimits = { deliveries: 10, bytes: 1000 };

/** What the database says when one owner has this much. */
function waitingOf(owner: string, { deliveries, bytes }: BacklogLimits): WaitingDeliveries {
  const counted = (total: number) => ({ total, owners: 1, byOwner: new Map([[owner, total]]) });
  return {
    queued: deliveries,
    oldest: undefined,
    deliveries: counted(deliveries),
    bytes: counted(bytes),
  };
}

describe('the backlog', () => {
  test('counts an event as often as it is delivered, its payload once', () => {
    const backlog = new Backlog(LIMITS);
    expect(backlog.open().take(['two', 'one', 'two'], 100)).toBeUndefined();
    expect(backlog.waiting).toEqual({ deliveries: 3, bytes: 100 });
  });

  test('few large events of one owner are as much as many small ones, and the others go on', () => {
    const backlog = new Backlog(LIMITS);
    const addition = backlog.open();
    for (let taken = 0; taken < 2; taken += 1) {
      expect(addition.take(['large'], 500)).toBeUndefined();
    }
    expect(addition.take(['large'], 1)).toBe('over_share');
    expect(addition.take(['calm'], 500)).toBeUndefined();
    expect(backlog.takeRefused()).toEqual([
      { owner: 'large', unit: 'bytes', waiting: 1000, share: 1000 },
    ]);
    expect(backlog.takeRefused()).toEqual([]);
  });

  test('takes nothing of an event that is refused', async () => {
    const backlog = new Backlog(LIMITS);
    await backlog.count(() => Promise.resolve(waitingOf('one', { deliveries: 10, bytes: 0 })));
    expect(backlog.open().take(['one'], 100)).toBe('over_share');
    expect(backlog.waiting).toEqual({ deliveries: 10, bytes: 0 });
  });

  test('at twice a limit takes only what is delivered to nobody', async () => {
    const backlog = new Backlog(LIMITS);
    await backlog.count(() => Promise.resolve(waitingOf('one', { deliveries: 1, bytes: 2000 })));
    expect(backlog.open().take(['calm'], 1)).toBe('behind');
    expect(backlog.open().take([], 1)).toBeUndefined();
  });

  test('a count that fails changes nothing', async () => {
    const backlog = new Backlog(LIMITS);
    const addition = backlog.open();
    addition.take(['one'], 100);
    addition.committed();
    await expect(backlog.count(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(backlog.waiting).toEqual({ deliveries: 1, bytes: 100 });
  });
});
