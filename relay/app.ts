import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from 'fastify';

import { messageOf, Problem } from './problem.ts';
import { healthRoutes } from './routes/health.ts';
import { operatorRoutes, type OperatorParts } from './routes/operators.ts';
import { subscriptionRoutes, type SubscriptionParts } from './routes/subscriptions.ts';
import { webhookRoutes, type WebhookParts } from './routes/webhooks.ts';

/** HighLevel's events are some kilobytes; a long e-mail is tens of them. */
const MOST_BODY_BYTES = 1024 * 1024;
const REQUEST_LIMIT_MS = 30_000;

/** What the routes need. */
export interface AppParts extends WebhookParts, SubscriptionParts, OperatorParts {
  log: FastifyBaseLogger;
  isStopping: () => boolean;
}

/** The relay's HTTP side: every route, and answers `{ error, message }` for what is refused. */
export function createApp(parts: AppParts): FastifyInstance {
  const app = fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: MOST_BODY_BYTES,
    requestTimeout: REQUEST_LIMIT_MS,
    forceCloseConnections: 'idle',
    // An event that arrives during a stop is still stored: HighLevel would not repeat it after a 503.
    return503OnClosing: false,
  });

  app.setErrorHandler((error, request, reply) => {
    const isEvent = request.url.startsWith('/webhooks/');
    const problem = problemOf(error, isEvent);
    if (isEvent && !(error instanceof Problem)) {
      // What the route itself refuses it has counted.
      parts.metrics.rejected.inc({ reason: problem.code });
    }
    if (!(error instanceof Problem) && problem.status >= 429) {
      request.log.error({ reason: messageOf(error) }, 'request failed');
    }
    if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter);
    return reply.code(problem.status).send({ error: problem.code, message: problem.message });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: 'not_found', message: 'There is nothing at this address.' }),
  );

  void app.register((scope, _options, done) => {
    webhookRoutes(scope, parts);
    done();
  });
  void app.register((scope, _options, done) => {
    scope.addHook('onResponse', (request, reply, hookDone) => {
      parts.metrics.subscriptions.inc({ method: request.method, status: reply.statusCode });
      hookDone();
    });
    subscriptionRoutes(scope, parts);
    done();
  });
  void app.register((scope, _options, done) => {
    operatorRoutes(scope, parts);
    done();
  });
  healthRoutes(app, parts);
  return app;
}

function problemOf(error: unknown, isEvent: boolean): Problem {
  if (error instanceof Problem) return error;
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
      ? error.statusCode
      : 500;
  if (status === 413) return new Problem(413, 'too_large', 'The body is larger than 1 MiB.');
  if (isEvent && status === 415) {
    return new Problem(400, 'malformed', 'The header content-type is not one.');
  }
  if (status >= 400 && status < 500) {
    return new Problem(status, 'invalid', 'The request is not one that this relay understands.');
  }
  // HighLevel repeats an event after a 429 only, whatever went wrong here.
  if (isEvent) return new Problem(429, 'failed', 'The event could not be taken. Send it again.');
  return new Problem(500, 'failed', 'The relay failed at this request. Its log says why.');
}
