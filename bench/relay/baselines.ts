import * as z from 'zod';

import { Child } from './child.ts';

const addresses = z.object({ verifyOnly: z.string(), passOn: z.string() });
/** The HTTP client of a plain loop: Node's fetch, or the one that the relay delivers with. */
export type Client = 'fetch' | 'relay';

const posted = z.object({ rate: z.number() });

/** What the relay is compared with, in a process of its own. */
export class Baselines {
  /** A server with the relay's web framework that verifies events as the relay does, no more. */
  readonly verifyOnly: string;
  /** A bare server that passes on what it gets and answers when that was answered. */
  readonly passOn: string;
  readonly #child: Child;

  private constructor(child: Child, { verifyOnly, passOn }: z.infer<typeof addresses>) {
    this.#child = child;
    this.verifyOnly = verifyOnly;
    this.passOn = passOn;
  }

  /** @param target where the bare server passes on to */
  static async start(target: string): Promise<Baselines> {
    const child = new Child('baselines-process.ts');
    await child.call('passOnTo', { to: target }, z.unknown());
    return new Baselines(child, await child.call('urls', {}, addresses));
  }

  /**
   * A plain loop of POSTs to targets in turn, so many at once.
   *
   * @returns how many a second.
   */
  async post(
    client: Client,
    urls: readonly string[],
    count: number,
    concurrency: number,
  ): Promise<number> {
    const args = { client, urls, count, concurrency };
    const { rate } = await this.#child.call('post', args, posted);
    return rate;
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }
}
