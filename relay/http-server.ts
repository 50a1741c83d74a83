import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';

import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';

import { OpenConnections } from './connections.ts';
import { Problem } from './problem.ts';
import { withinLimit } from './time-limit.ts';

/** How long things may take, in milliseconds, and how much may be open. */
export interface HttpLimits {
  /** Until the head of a request has arrived. */
  head: number;
  /** Until all of a request has arrived. */
  request: number;
  /** Until a route has its answer. */
  answer: number;
  /** For what is still to come of a request that is answered already. */
  linger: number;
  /** Until a client that does not read its answer is cut off. More than `answer`. */
  unread: number;
  /** Until the next request on a connection. */
  idle: number;
  /** How often Node looks for what takes longer. */
  lookEvery: number;
  /** Open connections. HighLevel, or the proxy between, needs far fewer. */
  connections: number;
  /** The body of a request, in bytes, but for routes that read it themselves. */
  body: number;
}

export const HTTP_LIMITS: HttpLimits = {
  head: 10_000,
  request: 30_000,
  answer: 30_000,
  linger: 2000,
  unread: 60_000,
  idle: 72_000,
  lookEvery: 1000,
  connections: 2048,
  body: 16 * 1024,
};

/**
 * An HTTP server without routes that nobody can hold up: what takes too long is ended.
 *
 * @param trustedProxies whose header X-Forwarded-For is believed.
 */
export function createHttpServer(
  log: FastifyBaseLogger,
  limits: HttpLimits = HTTP_LIMITS,
  trustedProxies: string[] = [],
): FastifyInstance {
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: limits.body,
    trustProxy: trustedProxies.length > 0 && trustedProxies,
    serverFactory: (answer) => serverWithin(limits, answer),
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true },
    // What is no address at all gets no further than here.
    frameworkErrors: (_error, _request, { raw }) => {
      const problem = { error: 'invalid', message: 'The URL of this request is not valid.' };
      raw.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(problem));
    },
    forceCloseConnections: 'idle',
    // An event that arrives during a stop is still stored.
    return503OnClosing: false,
  });
  app.addHook('onResponse', ({ raw }, _reply, done) => {
    if (!raw.complete) discardRest(raw, limits.linger);
    done();
  });
  app.addHook('onRoute', (route) => {
    const { handler } = route;
    // Fastify's own limit (handlerTimeout) ends when the body has been read.
    route.handler = async function answerInTime(request, reply) {
      const answer: unknown = handler.call(this, request, reply);
      return withinLimit(Promise.resolve(answer), limits.answer, tooSlow);
    };
  });
  return app;
}

/** Node's server, on which nobody takes the connections of others. */
function serverWithin(limits: HttpLimits, answer: RequestListener): Server {
  const connections = new OpenConnections(limits.connections);
  const server = createServer(
    {
      headersTimeout: limits.head,
      requestTimeout: limits.request,
      keepAliveTimeout: limits.idle,
      connectionsCheckingInterval: limits.lookEvery,
    },
    (request, response) => {
      if (connections.begin(request, response)) answer(request, response);
    },
  );
  // Node itself would refuse what is asked for beside the answer (417): nothing here depends on it.
  server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) => {
    server.emit('request', request, response);
  });
  server.timeout = limits.unread;
  connections.watch(server);
  return server;
}

/**
 * Ends a server: requests under way are answered.
 *
 * @param graceMs after which their connections are cut, in milliseconds.
 */
export async function closeHttpServer(app: FastifyInstance, graceMs: number): Promise<void> {
  const cut = setTimeout(() => {
    app.server.closeAllConnections();
  }, graceMs);
  await app.close();
  clearTimeout(cut);
}

/**
 * Reads what is still to come of a request and throws it away, so that its sender, who may not read
 * before it has written all, gets the answer. Who goes on for too long is cut off.
 */
function discardRest(request: IncomingMessage, limitMs: number): void {
  const cut = setTimeout(() => request.destroy(), limitMs);
  request.once('close', () => {
    clearTimeout(cut);
  });
  request.resume();
}

function tooSlow(): Problem {
  return new Problem(503, 'too_slow', 'The relay took too long to answer. Try again.');
}
