import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomUUID,
  sign,
} from 'node:crypto';

import type { Json } from '../http/errors.ts';
import { APP } from '../state/app-registration.ts';
import { post } from './post.ts';

export interface WebhookOptions {
  /** Ed25519 private key in PEM that signs; a new pair is made when absent. */
  privateKey?: string | undefined;
}

export interface WebhookSettings {
  /** The app's one webhook address; null sends nothing. */
  url: string | null;
  /** How long after a failure an event is sent again first; each further wait is twice as long. */
  retryMs: number;
  /** How often an event is sent again at most. */
  retries: number;
  contentType: string;
  /** Event types that are sent; null for all. */
  events: readonly string[] | null;
  /** `signed` as HighLevel does; `none` leaves the header out, `N/A` sends that literal, `wrong` another key's. */
  signature: 'signed' | 'none' | 'N/A' | 'wrong';
}

export interface Delivery {
  webhookId: string;
  type: string;
  locationId: string | null;
  /** Null where it is larger than a megabyte. */
  body: Json | null;
  /** Size of what is posted. */
  bytes: number;
  /** HTTP status of each attempt; 0 when there was no answer. */
  attempts: number[];
  state: 'pending' | 'waiting' | 'done' | 'failed';
}

const defaults = (): WebhookSettings => ({
  url: null,
  retryMs: 600_000,
  retries: 12,
  contentType: 'application/json',
  events: null,
  signature: 'signed',
});

const AT_ONCE = 64;
const TIMEOUT_MS = 30_000;
/** What a timer can wait at most is 2^31 - 1; a day is long enough. */
const LONGEST_WAIT_MS = 86_400_000;
/** Up to this share is added to each wait, by chance. */
const JITTER = 0.1;
const KEPT = 20_000;
const KEPT_BYTES = 1024 * 1024;

/** Signs events and posts them to the app's address, without ever delaying an API answer. */
export class Webhooks {
  settings = defaults();
  readonly #privateKey: KeyObject;
  readonly #otherKey: KeyObject;
  readonly #now: () => number;
  readonly #queue: { delivery: Delivery; raw: Buffer }[] = [];
  readonly #timers = new Map<NodeJS.Timeout, { delivery: Delivery; raw: Buffer }>();
  readonly #closing = new AbortController();
  readonly #idle = new Set<() => void>();
  #deliveries: Delivery[] = [];
  #active = 0;
  /** Counts the calls of `clear`, so that an answer from before one has no consequences after it. */
  #generation = 0;

  /** @param now the sandbox's clock */
  constructor(options: WebhookOptions, now: () => number = Date.now) {
    this.#now = now;
    this.#privateKey =
      options.privateKey === undefined
        ? generateKeyPairSync('ed25519').privateKey
        : createPrivateKey(options.privateKey);
    this.#otherKey = generateKeyPairSync('ed25519').privateKey;
  }

