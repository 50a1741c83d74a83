import type { FastifyInstance, FastifyRequest } from 'fastify';

/** One call of the API, as a test wants to see it. Secrets are left out. */
export interface LoggedRequest {
  at: string;
  method: string;
  path: string;
  query: unknown;
  version: string | null;
  contentType: string | null;
  userAgent: string | null;
  authorized: boolean;
  /** The sub-account of its token; null for an agency's token, and for none that is known. */
  subAccount: string | null;
  /** Null as well when the call was answered before its body was read (401, 429, a fault). */
  body: unknown;
  /** Null when the connection was cut without an answer. */
  status: number | null;
}

const SECRETS = new Set(['client_secret', 'code', 'refresh_token', 'password', 'access_token']);
const KEPT = 20_000;

function withoutSecrets(body: unknown): unknown {
  if (Buffer.isBuffer(body)) return `(${String(body.length)} bytes)`;
  if (Array.isArray(body)) return body.map(withoutSecrets);
  if (typeof body !== 'object' || body === null) return body ?? null;
  return Object.fromEntries(
    Object.entries(body).map(([key, value]: [string, unknown]) => [
      key,
      SECRETS.has(key) ? '(secret)' : withoutSecrets(value),
    ]),
  );
}

/** Keeps the last calls in memory, in the order in which they arrived. */
export class RequestLog {
  #entries: LoggedRequest[] = [];

  list(): readonly LoggedRequest[] {
    return this.#entries;
  }

  clear(): void {
    this.#entries = [];
  }

  /** Writes down every call but those of the control API. */
  watch(app: FastifyInstance): void {
    const entries = new WeakMap<FastifyRequest, LoggedRequest>();
    app.addHook('onRequest', (request, _reply, done) => {
      if (!request.url.startsWith('/__sandbox')) {
        const entry: LoggedRequest = {
          at: new Date().toISOString(),
          method: request.method,
          path: request.url.split('?')[0] ?? request.url,
          query: request.query,
          version: request.headers.version?.toString() ?? null,
          contentType: request.headers['content-type'] ?? null,
          userAgent: request.headers['user-agent'] ?? null,
          authorized: request.headers.authorization !== undefined,
          subAccount: null,
          body: null,
          status: null,
        };
        entries.set(request, entry);
        if (this.#entries.length >= KEPT) this.#entries.splice(0, KEPT / 2);
        this.#entries.push(entry);
      }
      done();
    });
    app.addHook('preHandler', (request, _reply, done) => {
      const entry = entries.get(request);
      if (entry) entry.body = withoutSecrets(request.body);
      done();
    });
    app.addHook('onResponse', (request, reply, done) => {
      const entry = entries.get(request);
      if (entry) {
        entry.status = reply.statusCode;
        entry.subAccount = request.session?.locationId ?? null;
      }
      done();
    });
  }
}
