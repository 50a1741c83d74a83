import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One POST to a Zap's hook address, as Zapier hands it to the trigger's `perform`. */
export interface Delivery {
  /** The path, by which Zaps are told apart. */
  path: string;
  rawRequest: {
    method: 'POST';
    querystring: string;
    /** Renamed as Zapier does: `Http-Webhook-Id`. */
    headers: Record<string, string>;
    content: string;
  };
  cleanedRequest: unknown;
}

/** How long a delivery may take to come; milliseconds where nothing else runs. */
const PATIENCE_MS = 20_000;

/** Zapier's side of a REST hook, on the loopback: it takes whatever the relay delivers. */
export class Catcher {
  readonly deliveries: Delivery[] = [];
  /** What it answers: 410 is what Zapier says for a Zap that is switched off. */
  status = 200;

  readonly #server: Server;
  readonly #arrivals = new EventEmitter();

  private constructor(server: Server) {
    this.#server = server;
  }

  static async start(): Promise<Catcher> {
    const server = createServer();
    const catcher = new Catcher(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const content = Buffer.concat(chunks).toString('utf8');
        catcher.#take(request.url ?? '/', request.headers, content);
        response.writeHead(catcher.status).end();
      });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return catcher;
  }

  /** The origin to put into the relay's RELAY_TARGET_HOSTS. */
  get origin(): string {
    // A listening TCP server has an address with a port.
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The hook address of a Zap. */
  addressOf(zap: string): string {
    return `${this.origin}/hooks/${zap}`;
  }

  /** Takes the oldest delivery to a Zap, or waits for the next. @throws Error when none comes */
  async next(zap: string): Promise<Delivery> {
    const path = `/hooks/${zap}`;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    for (;;) {
      const at = this.deliveries.findIndex((delivery) => delivery.path === path);
      const [found] = at < 0 ? [] : this.deliveries.splice(at, 1);
      if (found) return found;
      await once(this.#arrivals, 'delivery', { signal }).catch(() => {
        throw new Error(`Nothing was delivered to ${path} within ${PATIENCE_MS / 1000} s.`);
      });
    }
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    const closed = once(this.#server, 'close');
    this.#server.close();
    await closed;
  }

  #take(url: string, headers: IncomingHttpHeaders, content: string): void {
    const { pathname, search } = new URL(url, this.origin);
    this.deliveries.push({
      path: pathname,
      rawRequest: {
        method: 'POST',
        querystring: search.slice(1),
        headers: Object.fromEntries(
          Object.entries(headers).map(([name, value]) => [headerName(name), String(value)]),
        ),
        content,
      },
      cleanedRequest: JSON.parse(content),
    });
    this.#arrivals.emit('delivery');
  }
}

function headerName(name: string): string {
  const words = name.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `Http-${words.join('-')}`;
}