  /** The key that receivers verify with. */
  get publicKeyPem(): string {
    return createPublicKey(this.#privateKey).export({ type: 'spki', format: 'pem' }).toString();
  }

  /** Base64 Ed25519 over the raw bytes, as in `x-ghl-signature`. */
  signatureOf(raw: string | Buffer): string {
    const key = this.settings.signature === 'wrong' ? this.#otherKey : this.#privateKey;
    return sign(null, typeof raw === 'string' ? Buffer.from(raw) : raw, key).toString('base64');
  }

  /** What every event carries beside its own fields: the app, a time and an id of its own. */
  envelope(): Json {
    return {
      appId: APP.id,
      versionId: APP.versionId,
      timestamp: new Date(this.#now()).toISOString(),
      webhookId: randomUUID(),
    };
  }

  /** Queues an event; returns its webhookId, or null when no address is set or the type is switched off. */
  fire(event: Json): string | null {
    return this.post({ ...event, ...this.envelope() });
  }

  /**
   * Queues a whole payload as it is; returns as `fire` does.
   *
   * @param long its JSON, where a field is longer there
   */
  post(body: Json, long?: Buffer): string | null {
    const textOf = (key: string): string | null => {
      const value = body[key];
      return typeof value === 'string' ? value : null;
    };
    const type = textOf('type') ?? '';
    const { url, events } = this.settings;
    if (url === null || (events !== null && !events.includes(type))) return null;
    const raw = long ?? Buffer.from(JSON.stringify(body));
    const bytes = raw.length;
    // It is an object as `body` is.
    const whole = () => (long ? (JSON.parse(long.toString()) as Json) : body);
    const delivery: Delivery = {
      webhookId: textOf('webhookId') ?? '',
      type,
      locationId: textOf('locationId'),
      body: bytes > KEPT_BYTES ? null : whole(),
      bytes,
      attempts: [],
      state: 'pending',
    };
    if (this.#deliveries.length >= KEPT) this.#deliveries.splice(0, KEPT / 2);
    this.#deliveries.push(delivery);
    this.#queue.push({ delivery, raw });
    setImmediate(() => {
      this.#next();
    });
    return delivery.webhookId;
  }

  list(): readonly Delivery[] {
    return this.#deliveries;
  }

  /** Sends now what waits for its next attempt after a failure; how many there were. */
  retryNow(): number {
    const waiting = [...this.#timers];
    for (const [timer, job] of waiting) {
      clearTimeout(timer);
      this.#timers.delete(timer);
      this.#queue.push(job);
    }
    this.#next();
    return waiting.length;
  }

  /** Resolves when nothing is queued or under way; events that wait for their next attempt do not count. */
  async settled(): Promise<void> {
    if (this.#active === 0 && this.#queue.length === 0) return;
    await new Promise<void>((resolve) => {
      this.#idle.add(resolve);
    });
  }

  /** Forgets deliveries and pending retries; what is under way is not repeated. */
  clear(): void {
    for (const timer of this.#timers.keys()) clearTimeout(timer);
    this.#timers.clear();
    this.#queue.length = 0;
    this.#deliveries = [];
    this.#generation += 1;
    this.settings = { ...defaults(), url: this.settings.url };
    this.#next();
  }

  async close(): Promise<void> {
    this.clear();
    this.#closing.abort();
    await this.settled();
  }

  #next(): void {
    while (this.#active < AT_ONCE) {
      const job = this.#queue.shift();
      if (!job) break;
      this.#active += 1;
      void this.#deliver(job).finally(() => {
        this.#active -= 1;
        this.#next();
      });
    }
    if (this.#active === 0 && this.#queue.length === 0) {
      for (const resolve of this.#idle) resolve();
      this.#idle.clear();
    }
  }

  async #deliver(job: { delivery: Delivery; raw: Buffer }): Promise<void> {
    const { delivery, raw } = job;
    const generation = this.#generation;
    const status = await this.#post(raw);
    if (generation !== this.#generation) return;
    delivery.attempts.push(status);
    const arrived = status >= 200 && status < 300;
    const { retries, retryMs } = this.settings;
    if (!arrived && delivery.attempts.length <= retries) {
      delivery.state = 'waiting';
      const wait = Math.min(retryMs * 2 ** (delivery.attempts.length - 1), LONGEST_WAIT_MS);
      const timer = setTimeout(
        () => {
          this.#timers.delete(timer);
          this.#queue.push(job);
          this.#next();
        },
        wait + Math.random() * JITTER * wait,
      );
      timer.unref();
      this.#timers.set(timer, job);
      return;
    }
    delivery.state = arrived ? 'done' : 'failed';
  }

  /** One attempt; the status, or 0 without an answer. */
  async #post(raw: Buffer): Promise<number> {
    const { url, signature, contentType } = this.settings;
    if (url === null) return 0;
    const headers: Record<string, string> = {
      'content-type': contentType,
      'user-agent': 'HighLevel-Sandbox',
    };
    if (signature === 'N/A') headers['x-ghl-signature'] = 'N/A';
    else if (signature !== 'none') headers['x-ghl-signature'] = this.signatureOf(raw);
    try {
      return await post(url, {
        headers,
        body: raw,
        signal: AbortSignal.any([this.#closing.signal, AbortSignal.timeout(TIMEOUT_MS)]),
      });
    } catch {
      return 0;
    }
  }
}
