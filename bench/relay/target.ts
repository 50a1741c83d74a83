import * as z from 'zod';

import { Child } from './child.ts';

const address = z.object({ url: z.string() });
const behaved = z.object({ at: z.number(), held: z.number() });
const counted = z.object({ distinct: z.number(), received: z.number(), lastAt: z.number() });
const paths = z.record(z.string(), z.object({ count: z.number(), lastAt: z.number() }));
const arrivals = z.record(z.string(), z.number());

/**
 * How the hooks answer: at once, late, not before they are told to, with a 503, or with a 429 beyond
 * so many a second on one hook.
 */
export type Behaviour =
  | { kind: 'answer'; afterMs?: number }
  | { kind: 'hold' }
  | { kind: 'refuse' }
  | { kind: 'limit'; perSecond: number };

/** What was delivered: times are milliseconds on the machine's clock. */
export type Counted = z.infer<typeof counted>;

/** The server that is delivered to, in a process of its own. */
export class Target {
  readonly url: string;
  readonly #child: Child;

  private constructor(child: Child, url: string) {
    this.#child = child;
    this.url = url;
  }

  static async start(): Promise<Target> {
    const child = new Child('target-process.ts');
    const { url } = await child.call('url', {}, address);
    return new Target(child, url);
  }

  /**
   * Sets how every hook answers from now on.
   *
   * @returns when, and how many requests had been held and are answered now.
   */
  behave(behaviour: Behaviour): Promise<z.infer<typeof behaved>> {
    return this.#child.call('behave', behaviour, behaved);
  }

  /** Forgets what was delivered so far. */
  async forget(): Promise<void> {
    await this.#child.call('forget', {}, z.unknown());
  }

  /** Whether to note when each event arrives, for {@link arrivals}. */
  async trace(on: boolean): Promise<void> {
    await this.#child.call('trace', { on }, z.unknown());
  }

  /** Waits for so many different deliveries. */
  waitFor(count: number, limitMs = 120_000): Promise<Counted> {
    return this.#child.call('waitFor', { count, limitMs }, counted);
  }

  count(): Promise<Counted> {
    return this.#child.call('count', {}, counted);
  }

  /** How many deliveries each path got, and when the last. */
  paths(): Promise<z.infer<typeof paths>> {
    return this.#child.call('paths', {}, paths);
  }

  /** When each traced event arrived, by its webhookId. */
  arrivals(): Promise<Record<string, number>> {
    return this.#child.call('arrivals', {}, arrivals);
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }
}
