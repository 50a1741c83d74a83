import { Faults } from './http/faults.ts';
import { RateLimiter } from './http/limits.ts';
import { RequestLog } from './http/request-log.ts';
import { seed } from './seed/seed.ts';
import { Installations } from './state/installations.ts';
import type { Attachment } from './state/records.ts';
import { SearchLag } from './state/search-lag.ts';
import { defaultSettings } from './state/settings.ts';
import { Store } from './state/store.ts';
import { Tokens } from './state/tokens.ts';
import { Webhooks, type WebhookOptions } from './webhooks/webhooks.ts';

/** One local HighLevel: its data, its tokens and how it behaves. */
export class Sandbox {
  store = new Store();
  settings = defaultSettings();
  /** Where this server can be reached; set once it listens. */
  origin = 'http://127.0.0.1';
  /** HighLevel's endpoints that are played, such as `GET /contacts/:contactId`. */
  readonly endpoints: string[] = [];
  readonly faults = new Faults();
  readonly requests = new RequestLog();
  /** How far its clock is ahead of this machine's, in milliseconds. */
  clockAheadMs = 0;
  readonly now = (): number => Date.now() + this.clockAheadMs;
  readonly limiter: RateLimiter;
  readonly tokens: Tokens;
  readonly installations: Installations;
  readonly webhooks: Webhooks;
  readonly lag: SearchLag;

  constructor(options: WebhookOptions = {}) {
    this.limiter = new RateLimiter(this.now);
    this.tokens = new Tokens(() => this.settings, this.now);
    this.installations = new Installations(this.now);
    this.webhooks = new Webhooks(options, this.now);
    this.lag = new SearchLag(() => this.settings, this.now);
    seed(this.store, this.now());
  }

  /**
   * Data, clock, limits, faults, settings and logs as at the start. Tokens, installs and the webhook address
   * stay.
   */
  reset(): void {
    this.clockAheadMs = 0;
    this.store = new Store();
    seed(this.store, this.now());
    this.settings = defaultSettings();
    this.lag.clear();
    this.limiter.reset();
    this.faults.clear();
    this.requests.clear();
    this.webhooks.clear();
  }

  /** Absolute addresses for files of this server; others are left as they are. */
  absolute(address: string): string {
    return address.startsWith('/') ? `${this.origin}${address}` : address;
  }

  /** Attachments with absolute addresses. */
  attachments(attachments: readonly Attachment[]): Attachment[] {
    return attachments.map((one) =>
      typeof one === 'string' ? this.absolute(one) : { ...one, url: this.absolute(one.url) },
    );
  }
}
