import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { bearerOf, sameSecret } from '../bearer.ts';
import type { FairLine } from '../delivery/fairness.ts';
import { isUuid } from '../identifiers.ts';
import type { Metrics } from '../metrics.ts';
import { Problem } from '../problem.ts';
import type { Database } from '../store/database.ts';
import { listDeadLetters, replayDeadLetters } from '../store/dead-letters.ts';
import type { DeliveryQueue } from '../store/deliveries.ts';
import { refuseNul } from './request.ts';

const uuid = z.string().refine(isUuid, 'must be the id of a dead letter');
const locationId = z.string().min(1).max(128).optional();
const limit = z.coerce.number().int().min(1).max(1000).default(100);
const page = z.object({ limit, before: uuid.optional(), locationId });
const selection = z.object({ limit, locationId });
const names = z.union([z.string().transform((name) => [name]), z.array(z.string())]).optional();
const measurements = z.object({ 'name[]': names });

/** What the routes need. */
export interface OperatorParts {
  adminToken: string | undefined;
  database: Database;
  queue: DeliveryQueue;
  line: FairLine;
  metrics: Metrics;
  /** Attempts deliveries now, also to targets that were left alone. */
  retryAll: () => void;
}

/** `/metrics` and `/admin`: for who runs the relay, by `RELAY_ADMIN_TOKEN`. */
export function operatorRoutes(
  app: FastifyInstance,
  { adminToken, database, queue, line, metrics, retryAll }: OperatorParts,
): void {
  app.addHook('onRequest', (request, _reply, done) => {
    authorize(request, adminToken);
    done();
  });

  app.addHook('preHandler', (request, _reply, done) => {
    refuseNul([request.query, request.params, request.body]);
    done();
  });

  app.get('/metrics', async (request, reply) => {
    const { 'name[]': some } = check(measurements, request.query);
    const text = await (some ? metrics.some(some) : metrics.registry.metrics());
    return reply.type(metrics.registry.contentType).send(text);
  });

  app.get('/admin/dead-letters', async (request) => {
    const { before, ...rest } = check(page, request.query);
    const deadLetters = await listDeadLetters(database, {
      limit: rest.limit,
      before,
      locationId: rest.locationId,
    });
    const last = deadLetters.at(-1);
    return { deadLetters, next: deadLetters.length === rest.limit ? last?.id : undefined };
  });

  const replay = async (which: Parameters<typeof replayDeadLetters>[2]): Promise<number> => {
    const replayed = await replayDeadLetters(database, queue, which, (location) =>
      line.place(location),
    );
    if (replayed > 0) retryAll();
    return replayed;
  };

  app.post('/admin/dead-letters/replay', async (request) => {
    const which = check(selection, request.body ?? {});
    const replayed = await replay({
      id: undefined,
      locationId: which.locationId,
      limit: which.limit,
    });
    return { replayed };
  });

  app.post<{ Params: { id: string } }>('/admin/dead-letters/:id/replay', async (request) => {
    const id = check(uuid, request.params.id);
    const replayed = await replay({ id, locationId: undefined, limit: 1 });
    if (replayed === 0) throw new Problem(404, 'not_found', 'There is no such dead letter.');
    return { replayed };
  });
}

function authorize(request: FastifyRequest, adminToken: string | undefined): void {
  if (adminToken === undefined) {
    throw new Problem(
      403,
      'no_admin_token',
      'This relay has no admin token. Set RELAY_ADMIN_TOKEN and start it again.',
    );
  }
  const given = bearerOf(request.headers.authorization);
  if (given === undefined || !sameSecret(given, adminToken)) {
    throw new Problem(
      401,
      'admin_token',
      'Send RELAY_ADMIN_TOKEN in the header Authorization: Bearer.',
    );
  }
}

function check<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map(
    ({ path, message }) => `${path.length > 0 ? path.join('.') : 'The value'} ${message}.`,
  );
  throw new Problem(422, 'invalid', sentences.join(' '));
}
