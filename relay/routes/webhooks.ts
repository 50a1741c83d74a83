import type { KeyObject } from 'node:crypto';

import type { FastifyInstance, FastifyRequest } from 'fastify';

import type { Refusal } from '../backlog.ts';
import type { BodyReader } from '../body-reader.ts';
import { parseEvent } from '../events.ts';
import type { Ingest } from '../ingest.ts';
import type { Metrics } from '../metrics.ts';
import { messageOf, Problem } from '../problem.ts';
import { isSigned, parseSignature } from '../signature.ts';
import { withinLimit } from '../time-limit.ts';

const RETRY_AFTER_SECONDS = 30;
/** How long an event may take to be stored before its sender is told to come again. */
const COMMIT_LIMIT_MS = 15_000;

/** What the route needs. */
export interface WebhookParts {
  ingest: Ingest;
  keys: readonly KeyObject[];
  metrics: Metrics;
  bodies: BodyReader;
  /** The app whose events count; undefined: those of all. */
  appId: string | undefined;
  /** An event of more bytes is delivered without its long values. */
  targetTakes: number;
}

/**
 * `POST /webhooks/highlevel`: takes HighLevel's events. HighLevel repeats what is not answered with
 * 2xx, and stops sending to an address where that happens often. So whatever it has signed is answered
 * with 200, be it of use or not, and anything else only when it could not be stored.
 */
export function webhookRoutes(
  app: FastifyInstance,
  { ingest, keys, metrics, bodies, appId, targetTakes }: WebhookParts,
): void {
  const contentTypes = new WeakMap<FastifyRequest, string>();
  const notCommitted = (): Problem =>
    new Problem(
      429,
      'not_committed',
      'The event could not be stored. Send it again.',
      RETRY_AFTER_SECONDS,
    );

  app.addHook('onRequest', (request, _reply, done) => {
    if (!parseSignature(request.headers['x-ghl-signature'])) throw notSigned();
    // The bytes count, whatever they are called: Fastify would refuse what is no content type at all.
    const { 'content-type': contentType } = request.headers;
    if (contentType !== undefined) contentTypes.set(request, contentType);
    delete request.headers['content-type'];
    done();
  });
  // The route reads the body: its bytes are what is signed.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', (_request, _payload, done) => {
    done(null);
  });

  app.setErrorHandler((error, request, reply) => {
    const problem = problemOf(error);
    metrics.rejected.inc({ reason: problem.code });
    if (problem !== error) request.log.error({ reason: messageOf(error) }, 'event not taken');
    if (problem.retryAfter !== undefined) reply.header('retry-after', problem.retryAfter);
    return reply.code(problem.status).send({ error: problem.code, message: problem.message });
  });

  app.post('/webhooks/highlevel', async (request, reply) => {
    const body = await bodies.read(request.raw, reply.raw);
    const signature = request.headers['x-ghl-signature'];
    if (!(await ingest.checked(isSigned(body, signature, keys)))) throw notSigned();
    const event = parseEvent({
      body,
      contentType: contentTypes.get(request),
      nameInAddress: nameIn(request.query),
      targetTakes,
    });
    if (typeof event === 'string') {
      metrics.accepted.inc({ result: event });
      return { result: event };
    }
    if (appId !== undefined && event.appId !== undefined && event.appId !== appId) {
      // HighLevel signs the events of all apps with one key.
      const result = 'other_app';
      metrics.accepted.inc({ result });
      return { result };
    }
    if (ingest.isFull) throw refused('behind');
    const accepting = withinLimit(ingest.accept(event), COMMIT_LIMIT_MS, notCommitted);
    const result = await accepting.catch((error: unknown) => {
      request.log.error({ reason: messageOf(error) }, 'event not committed');
      throw notCommitted();
    });
    if (result === 'behind' || result === 'over_share') throw refused(result);
    metrics.accepted.inc({ result });
    metrics.acceptLatency.observe(reply.elapsedTime / 1000);
    return { result };
  });
}

function refused(refusal: Refusal): Problem {
  const message = {
    behind: 'The relay is behind. Send it again.',
    over_share: 'Too many events of this sub-account wait to be delivered. Send it again.',
  };
  return new Problem(429, refusal, message[refusal], RETRY_AFTER_SECONDS);
}

function notSigned(): Problem {
  return new Problem(
    401,
    'signature',
    'The header x-ghl-signature is missing or does not sign this body.',
  );
}

/** `?event=NAME`: where a payload does not say what it is, the app's settings say it in the address. */
function nameIn(query: unknown): unknown {
  return typeof query === 'object' && query !== null && 'event' in query ? query.event : undefined;
}

function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(429, 'failed', 'The event could not be taken. Send it again.');
}
