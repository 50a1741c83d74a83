import { randomBytes, timingSafeEqual } from 'node:crypto';

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { Problem } from './problem.ts';
import { plainPage } from './plain-page.ts';

/** Nothing but this server's own files runs, loads or frames; texts never become code. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

/** Who may use this server: whoever opens the address that it printed. */
export class Access {
  /** Stands in the first address. */
  readonly token = randomBytes(32).toString('base64url');
  readonly #session = randomBytes(32).toString('base64url');

  /**
   * Looks at every request: the Host, so that no other name leads here; the Origin, so that no other
   * page does; then the token or the cookie.
   *
   * @param port where the server listens, once it does
   */
  guard(app: FastifyInstance, port: () => number): void {
    app.addHook('onRequest', (request, reply, done) => {
      reply.headers(HEADERS);
      checkHost(request, port());
      checkOrigin(request);
      const url = new URL(`http://127.0.0.1${request.url}`);
      const given = url.searchParams.get('token');
      if (given !== null && request.method === 'GET') {
        if (!isSame(given, this.token)) return refuse(request, reply);
        url.searchParams.delete('token');
        // One slash: two would lead to another host.
        const place = `/${url.pathname.replace(/^\/+/, '')}${url.search}`;
        return reply
          .header(
            'set-cookie',
            `${cookieName(port())}=${this.#session}; HttpOnly; SameSite=Strict; Path=/`,
          )
          .type('text/html; charset=utf-8')
          .send(plainPage({ title: 'Workbench', text: 'Opening …', next: place }));
      }
      const session = cookieOf(request, cookieName(port()));
      if (session === undefined || !isSame(session, this.#session)) return refuse(request, reply);
      done();
      return undefined;
    });
  }
}

/** Cookies do not tell ports apart: each workbench has a name of its own. */
function cookieName(port: number): string {
  return `workbench-${port}`;
}

function checkHost({ headers }: FastifyRequest, port: number): void {
  if (headers.host === `127.0.0.1:${port}` || headers.host === `localhost:${port}`) return;
  throw new Problem(421, 'host', 'The workbench answers at 127.0.0.1 only.');
}

function checkOrigin({ headers, method, url }: FastifyRequest): void {
  const { origin } = headers;
  const isOwn = origin === undefined ? method === 'GET' : origin === `http://${headers.host ?? ''}`;
  const site = headers['sec-fetch-site'];
  const isOpening = headers['sec-fetch-mode'] === 'navigate' && !url.startsWith('/api/');
  const isNear = site === undefined || site === 'same-origin' || site === 'none' || isOpening;
  if (isOwn && isNear) return;
  throw new Problem(403, 'origin', 'Only the workbench’s own page may ask for this.');
}

function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const message =
    'This session has ended, or never began. Open the URL that the workbench printed in the terminal.';
  if (request.url.startsWith('/api/')) return reply.code(401).send({ error: 'session', message });
  return reply
    .code(401)
    .type('text/html; charset=utf-8')
    .send(plainPage({ title: 'Open the workbench again', text: message }));
}

function cookieOf({ headers }: FastifyRequest, name: string): string | undefined {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1];
}

function isSame(given: string, expected: string): boolean {
  const [left, right] = [Buffer.from(given), Buffer.from(expected)];
  return left.length === right.length && timingSafeEqual(left, right);
}
