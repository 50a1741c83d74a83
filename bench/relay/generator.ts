import * as z from 'zod';

import { Child } from './child.ts';
import type { Locations } from './events.ts';

const prepared = z.object({ bytes: z.number() });
const flooded = z.object({ accepted: z.number(), refused: z.number(), seconds: z.number() });
const paced = z.object({
  count: z.number(),
  refused: z.number(),
  p50: z.number(),
  p99: z.number(),
  sentAt: z.array(z.number()),
});

/** What came of events sent as fast as they were answered. */
export type Flooded = z.infer<typeof flooded>;

/** What came of events sent at an even rate: times in milliseconds. */
export type Paced = z.infer<typeof paced>;

/** How to send at an even rate. */
export interface Pace {
  url: string;
  connections: number;
  /** Events a second. */
  rate: number;
  seconds: number;
}

/** The load: signed events, made before the time is taken, sent by a process of its own. */
export class Generator {
  readonly #child = new Child('generator-process.ts');

  /**
   * Makes the events of the next measurement.
   *
   * @returns the average length of a body.
   */
  async prepare(run: string, count: number, locations: Locations, from = 0): Promise<number> {
    const { bytes } = await this.#child.call('prepare', { run, count, locations, from }, prepared);
    return bytes;
  }

  /** Sends until the time is over or no event is left, each connection one after the other. */
  flood(urls: readonly string[], connections: number, seconds: number): Promise<Flooded> {
    return this.#child.call('flood', { urls, connections, seconds }, flooded);
  }

  /** Sends at an even rate, without waiting for answers. */
  pace(pace: Pace): Promise<Paced> {
    return this.#child.call('pace', pace, paced);
  }

  stop(): Promise<void> {
    return this.#child.stop();
  }
}
