import { Heap } from './heap.ts';

interface Timer {
  at: number;
  order: number;
  run: () => void;
}

/** Time that passes only when nothing is left to do at this moment. */
export class Clock {
  /** Milliseconds. */
  now = 0;
  #order = 0;
  readonly #timers = new Heap<Timer>((one, other) =>
    one.at === other.at ? one.order < other.order : one.at < other.at,
  );

  /** Has something done at a time, at once when it has passed. */
  at(time: number, run: () => void): void {
    this.#order += 1;
    this.#timers.push({ at: Math.max(time, this.now), order: this.#order, run });
  }

  after(wait: number, run: () => void): void {
    this.at(this.now + wait, run);
  }

  /** Lets the time pass until there is nothing to do any more, or until `isOver` says so. */
  run(isOver: () => boolean): void {
    for (let timer = this.#timers.pop(); timer && !isOver(); timer = this.#timers.pop()) {
      this.now = timer.at;
      timer.run();
    }
  }
}
