import type { FastifyReply } from 'fastify';

import { ApiError } from './errors.ts';

export interface Limits {
  /** Requests in one interval, for one app and one location (or company). */
  max: number;
  intervalMs: number;
  daily: number;
  /** Whether `x-ratelimit-daily-reset` (milliseconds until the day's limit resets) is sent. */
  dailyResetHeader: boolean;
}

export const defaultLimits = (): Limits => ({
  max: 100,
  intervalMs: 10_000,
  daily: 200_000,
  dailyResetHeader: true,
});

const DAY_MS = 86_400_000;

interface Usage {
  windowStart: number;
  inWindow: number;
  dayStart: number;
  inDay: number;
}

/** HighLevel's two limits: a burst limit in fixed windows, and one for the day. */
export class RateLimiter {
  /** Of every resource that has none of its own. */
  limits = defaultLimits();
  readonly #own = new Map<string, Limits>();
  readonly #usage = new Map<string, Usage>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** Limits as at the start, nothing counted. */
  reset(): void {
    this.limits = defaultLimits();
    this.#own.clear();
    this.#usage.clear();
  }

  /** Changes the limits of all resources or of one, and starts counting afresh; the new limits. */
  change(changes: Partial<Limits>, resource?: string): Limits {
    this.#usage.clear();
    if (resource === undefined) return Object.assign(this.limits, changes);
    const own = { ...(this.#own.get(resource) ?? this.limits), ...changes };
    this.#own.set(resource, own);
    return own;
  }

  /** Counts one request of the resource, sets the headers, and throws 429 when a limit is reached. */
  count(resource: string, reply: FastifyReply): void {
    const now = this.#now();
    const { max, intervalMs, daily, dailyResetHeader } = this.#own.get(resource) ?? this.limits;
    const usage = this.#usage.get(resource) ?? {
      windowStart: now,
      inWindow: 0,
      dayStart: now,
      inDay: 0,
    };
    this.#usage.set(resource, usage);
    if (now - usage.windowStart >= intervalMs) {
      usage.windowStart = now;
      usage.inWindow = 0;
    }
    if (now - usage.dayStart >= DAY_MS) {
      usage.dayStart = now;
      usage.inDay = 0;
    }
    const refused = usage.inWindow >= max || usage.inDay >= daily;
    if (!refused) {
      usage.inWindow += 1;
      usage.inDay += 1;
    }
    void reply.headers({
      'x-ratelimit-max': String(max),
      'x-ratelimit-interval-milliseconds': String(intervalMs),
      'x-ratelimit-remaining': String(Math.max(0, max - usage.inWindow)),
      'x-ratelimit-limit-daily': String(daily),
      'x-ratelimit-daily-remaining': String(Math.max(0, daily - usage.inDay)),
    });
    if (dailyResetHeader) {
      void reply.header('x-ratelimit-daily-reset', String(usage.dayStart + DAY_MS - now));
    }
    if (refused) throw new ApiError(429, { message: 'Too Many Requests' });
  }
}
