import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text as readText } from 'node:stream/consumers';

import type { BundleInput } from '../../../test/support/packaged-app.ts';

/** How long an event may take from HighLevel through the relay; some milliseconds as a rule. */
const DELIVERY_LIMIT_MS = 30_000;

/** Zapier's end of a REST hook: takes what the relay delivers, as the bundle of a hook's perform. */
export class HookReceiver {
  readonly origin: string;

  readonly #server: Server;
  readonly #waiting = new Map<string, (delivery: BundleInput) => void>();
  readonly #early = new Map<string, BundleInput>();
  #last = 0;

  private constructor(server: Server, origin: string) {
    this.#server = server;
    this.origin = origin;
  }

  static async start(): Promise<HookReceiver> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const receiver = new HookReceiver(server, `http://127.0.0.1:${port}`);
    server.on('request', (request, response) => {
      receiver.#take(request).then(
        () => response.writeHead(200).end(),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
    return receiver;
  }

  /** An address for one Zap. */
  newTarget(): string {
    this.#last += 1;
    return `${this.origin}/hooks/${this.#last}`;
  }

  /**
   * The first delivery to a target, whether it has come already or not.
   *
   * @throws Error when none comes in time
   */
  delivery(target: string): Promise<BundleInput> {
    const { pathname } = new URL(target);
    const early = this.#early.get(pathname);
    if (early) return Promise.resolve(early);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        reject(new Error('The relay delivered no event.'));
      }, DELIVERY_LIMIT_MS);
      this.#waiting.set(pathname, (delivery) => {
        clearTimeout(timer);
        resolve(delivery);
      });
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #take(request: IncomingMessage): Promise<void> {
    const content = await readText(request);
    const pathname = request.url ?? '/';
    const cleanedRequest: unknown = JSON.parse(content);
    const delivery = {
      cleanedRequest,
      rawRequest: { method: 'POST', content, querystring: '', headers: asZapierNames(request) },
    };
    if (this.#early.has(pathname)) return;
    this.#early.set(pathname, delivery);
    this.#waiting.get(pathname)?.(delivery);
  }
}

/** Zapier hands a request's headers over as `Http-Webhook-Id`. */
function asZapierNames({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      `Http-${name.replaceAll(/(?:^|-)[a-z]/g, (start) => start.toUpperCase())}`,
      String(value),
    ]),
  );
}
