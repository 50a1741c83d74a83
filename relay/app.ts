import type { FastifyBaseLogger, FastifyInstance } from 'fastify';

import { createHttpServer, HTTP_LIMITS } from './http-server.ts';
import { messageOf, Problem } from './problem.ts';
import { healthRoutes, type HealthParts } from './routes/health.ts';
import { operatorRoutes, type OperatorParts } from './routes/operators.ts';
import { subscriptionRoutes, type SubscriptionParts } from './routes/subscriptions.ts';
import { waitRoutes, type WaitParts } from './routes/waits.ts';
import { webhookRoutes, type WebhookParts } from './routes/webhooks.ts';

/** What the routes need. */
export interface AppParts
  extends WebhookParts, SubscriptionParts, WaitParts, OperatorParts, HealthParts {
  log: FastifyBaseLogger;
  /** The proxies that are believed who calls. */
  trustedProxies: string[];
}

/** The relay's HTTP side: every route, and answers `{ error, message }` for what is refused. */
export function createApp(parts: AppParts): FastifyInstance {
  const app = createHttpServer(parts.log, HTTP_LIMITS, parts.trustedProxies);

  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    if (problem !== error && problem.status >= 500) {
      request.log.error({ reason: messageOf(error) }, 'request failed');
    }
    if (problem.cause !== undefined) {
      request.log.warn({ error: problem.code, reason: messageOf(problem.cause) }, 'refused');
    }
    if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter);
    return reply.code(problem.status).send({ error: problem.code, message: problem.message });
  });
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).send({ error: 'not_found', message: 'There is nothing at this URL.' }),
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
    waitRoutes(scope, parts);
    done();
  });
  void app.register((scope, _options, done) => {
    operatorRoutes(scope, parts);
    done();
  });
  healthRoutes(app, parts);
  return app;
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number'
      ? error.statusCode
      : 500;
  if (status === 413) {
    const kilobytes = HTTP_LIMITS.body / 1024;
    return new Problem(413, 'too_large', `The body is larger than ${kilobytes} KiB.`);
  }
  if (status >= 400 && status < 500) {
    return new Problem(status, 'invalid', 'The request is not one that this relay understands.');
  }
  return new Problem(500, 'failed', 'The relay failed at this request. Its log says why.');
}
