import type { ClaimedDelivery } from '../../relay/store/deliveries.ts';
import { Heap } from './heap.ts';

interface Head {
  place: number;
  order: number;
  subscription: string;
}

/** What waits in the database: the first in line come out first, see relay/store/deliveries.ts. */
export class Queue {
  readonly #waiting = new Map<string, ClaimedDelivery[]>();
  readonly #heads = new Heap<Head>((one, other) =>
    one.place === other.place ? one.order < other.order : one.place > other.place,
  );
  #order = 0;
  size = 0;

  put(delivery: ClaimedDelivery): void {
    this.size += 1;
    const list = this.#waiting.get(delivery.subscription);
    if (list) {
      list.push(delivery);
      return;
    }
    this.#waiting.set(delivery.subscription, [delivery]);
    this.#addHead(delivery);
  }

  /** Claims at most so many, of subscriptions that are not ignored. */
  take(count: number, ignored: ReadonlySet<string>): ClaimedDelivery[] {
    const taken: ClaimedDelivery[] = [];
    const passed: Head[] = [];
    while (taken.length < count) {
      const head = this.#heads.pop();
      if (!head) break;
      if (ignored.has(head.subscription)) {
        passed.push(head);
        continue;
      }
      const list = this.#waiting.get(head.subscription) ?? [];
      const delivery = list.shift();
      if (delivery) taken.push(delivery);
      const [next] = list;
      if (next) this.#addHead(next);
      else this.#waiting.delete(head.subscription);
    }
    for (const head of passed) this.#heads.push(head);
    this.size -= taken.length;
    return taken;
  }

  #addHead({ place, subscription }: ClaimedDelivery): void {
    this.#order += 1;
    this.#heads.push({ place, order: this.#order, subscription });
  }
}
