import type { FastifyInstance } from 'fastify';

import type { Metrics } from '../metrics.ts';
import type { Database } from '../store/database.ts';

const TIME_LIMIT_MS = 3000;

/** `GET /healthz`: the process lives. `GET /readyz`: it takes events, the database answers. */
export function healthRoutes(
  app: FastifyInstance,
  {
    database,
    metrics,
    isStopping,
  }: { database: Database; metrics: Metrics; isStopping: () => boolean },
): void {
  metrics.reportReadiness(async () => !isStopping() && (await answers(database)));

  app.get('/healthz', () => ({ status: 'ok' }));

  app.get('/readyz', async (_request, reply) => {
    if (isStopping()) return reply.code(503).send({ status: 'stopping' });
    if (await answers(database)) return { status: 'ok' };
    return reply.code(503).send({ status: 'database unreachable' });
  });
}

async function answers(database: Database): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => {
      resolve(false);
    }, TIME_LIMIT_MS);
  });
  const answer = database.query('SELECT 1').then(
    () => true,
    () => false,
  );
  const result = await Promise.race([answer, late]);
  clearTimeout(timer);
  return result;
}
