import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { text as readText, buffer as readBuffer } from 'node:stream/consumers';

import { isRecord } from '../resources/values.ts';
import { closeServer, listen } from './loopback-server.ts';
import type { LogLine } from './zapier-container.ts';

/** For whom a step runs: Zapier keeps cached values apart by user and by connected account. */
export interface Identity {
  user: string;
  auth: string;
}

/** A file that an integration stashed. */
export interface StashedFile {
  name: string;
  contentType: string;
  content: Buffer;
}

type RpcMethod =
  | 'zcache_get'
  | 'zcache_set'
  | 'zcache_delete'
  | 'get_cursor'
  | 'set_cursor'
  | 'get_presigned_upload_post_data';

interface CacheEntry {
  value: string;
  expiresAt: number;
}

/** Node's own reader of multipart bodies, which holds them in memory: good enough for test files. */
interface MultipartBody {
  formData(): Promise<FormData>;
}

/** Zapier keeps a cursor for about an hour. */
const CURSOR_SECONDS = 3600;

/**
 * A stand-in for the services that Zapier's handler calls from within a step: the cache behind
 * `z.cache` with real `nx`, time to live and scope, the cursor behind `z.cursor`, the store behind
 * `z.stashFile`, and the log. The handler reaches it through `rpc_base` and `token` of its event.
 */
export class ZapierRpc {
  readonly origin: string;
  /** What the handler logged, oldest first. */
  readonly logs: LogLine[] = [];

  readonly #server: Server;
  readonly #now: () => number;
  readonly #identities = new Map<string, Identity>();
  readonly #cache = new Map<string, CacheEntry>();
  readonly #cursors = new Map<string, CacheEntry>();
  readonly #files = new Map<string, StashedFile>();
  readonly #failures = new Map<RpcMethod, number>();

  private constructor(server: Server, origin: string, now: () => number) {
    this.#server = server;
    this.origin = origin;
    this.#now = now;
  }

