import { createServer, type IncomingMessage, type Server } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { randomBytes } from 'node:crypto';

import {
  closeServer,
  copyEmptyDatabase,
  listen,
  makeQuickFolder,
  removeFolder,
  startRelayAlone,
  type RelayParts,
  type RunningServer,
} from '../../../local/index.ts';
import { toRecord, toText, type RawRecord } from '../../../resources/values.ts';
import { recordIn } from './posted.ts';

/** A request to the relay. */
export interface RelayRequest {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Buffer;
}

/** What the relay answered; 503 where none runs. */
export interface RelayAnswer {
  status: number;
  content: RawRecord;
  durationMs: number;
}

/** Is told of each request before the relay gets it, and returns what is told of the response. */
export type Observer = (request: RelayRequest) => (answer: RelayAnswer) => void;

/**
 * How the relay of the workbench delivers: what takes a day in production takes seconds, so that a person
 * sees it retry and give up.
 */
const SETTINGS = {
  RELAY_RETRY_FIRST_SECONDS: '1',
  RELAY_RETRY_LONGEST_SECONDS: '4',
  RELAY_GIVE_UP_AFTER_SECONDS: '8',
};

/** Headers that belong to a connection, not to what is passed on. */
const OWN_HEADERS = new Set(['host', 'connection', 'content-length', 'transfer-encoding']);

/** What is answered while no relay runs: HighLevel repeats it. */
const NO_RELAY = {
  status: 503,
  text: JSON.stringify({ error: 'no_relay', message: 'The relay is stopped. Send it again.' }),
};

/**
 * The relay behind a proxy that sees each request to it. It can be stopped and started again: its
 * URL, its subscriptions and what it has stored stay.
 */
export class ObservedRelay implements RunningServer {
  readonly url: string;
  readonly #proxy: Server;
  readonly #parts: RelayParts;
  readonly #folder: string;
  readonly #observe: Observer;
  readonly #adminToken = randomBytes(24).toString('base64url');
  #relay: RunningServer | undefined;
  /** A start or stop under way: one after the other. */
  #last: Promise<void> = Promise.resolve();

  private constructor(url: string, proxy: Server, parts: RelayParts, observe: Observer) {
    this.url = url;
    this.#proxy = proxy;
    this.#parts = parts;
    this.#observe = observe;
    this.#folder = makeQuickFolder();
    copyEmptyDatabase(this.#folder);
  }

  /** Starts both, and lets the local HighLevel send its webhooks here. */
  static async start(parts: RelayParts, observe: Observer): Promise<ObservedRelay> {
    const proxy = createServer();
    const relay = new ObservedRelay(await listen(proxy), proxy, parts, observe);
    proxy.on('request', (request, response) => {
      relay.#pass(request).then(
        ({ status, text }) => {
          response.writeHead(status, { 'content-type': 'application/json' }).end(text);
        },
        (error: unknown) => response.writeHead(502).end(String(error)),
      );
    });
    try {
      await relay.resume();
      await parts.sandbox.post('/webhooks', { url: `${relay.url}/webhooks/highlevel` });
    } catch (error) {
      await relay.close();
      throw error;
    }
    return relay;
  }

  get isRunning(): boolean {
    return this.#relay !== undefined;
  }

  /** Starts it again, with what it had stored. */
  resume(): Promise<void> {
    return this.#afterLast(async () => {
      const { env, ...parts } = this.#parts;
      this.#relay ??= await startRelayAlone({
        ...parts,
        env: {
          ...SETTINGS,
          RELAY_DATA_DIR: this.#folder,
          RELAY_ADMIN_TOKEN: this.#adminToken,
          ...env,
        },
      });
    });
  }

  /** Ends it, as a process manager does. */
  stop(): Promise<void> {
    return this.#afterLast(async () => {
      const relay = this.#relay;
      this.#relay = undefined;
      await relay?.close();
    });
  }

  /**
   * Asks the relay's admin API.
   *
   * @param path below `/admin`
   * @throws Error when no relay runs, or it refuses
   */
  async admin(method: 'GET' | 'POST', path: string): Promise<RawRecord> {
    const response = await fetch(`${this.#running().url}/admin${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.#adminToken}`,
        ...(method === 'POST' && { 'content-type': 'application/json' }),
      },
      ...(method === 'POST' && { body: '{}' }),
    });
    const answer = toRecord(await response.json());
    if (response.ok) return answer;
    throw new Error(toText(answer['message']) ?? 'The relay refused.');
  }

  /** Sends a webhook to it again, as HighLevel repeats one. */
  async repeat(request: RelayRequest): Promise<void> {
    await this.#exchange(request);
  }

  output(): string {
    return this.#relay?.output() ?? '';
  }

  async close(): Promise<void> {
    await this.stop();
    await closeServer(this.#proxy);
    removeFolder(this.#folder);
  }

  #running(): RunningServer {
    if (this.#relay) return this.#relay;
    throw new Error('The relay is stopped. Start it again first.');
  }

  #afterLast(act: () => Promise<void>): Promise<void> {
    const run = this.#last.then(act);
    this.#last = run.catch(() => undefined);
    return run;
  }

  async #pass(request: IncomingMessage): Promise<{ status: number; text: string }> {
    const headers = Object.entries(request.headers)
      .filter(([name]) => !OWN_HEADERS.has(name))
      .map(([name, value]): [string, string] => [name, String(value)]);
    return this.#exchange({
      method: request.method ?? 'GET',
      path: request.url ?? '/',
      headers: Object.fromEntries(headers),
      body: await buffer(request),
    });
  }

  async #exchange(request: RelayRequest): Promise<{ status: number; text: string }> {
    const answered = this.#observe(request);
    const from = performance.now();
    const { status, text } = await this.#forward(request);
    answered({ status, content: recordIn(text), durationMs: performance.now() - from });
    return { status, text };
  }

  async #forward({
    method,
    path,
    headers,
    body,
  }: RelayRequest): Promise<{ status: number; text: string }> {
    const relay = this.#relay;
    if (!relay) return NO_RELAY;
    const hasBody = method !== 'GET' && method !== 'HEAD' && body.length > 0;
    try {
      const response = await fetch(relay.url + path, {
        method,
        headers,
        // A copy that fetch's types take: a Buffer may stand on memory that is shared.
        body: hasBody ? new Uint8Array(body) : null,
      });
      return { status: response.status, text: await response.text() };
    } catch {
      // It was killed, or is about to end.
      return NO_RELAY;
    }
  }
}
