import { jest } from '@jest/globals';

/** The clocks of this process, and so of the relays in it. */
export interface MovingClock {
  /** As if so much time had gone by. */
  advance: (milliseconds: number) => void;
  /** Sets them right again. */
  restore: () => void;
}

/** Makes the clocks of this process, the steady one too, such that a test can move them on. */
export function moveClock(): MovingClock {
  let ahead = 0;
  const restores = [Date, performance].map((clock) => {
    const now = clock.now.bind(clock);
    const moved = jest.spyOn(clock, 'now').mockImplementation(() => now() + ahead);
    return () => {
      moved.mockRestore();
    };
  });
  return {
    advance: (milliseconds) => {
      ahead += milliseconds;
    },
    restore: () => {
      for (const restore of restores) restore();
    },
  };
}
