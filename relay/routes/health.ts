import type { FastifyInstance } from 'fastify';

import type { Metrics } from '../metrics.ts';
import type { Storage } from '../storage.ts';

/** What the routes need. */
export interface HealthParts {
  storage: Storage;
  metrics: Metrics;
  isStopping: () => boolean;
}

/** `GET /healthz`: the process lives. `GET /readyz`: it can store events. */
export function healthRoutes(
  app: FastifyInstance,
  { storage, metrics, isStopping }: HealthParts,
): void {
  metrics.reportReadiness(async () => !isStopping() && (await storage.canStore()));

  app.get('/healthz', () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    if (isStopping()) return reply.code(503).send({ status: 'stopping' });
    if (await storage.canStore()) return { status: 'ok' };
    return reply.code(503).send({ status: 'events cannot be stored' });
  });
}
