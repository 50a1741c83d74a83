import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { text } from 'node:stream/consumers';

import { closeServer, listen } from './loopback-server.ts';

/** One POST to a Zap's hook URL, as Zapier hands it to the trigger's `perform`. */
export interface Delivery {
  rawRequest: {
    method: 'POST';
    querystring: string;
    /** Renamed as Zapier does: `Http-Webhook-Id`. */
    headers: Record<string, string>;
    content: string;
  };
  cleanedRequest: unknown;
}

/** A POST as whoever watches sees it. */
export interface CaughtPost {
  /** The hook URL that it went to, and what that is of: the key of a trigger, or of a step that waits. */
  url: string;
  name: string;
  delivery: Delivery;
  /** What it was answered. */
  status: number;
}

/**
 * How long a delivery may take to come. It takes milliseconds where nothing else runs; on a machine
 * that does much else, longer than anybody would guess.
 */
const PATIENCE_MS = 4 * 60_000;

/** Zapier's side of REST hooks, on the loopback: gives each Zap a URL and takes what comes there. */
export class HookCatcher {
  /** The origin to put into the relay's RELAY_TARGET_HOSTS. */
  readonly origin: string;
  readonly #server: Server;
  readonly #targets = new Map<string, HookTarget>();
  readonly #posts = new EventEmitter<{ post: [CaughtPost] }>();
  #refusal: number | undefined;

  private constructor(server: Server, origin: string) {
    this.#server = server;
    this.origin = origin;
  }

  /** Listens on a free port. */
  static async start(): Promise<HookCatcher> {
    const server = createServer();
    const catcher = new HookCatcher(server, await listen(server));
    server.on('request', (request, response) => {
      const { pathname, search } = new URL(request.url ?? '/', catcher.origin);
      const target = catcher.#targets.get(pathname);
      text(request)
        .then((content) => {
          const delivery = deliveryOf(request.headers, search, content);
          // Zapier answers 410 for a Zap that is gone.
          const status = target ? (catcher.#refusal ?? 200) : 410;
          if (status === 200) target?.take(delivery);
          response.writeHead(status).end();
          const { url = catcher.origin + pathname, name = '' } = target ?? {};
          catcher.#posts.emit('post', { url, name, delivery, status });
        })
        .catch((error: unknown) => response.writeHead(400).end(String(error)));
    });
    return catcher;
  }

  /** A hook URL for one more Zap. @param name the key of its trigger, for whoever watches */
  newTarget(name = ''): HookTarget {
    const path = `/hooks/standard/1/${this.#targets.size + 1}/`;
    const target = new HookTarget(this.origin + path, name);
    this.#targets.set(path, target);
    return target;
  }

  /** What a hook URL is of; empty where it is none of this catcher. */
  nameOf(url: string): string {
    return [...this.#targets.values()].find((target) => target.url === url)?.name ?? '';
  }

  /** Answers every delivery so from now on, as Zapier does at its limit (429); undefined takes them again. */
  refuseWith(status: number | undefined): void {
    this.#refusal = status;
  }

  /** The status by which deliveries are refused. */
  get refusal(): number | undefined {
    return this.#refusal;
  }

  /** Tells of every POST once it is answered, those that are refused too. */
  watch(listener: (post: CaughtPost) => void): void {
    this.#posts.on('post', listener);
  }

  close(): Promise<void> {
    return closeServer(this.#server);
  }
}

/** The hook URL of one Zap, and what was posted to it. */
export class HookTarget {
  readonly url: string;
  readonly name: string;
  readonly #deliveries: Delivery[] = [];
  readonly #arrivals = new EventEmitter();

  constructor(url: string, name: string) {
    this.url = url;
    this.name = name;
  }

  /** How many deliveries came and were not taken. */
  get waiting(): number {
    return this.#deliveries.length;
  }

  /** Takes the oldest delivery, or waits for the next. @throws Error when none comes */
  async next(): Promise<Delivery> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    for (;;) {
      const delivery = this.#deliveries.shift();
      if (delivery) return delivery;
      await once(this.#arrivals, 'delivery', { signal }).catch(() => {
        throw new Error(`Nothing was delivered to ${this.url} within ${PATIENCE_MS / 1000} s.`);
      });
    }
  }

  take(delivery: Delivery): void {
    this.#deliveries.push(delivery);
    this.#arrivals.emit('delivery');
  }
}

function deliveryOf(headers: IncomingHttpHeaders, search: string, content: string): Delivery {
  return {
    rawRequest: {
      method: 'POST',
      querystring: search.slice(1),
      headers: Object.fromEntries(
        Object.entries(headers).map(([name, value]) => [headerName(name), String(value)]),
      ),
      content,
    },
    cleanedRequest: JSON.parse(content),
  };
}

function headerName(name: string): string {
  const words = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `Http-${words.join('-')}`;
}
