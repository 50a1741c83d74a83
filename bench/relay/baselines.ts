import * as z from 'zod';

import { Child } from './child.ts';

const address = z.object({ url: z.string() });
const posted = z.object({ rate: z.number() });

/**
 * What the relay is compared with, in a process of its own: a server with the relay's web framework
 * that verifies events as the relay does and answers 200, and a loop of POSTs through the relay's
 * HTTP client.
 */
export class Baselines {
  /** The server that only verifies. */
  readonly url: string;
  readonly #child: Child;

  private constructor(child: Child, url: string) {
    this.#child = child;
    this.url = url;
  }

  static async start(): Promise<Baselines> {
    const child = new Child('baselines-process.ts');
    const { url } = await child.call('url', {}, address);
    return new Baselines(child, url);
  }

  /**
   * Posts to targets in turn, with the same concurrency as the relay has.
   *
   * @returns how many a second.
   */
  async post(urls: readonly string[], count: number, concurrency: number): Promise<number> {
    const { rate } = await this.#child.call('post', { urls, count, concurrency }, posted);
    return rate;
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }
}
