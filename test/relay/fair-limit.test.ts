import { describe, expect, test } from '@jest/globals';

import { FairLimit, type Counted, type LimitedAddition } from '../../relay/fair-limit.ts';

/** A count of the database. @param byOwner what each has */
function counted(byOwner: Record<string, number>): Counted {
  const counts = new Map(Object.entries(byOwner));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return { total, owners: counts.size, byOwner: counts };
}

function limitWith(limit: number, byOwner: Record<string, number>): FairLimit {
  const fairLimit = new FairLimit(limit);
  fairLimit.beginCount()(counted(byOwner));
  return fairLimit;
}

/** Adds one by one until no more may be added. */
function fill(addition: LimitedAddition, owner: string): { added: number; refusal: string } {
  for (let added = 0; ; added += 1) {
    const excess = addition.excessOf([owner]);
    if (excess !== undefined) return { added, refusal: excess.refusal };
    addition.add(owner, 1);
  }
}

describe('a fair limit', () => {
  test('lets everybody add up to it', () => {
    expect(fill(new FairLimit(10).open(), 'one')).toEqual({ added: 10, refusal: 'over_share' });
  });

  test('above it, gives each owner the limit divided by the owners, and all twice the limit', () => {
    const limit = limitWith(100, { many: 90, some: 30 });
    expect(fill(limit.open(), 'many')).toEqual({ added: 0, refusal: 'over_share' });
    expect(fill(limit.open(), 'some')).toEqual({ added: 20, refusal: 'over_share' });
    expect(fill(limit.open(), 'third')).toEqual({ added: 50, refusal: 'over_share' });
    // One of three now.
    expect(fill(limit.open(), 'fourth')).toEqual({ added: 10, refusal: 'behind' });
    expect(limit.total).toBe(200);
  });

  test('refuses all owners of something when one has its share, and says which', () => {
    const addition = limitWith(10, { agency: 9, one: 1 }).open();
    expect(addition.excessOf(['two', 'agency'])).toEqual({
      refusal: 'over_share',
      owner: 'agency',
      amount: 9,
      share: 5,
    });
    expect(addition.excessOf(['two', 'two'])).toBeUndefined();
  });

  test('counts what is added once: until the database has it, and until it is undone', () => {
    const limit = new FairLimit(10);
    const [early, late, undone] = [limit.open(), limit.open(), limit.open()];
    early.add('one', 2);
    early.committed();
    undone.add('one', 1);
    undone.undone();
    late.add('one', 1);
    const end = limit.beginCount();
    // Committed while the count is under way: it may not contain it.
    late.committed();
    end(counted({ one: 2 }));
    expect(limit.total).toBe(3);
    limit.beginCount()(undefined);
    expect(limit.total).toBe(3);
    limit.beginCount()(counted({ one: 3 }));
    expect(limit.total).toBe(3);
  });
});
