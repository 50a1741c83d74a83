import { randomBytes, randomUUID } from 'node:crypto';

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { sameSecret } from '../bearer.ts';
import type { Keyring } from '../encryption.ts';
import { isSubscribable, SUBSCRIBABLE_EVENTS } from '../events.ts';
import { isUuid } from '../identifiers.ts';
import type { Metrics } from '../metrics.ts';
import { messageOf, Problem } from '../problem.ts';
import type { AccessProof } from '../proof/access-proof.ts';
import { proofTimes } from '../proof/keeper.ts';
import type { Database } from '../store/database.ts';
import { endProof, renewProof, UNPROVED_FOR_MS } from '../store/proofs.ts';
import {
  findSubscription,
  insertSubscription,
  removeSubscriptions,
  type ReferredSubscription,
} from '../store/subscriptions.ts';
import { checkTarget, type AllowedTargets } from '../targets.ts';
import { checkBody, secretOf, tokenOf, WITH_TOKEN } from './request.ts';

/** More than any account has Zaps; a caller in a loop is stopped here. */
const MOST_PER_LOCATION = 1000;

const subscription = z.object({
  event: z.enum(SUBSCRIBABLE_EVENTS, {
    error: `event must be one of ${SUBSCRIBABLE_EVENTS.join(', ')}.`,
  }),
  locationId: z
    .string({ error: 'locationId is missing.' })
    .regex(/^[\w-]{1,128}$/, 'locationId is not the id of a location.'),
  targetUrl: z.string({ error: 'targetUrl is missing.' }),
});

const renewal = z.object({
  secret: z.string({ error: "secret is missing: the subscription's secret." }).max(1024),
});

/** What the routes need. */
export interface SubscriptionParts {
  database: Database;
  keyring: Keyring;
  metrics: Metrics;
  proof: AccessProof;
  /** How long a proof counts, in milliseconds. */
  proofLastsMs: number;
  /** Called when a subscriber has proved its access: what is held for it may go out. */
  onProved: () => void;
  targets: AllowedTargets;
}

/**
 * `POST /subscriptions`, `POST /subscriptions/:id/proof` and `DELETE /subscriptions/:id`: who asks for
 * a location's events proves with a HighLevel token that they may have them, now and then again, and
 * gets a secret, with which they end it.
 */
export function subscriptionRoutes(
  app: FastifyInstance,
  { database, keyring, metrics, proof, proofLastsMs, onProved, targets }: SubscriptionParts,
): void {
  /** The subscription of an id and its secret. */
  const referred = async (id: string, secret: string): Promise<ReferredSubscription> => {
    const found = isUuid(id) ? await findSubscription(database, keyring, id) : undefined;
    // A step that is being resumed stands among them for as long as it is delivered to.
    if (!found || !isSubscribable(found.event)) {
      throw new Problem(404, 'not_found', 'There is no such subscription.');
    }
    if (!sameSecret(secret, found.secret)) {
      throw new Problem(403, 'wrong_secret', 'This is not the secret of that subscription.');
    }
    return found;
  };

  app.post('/subscriptions', WITH_TOKEN, async (request, reply) => {
    const token = tokenOf(request);
    const { event, locationId, targetUrl } = checkBody(subscription, request.body);
    const target = checkTarget(targetUrl, targets);
    if (typeof target === 'string') throw new Problem(422, 'target_refused', target);
    const caller = { address: request.ip };
    const { at, companyId } = await proof.prove({ token, locationId, event, caller });

    const publicId = randomUUID();
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const id = await database.transaction((transaction) =>
      insertSubscription(
        transaction,
        keyring,
        {
          publicId,
          locationId,
          companyId,
          event,
          targetUrl: target.url.href,
          secret,
          proof: proofTimes(at, proofLastsMs),
        },
        MOST_PER_LOCATION,
      ),
    );
    if (id === undefined) {
      throw new Problem(
        429,
        'too_many_subscriptions',
        `This location has ${MOST_PER_LOCATION} subscriptions already. Turn off Zaps that are not needed.`,
      );
    }
    onProved();
    request.log.info({ subscription: id, event, location: locationId }, 'subscribed');
    return reply.code(201).send({ id: publicId, secret, expiresAt: expiryOf(at) });
  });

  app.post<{ Params: { id: string } }>('/subscriptions/:id/proof', WITH_TOKEN, async (request) => {
    const token = tokenOf(request);
    const { secret } = checkBody(renewal, request.body);
    const publicId = request.params.id;
    const { id, locationId, event } = await referred(publicId, secret);
    if (!isSubscribable(event)) throw new Error(`${event} cannot be subscribed to any more.`);
    const caller = { subscription: id };
    const log = request.log.child({ subscription: id, event, location: locationId });
    try {
      const { at, companyId } = await proof.prove({ token, locationId, event, caller });
      const times = proofTimes(at, proofLastsMs);
      const provedUntil = await renewProof(database, publicId, companyId, times);
      if (provedUntil === undefined) {
        throw new Problem(404, 'not_found', 'There is no such subscription.');
      }
      metrics.proofs.inc({ result: 'proved' });
      onProved();
      return { provedUntil: new Date(provedUntil).toISOString(), expiresAt: expiryOf(at) };
    } catch (error) {
      const status = error instanceof Problem ? error.status : 500;
      metrics.proofs.inc({ result: status === 401 || status === 403 ? 'refused' : 'failed' });
      // An expired token is refused with 401 and says nothing of the access.
      if (status === 403) {
        await endProof(database, publicId, Date.now());
        log.warn({ reason: messageOf(error) }, 'access is lost: nothing is delivered any more');
      }
      throw error;
    }
  });

  app.delete<{ Params: { id: string } }>('/subscriptions/:id', async (request, reply) => {
    const secret = secretOf(request, 'subscription');
    const found = await referred(request.params.id, secret);
    await database.transaction((transaction) =>
      removeSubscriptions(transaction, [request.params.id]),
    );
    request.log.info({ subscription: found.id }, 'unsubscribed');
    return reply.code(204).send();
  });
}

/** When a subscription is removed whose access is never proved again. */
function expiryOf(provedAt: number): string {
  return new Date(provedAt + UNPROVED_FOR_MS).toISOString();
}
