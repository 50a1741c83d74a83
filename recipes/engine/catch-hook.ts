import { createServer, type IncomingMessage, type Server } from 'node:http';
import { text } from 'node:stream/consumers';

/** A delivery to a Zap's address, as Zapier hands it to `perform`. */
export interface Delivery {
  content: string;
  headers: Record<string, string>;
}

/** The address of a Zap that is on. */
export interface HookAddress {
  url: string;
  /** What came in, once there is this much of it. @throws Error when it does not come */
  deliveries: (count: number) => Promise<Delivery[]>;
}

/** How long deliveries may take; a fraction of a second where nothing else runs. */
const DELIVERY_LIMIT_MS = 20_000;

/** Gives Zaps their addresses and takes what is delivered to them, as hooks.zapier.com does. */
export class CatchHooks {
  /** Where all the addresses are, without a path. */
  readonly origin: string;
  readonly #server: Server;
  readonly #inboxes = new Map<string, Inbox>();

  private constructor(server: Server, origin: string) {
    this.#server = server;
    this.origin = origin;
  }

  static async open(): Promise<CatchHooks> {
    const server = createServer();
    const origin = await new Promise<string>((resolve, reject) => {
      server.once('error', reject);
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        resolve(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
      });
    });
    const hooks = new CatchHooks(server, origin);
    server.on('request', (request: IncomingMessage, response) => {
      const inbox = hooks.#inboxes.get(request.url ?? '');
      text(request).then(
        (content) => {
          // Zapier answers 410 for a Zap that is gone.
          response.writeHead(inbox ? 200 : 410).end();
          inbox?.take({ content, headers: headersOf(request) });
        },
        () => response.writeHead(400).end(),
      );
    });
    return hooks;
  }

  /** A new address. */
  address(): HookAddress {
    const path = `/hooks/standard/1/${this.#inboxes.size + 1}/`;
    const inbox = new Inbox();
    this.#inboxes.set(path, inbox);
    return { url: this.origin + path, deliveries: (count) => inbox.atLeast(count) };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

class Inbox {
  readonly #deliveries: Delivery[] = [];
  #announce: () => void = () => undefined;

  take(delivery: Delivery): void {
    this.#deliveries.push(delivery);
    this.#announce();
  }

  atLeast(count: number): Promise<Delivery[]> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        const came = this.#deliveries.length;
        reject(new Error(`${came} of ${count} deliveries reached the address of the Zap.`));
      }, DELIVERY_LIMIT_MS);
      this.#announce = () => {
        if (this.#deliveries.length < count) return;
        clearTimeout(timer);
        resolve([...this.#deliveries]);
      };
      this.#announce();
    });
  }
}

/** Zapier hands headers over as `Http-Webhook-Id`. */
function headersOf({ headers }: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      `Http-${name.replaceAll(/(^|-)[a-z]/g, (start) => start.toUpperCase())}`,
      String(value),
    ]),
  );
}
