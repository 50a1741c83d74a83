import { describe, expect, test } from '@jest/globals';

import { Backlog, type Addition } from '../../relay/backlog.ts';
import type { WaitingDeliveries } from '../../relay/store/backlog.ts';

/** A count of the database. @param byOwner what waits of each */
function counted(byOwner: Record<string, number>, held = 0): WaitingDeliveries {
  const counts = new Map(Object.entries(byOwner));
  const waiting = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return {
    queued: waiting - held,
    held,
    oldest: undefined,
    owners: counts.size,
    byOwner: counts,
  };
}

async function backlogWith(limit: number, found: WaitingDeliveries): Promise<Backlog> {
  const backlog = new Backlog(limit);
  await backlog.count(() => Promise.resolve(found));
  return backlog;
}

/** Takes events with one delivery each until one is refused. */
function fill(addition: Addition, owner: string): { taken: number; refusal: string } {
  for (let taken = 0; ; taken += 1) {
    const refusal = addition.take([owner]);
    if (refusal !== undefined) return { taken, refusal };
  }
}

describe('the backlog', () => {
  test('takes everything up to its limit', () => {
    expect(fill(new Backlog(10).open(), 'one')).toEqual({ taken: 10, refusal: 'over_share' });
  });

  test('above it, gives each owner the limit divided by the owners, and all twice the limit', async () => {
    const backlog = await backlogWith(100, counted({ many: 90, some: 30 }));
    const refused = { taken: 0, refusal: 'over_share' };
    expect(fill(backlog.open(), 'many')).toEqual(refused);
    expect(fill(backlog.open(), 'some')).toEqual({ taken: 20, refusal: 'over_share' });
    expect(fill(backlog.open(), 'third')).toEqual({ taken: 50, refusal: 'over_share' });
    // One of three now.
    expect(fill(backlog.open(), 'fourth')).toEqual({ taken: 10, refusal: 'behind' });
    expect(backlog.waiting).toBe(200);
    expect(backlog.open().take([])).toBeUndefined();
  });

  test('refuses an event when one of its owners has its share, and says whose', async () => {
    const backlog = await backlogWith(10, counted({ agency: 9, one: 1 }));
    const addition = backlog.open();
    expect(addition.take(['two', 'agency'])).toBe('over_share');
    expect(addition.take(['two', 'two'])).toBeUndefined();
    expect(backlog.takeRefused()).toEqual([{ owner: 'agency', waiting: 9, share: 5 }]);
    expect(backlog.takeRefused()).toEqual([]);
  });

  test('counts what is held', async () => {
    const backlog = await backlogWith(10, counted({ one: 10 }, 8));
    expect(backlog.waiting).toBe(10);
    expect(backlog.open().take(['one'])).toBe('over_share');
  });

  test('counts what is taken once: until the database has it, and until it is undone', async () => {
    const backlog = new Backlog(10);
    const [early, late, undone] = [backlog.open(), backlog.open(), backlog.open()];
    early.take(['one', 'one']);
    early.committed();
    undone.take(['one']);
    undone.undone();
    late.take(['one']);
    await backlog.count(() => {
      // Committed while the count is under way: it may not contain it.
      late.committed();
      return Promise.resolve(counted({ one: 2 }));
    });
    expect(backlog.waiting).toBe(3);
    await expect(backlog.count(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(backlog.waiting).toBe(3);
    await backlog.count(() => Promise.resolve(counted({ one: 3 })));
    expect(backlog.waiting).toBe(3);
  });
});