  /**
   * Starts on a free port of the loopback address.
   *
   * @param now the clock by which cached values expire, in milliseconds
   */
  static async start({ now = () => Date.now() }: { now?: () => number } = {}): Promise<ZapierRpc> {
    const server = createServer();
    const rpc = new ZapierRpc(server, await listen(server), now);
    server.on('request', (request, response) => {
      rpc.#answer(request, response).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
    return rpc;
  }

  /** Where the handler sends its calls: the event's `rpc_base`. */
  get rpcUrl(): string {
    return `${this.origin}/rpc`;
  }

  /** Where the handler sends its log: the variable LOGGING_ENDPOINT. */
  get logUrl(): string {
    return `${this.origin}/logs`;
  }

  /** The token by which calls of this user and connected account are known. */
  tokenFor(identity: Identity): string {
    const token = `${identity.user}.${identity.auth}.${randomUUID()}`;
    this.#identities.set(token, identity);
    return token;
  }

  /**
   * Answers the next calls of a method with 503. Zapier's handler tries each call three times, so
   * three failures make one `z.cache.set` fail.
   */
  fail(method: RpcMethod, times = 3): void {
    this.#failures.set(method, times);
  }

  /** The stashed file behind the address that `z.stashFile` returned. */
  file(url: string): StashedFile | undefined {
    return this.#files.get(new URL(url).pathname);
  }

  /** Forgets cached values, cursors, files, logs and planned failures. */
  reset(): void {
    for (const store of [this.#cache, this.#cursors, this.#files, this.#failures]) store.clear();
    this.logs.length = 0;
  }

  close(): Promise<void> {
    return closeServer(this.#server);
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', this.origin);
    if (request.method === 'POST' && pathname === '/rpc') return this.#call(request, response);
    if (request.method === 'POST' && pathname === '/logs') return this.#log(request, response);
    if (request.method === 'POST' && pathname === '/') return this.#upload(request, response);
    const file = request.method === 'GET' ? this.#files.get(pathname) : undefined;
    if (!file) {
      response.writeHead(404).end();
      return;
    }
    const name = encodeURIComponent(file.name);
    response
      .writeHead(200, {
        'content-type': file.contentType,
        'content-length': file.content.length,
        'content-disposition': `attachment; filename*=UTF-8''${name}`,
      })
      .end(file.content);
  }

  async #call(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const call: unknown = JSON.parse(await readText(request));
    const { id, method, params, storeKey } = isRecord(call) ? call : {};
    const identity = this.#identities.get(String(request.headers['x-token']));
    if (this.#takeFailure(String(method))) {
      response.writeHead(503, { 'content-type': 'text/plain' }).end('Service Unavailable');
      return;
    }
    const send = (status: number, answer: { result: unknown } | { error: string }) => {
      response
        .writeHead(status, { 'content-type': 'application/json' })
        .end(JSON.stringify({ id, ...answer }));
    };
    if (!identity) {
      send(403, { error: 'This token is not known.' });
      return;
    }
    try {
      const list: unknown[] = Array.isArray(params) ? params : [];
      send(200, { result: this.#run(String(method), list, identity, storeKey) });
    } catch (error) {
      send(400, { error: error instanceof Error ? error.message : String(error) });
    }
  }

  #takeFailure(method: string): boolean {
    for (const [planned, left] of this.#failures) {
      if (planned !== method || left <= 0) continue;
      this.#failures.set(planned, left - 1);
      return true;
    }
    return false;
  }

  #run(method: string, params: unknown[], identity: Identity, storeKey: unknown): unknown {
    switch (method) {
      case 'zcache_get':
        return this.#read(this.#cache, scopedKey(params[0], params[1], identity)) ?? null;
      case 'zcache_set': {
        const [name, value, ttl, scope, nx] = params;
        const key = scopedKey(name, scope, identity);
        // A value that stands already is not replaced; the answer is null, as of Redis.
        if (nx === true && this.#read(this.#cache, key) !== undefined) return null;
        this.#write(this.#cache, key, value, typeof ttl === 'number' ? ttl : Infinity);
        return true;
      }
      case 'zcache_delete':
        return this.#cache.delete(scopedKey(params[0], params[1], identity));
      case 'get_cursor':
        return this.#read(this.#cursors, cursorKey(storeKey)) ?? null;
      case 'set_cursor':
        this.#write(this.#cursors, cursorKey(storeKey), params[0], CURSOR_SECONDS);
        return null;
      case 'get_presigned_upload_post_data':
        return { url: `${this.origin}/`, fields: { key: `files/${randomUUID()}` } };
      default:
        throw new Error(`There is no method ${method}.`);
    }
  }

  #read(store: Map<string, CacheEntry>, key: string): string | undefined {
    const entry = store.get(key);
    if (!entry || entry.expiresAt > this.#now()) return entry?.value;
    store.delete(key);
    return undefined;
  }

  #write(store: Map<string, CacheEntry>, key: string, value: unknown, seconds: number): void {
    if (typeof value !== 'string') throw new Error('A stored value is a string.');
    store.set(key, { value, expiresAt: this.#now() + seconds * 1000 });
  }

  async #upload(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBuffer(request);
    const contentType = request.headers['content-type'] ?? '';
    const multipart: MultipartBody = new Response(new Uint8Array(body), {
      headers: { 'content-type': contentType },
    });
    const form = await multipart.formData();
    const key = form.get('key');
    const file = form.get('file');
    if (typeof key !== 'string' || !(file instanceof File)) {
      response.writeHead(400, { 'content-type': 'text/plain' }).end('key and file are required');
      return;
    }
    this.#files.set(`/${key}`, {
      name: file.name,
      contentType: file.type,
      content: Buffer.from(await file.arrayBuffer()),
    });
    response.writeHead(204).end();
  }

  async #log(request: IncomingMessage, response: ServerResponse): Promise<void> {
    for (const line of (await readText(request)).split('\n')) {
      const entry: unknown = line === '' ? undefined : JSON.parse(line);
      if (!isRecord(entry)) continue;
      const data = isRecord(entry['data']) ? entry['data'] : {};
      this.logs.push({ message: String(entry['message']), data });
    }
    response.writeHead(200, { 'content-type': 'text/plain' }).end('ok');
  }
}

/** Values without a scope are shared by all users of the integration. */
function scopedKey(name: unknown, scope: unknown, { user, auth }: Identity): string {
  const scopes: unknown[] = Array.isArray(scope) ? scope : [];
  return JSON.stringify([
    name,
    scopes.includes('user') ? user : null,
    scopes.includes('auth') ? auth : null,
  ]);
}

function cursorKey(storeKey: unknown): string {
  if (typeof storeKey !== 'string') throw new Error('A cursor needs a store key.');
  return storeKey;
}
