import { randomBytes, randomUUID } from 'node:crypto';

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { bearerOf, sameSecret } from '../bearer.ts';
import type { Keyring } from '../encryption.ts';
import { SUBSCRIBABLE_EVENTS } from '../events.ts';
import { isUuid } from '../identifiers.ts';
import { Problem } from '../problem.ts';
import type { LocationProof } from '../proof.ts';
import type { Database } from '../store/database.ts';
import {
  insertSubscription,
  readSubscription,
  removeSubscriptions,
} from '../store/subscriptions.ts';
import { checkTarget, type AllowedTargets } from '../targets.ts';

/** More than any account has Zaps; a caller in a loop is stopped here. */
const MOST_PER_LOCATION = 1000;

const subscription = z.object({
  event: z.enum(SUBSCRIBABLE_EVENTS, {
    error: `event must be one of ${SUBSCRIBABLE_EVENTS.join(', ')}.`,
  }),
  locationId: z
    .string({ error: 'locationId is missing.' })
    .regex(/^[\w.:-]{1,128}$/, 'locationId is not the id of a location.'),
  targetUrl: z.string({ error: 'targetUrl is missing.' }),
});

/** What the routes need. */
export interface SubscriptionParts {
  database: Database;
  keyring: Keyring;
  proof: LocationProof;
  targets: AllowedTargets;
}

/**
 * `POST /subscriptions` and `DELETE /subscriptions/:id`: who asks for a location's events proves
 * with a HighLevel token that they may have them, and gets a secret, with which they end it again.
 */
export function subscriptionRoutes(
  app: FastifyInstance,
  { database, keyring, proof, targets }: SubscriptionParts,
): void {
  app.post('/subscriptions', async (request, reply) => {
    const token = bearerOf(request.headers.authorization);
    if (token === undefined) {
      throw new Problem(
        401,
        'token_missing',
        "Send the HighLevel account's access token in the header Authorization: Bearer.",
      );
    }
    const parsed = subscription.safeParse(request.body);
    if (!parsed.success) {
      const sentences = parsed.error.issues.map(({ message }) => message);
      throw new Problem(422, 'invalid', sentences.join(' '));
    }
    const { event, locationId, targetUrl } = parsed.data;
    const target = checkTarget(targetUrl, targets);
    if (typeof target === 'string') throw new Problem(422, 'target_refused', target);
    const { companyId } = await proof.prove(token, locationId);

    const id = randomUUID();
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const stored = await database.transaction((transaction) =>
      insertSubscription(
        transaction,
        keyring,
        { id, locationId, companyId, event, targetUrl: target.url.href, secret },
        MOST_PER_LOCATION,
      ),
    );
    if (!stored) {
      throw new Problem(
        429,
        'too_many_subscriptions',
        `This location has ${MOST_PER_LOCATION} subscriptions already. Turn off Zaps that are not needed.`,
      );
    }
    request.log.info({ subscription: id, event, location: locationId }, 'subscribed');
    return reply.code(201).send({ id, secret });
  });

  app.delete<{ Params: { id: string } }>('/subscriptions/:id', async (request, reply) => {
    const secret = bearerOf(request.headers.authorization);
    if (secret === undefined) {
      throw new Problem(
        401,
        'secret_missing',
        "Send the subscription's secret in the header Authorization: Bearer.",
      );
    }
    const { id } = request.params;
    const found = isUuid(id) ? await readSubscription(database, keyring, id) : undefined;
    if (!found) throw new Problem(404, 'not_found', 'There is no such subscription.');
    if (!sameSecret(secret, found.secret)) {
      throw new Problem(403, 'wrong_secret', 'This is not the secret of that subscription.');
    }
    await database.transaction((transaction) => removeSubscriptions(transaction, [id]));
    request.log.info({ subscription: id }, 'unsubscribed');
    return reply.code(204).send();
  });
}
