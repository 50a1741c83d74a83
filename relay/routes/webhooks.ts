import type { KeyObject } from 'node:crypto';

import type { FastifyInstance } from 'fastify';

import { parseEvent } from '../events.ts';
import type { Ingest } from '../ingest.ts';
import type { Metrics, Rejection } from '../metrics.ts';
import { messageOf, Problem } from '../problem.ts';
import { isSigned } from '../signature.ts';

const RETRY_AFTER_SECONDS = 30;

/** What the route needs. */
export interface WebhookParts {
  ingest: Ingest;
  keys: readonly KeyObject[];
  metrics: Metrics;
  /** Whether so much waits to be delivered that no more should come. */
  isBehind: () => boolean;
}

/**
 * `POST /webhooks/highlevel`: takes HighLevel's events. It answers 200 once the event is committed.
 * When it cannot commit it answers 429, since HighLevel repeats an event after no other status.
 */
export function webhookRoutes(
  app: FastifyInstance,
  { ingest, keys, metrics, isBehind }: WebhookParts,
): void {
  const refuse = (reason: Rejection, problem: Problem): Problem => {
    metrics.rejected.inc({ reason });
    return problem;
  };

  // The bytes are what is signed, so they are not parsed before.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });

  app.post('/webhooks/highlevel', async (request, reply) => {
    const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
    const header = request.headers['x-ghl-signature'];
    const signature = Array.isArray(header) ? undefined : header;
    if (!(await ingest.checked(isSigned(body, signature, keys)))) {
      throw refuse(
        'signature',
        new Problem(
          401,
          'signature',
          'The header x-ghl-signature is missing or does not sign this body.',
        ),
      );
    }
    const event = parseEvent(body, request.headers['content-type']);
    if (!event) {
      throw refuse(
        'malformed',
        new Problem(400, 'malformed', 'The body is not a JSON object with a type.'),
      );
    }
    if (ingest.isFull || isBehind()) {
      throw refuse(
        'behind',
        new Problem(429, 'behind', 'The relay is behind. Send it again.', RETRY_AFTER_SECONDS),
      );
    }
    try {
      const result = await ingest.accept(event);
      metrics.accepted.inc({ result });
      metrics.acceptLatency.observe(reply.elapsedTime / 1000);
      return { result };
    } catch (error) {
      request.log.error({ reason: messageOf(error) }, 'event not committed');
      throw refuse(
        'not_committed',
        new Problem(
          429,
          'not_committed',
          'The event could not be stored. Send it again.',
          RETRY_AFTER_SECONDS,
        ),
      );
    }
  });
}
