import { describe, expect, test } from '@jest/globals';

import { FairLine } from '../../../relay/delivery/fairness.ts';

describe('FairLine', () => {
  test('keeps the order within a location', () => {
    const line = new FairLine();
    const places = Array.from({ length: 100 }, () => line.place('busy'));
    expect(places).toEqual([...places].sort((a, b) => b - a));
    expect(new Set(places).size).toBe(100);
  });

  test('puts the few events of a quiet location beside the first ones of a flood', () => {
    const line = new FairLine();
    const flood = Array.from({ length: 10_000 }, () => line.place('busy'));
    // A hundred of the flood have been served.
    for (const place of flood.slice(0, 100)) line.served(place);
    const quiet = Array.from({ length: 10 }, () => line.place('quiet'));
    const ahead = flood.slice(100).filter((place) => place > (quiet.at(-1) ?? 0));
    expect(ahead.length).toBeLessThan(10);
  });

  test('gives a location that was quiet no credit for it', () => {
    const line = new FairLine();
    line.place('quiet');
    for (let served = 0; served < 1000; served += 1) line.served(line.place('busy'));
    const places = ['quiet', 'busy'].flatMap((location) =>
      Array.from({ length: 100 }, () => ({ location, place: line.place(location) })),
    );
    const first = places.sort((a, b) => b.place - a.place).slice(0, 100);
    expect(first.filter(({ location }) => location === 'quiet').length).toBeLessThan(60);
  });

  test('puts nobody behind a flood that comes due again after failures', () => {
    const line = new FairLine();
    const flood = Array.from({ length: 1000 }, () => line.place('busy'));
    // Its first ones fail, are put in line anew, at its end, and are tried there.
    line.served(flood[0] ?? 0);
    line.served(line.place('busy'));
    // The target is back, and the rest is due.
    line.served(flood[1] ?? 0);
    expect(line.place('quiet')).toBeGreaterThanOrEqual(flood[2] ?? 0);
  });

  test('goes on after a restart where it was', () => {
    const before = new FairLine();
    const flood = Array.from({ length: 1000 }, () => before.place('busy'));
    const after = new FairLine();
    after.restore([{ location: 'busy', first: flood[0] ?? 0, last: flood.at(-1) ?? 0 }]);
    expect(after.place('busy')).toBe((flood.at(-1) ?? 0) - 1);
    expect(after.place('quiet')).toBeGreaterThanOrEqual(flood[1] ?? 0);
  });

  test('stays within 32 bits, and starts anew when the line is empty', () => {
    const line = new FairLine();
    const first = line.place('busy');
    line.served(-2_000_000_000);
    expect(line.place('busy')).toBe(-2_000_000_000);
    expect(line.place('busy')).toBe(-2_000_000_000);
    line.emptied();
    expect(line.place('busy')).toBe(first);
  });
});
