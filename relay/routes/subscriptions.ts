import { randomBytes, randomUUID } from 'node:crypto';

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { sameSecret } from '../bearer.ts';
import type { Keyring } from '../encryption.ts';
import { isSubscribable } from '../events.ts';
import { isUuid } from '../identifiers.ts';
import { nameOfOwner, type Owner } from '../owner.ts';
import type { Metrics } from '../metrics.ts';
import { messageOf, Problem } from '../problem.ts';
import type { AccessProof } from '../proof/access-proof.ts';
import { proofTimes } from '../proof/keeper.ts';
import type { Caller } from '../proof/callers.ts';
import { listAgencyLocations } from '../store/agencies.ts';
import type { Database, Queryable } from '../store/database.ts';
import { endProof, renewProof, UNPROVED_FOR_MS } from '../store/proofs.ts';
import {
  findSubscription,
  insertSubscription,
  removeSubscriptions,
  type ReferredSubscription,
} from '../store/subscriptions.ts';
import { checkTarget, type AllowedTargets } from '../targets.ts';
import { checkBody, secretOf, tokenOf, WITH_TOKEN } from './request.ts';

/** More Zaps than any account has; a caller in a loop is stopped here. */
const MOST_PER_OWNER = 1000;

const IDENTIFIER = /^[\w-]{1,128}$/;
const NO_EVENT =
  "event is not the name of one of HighLevel's events, such as ContactCreate: 3 to 64 letters.";
const subscription = z
  .object({
    event: z.string({ error: NO_EVENT }).refine(isSubscribable, { error: NO_EVENT }),
    locationId: z
      .string({ error: 'locationId is not the id of a location.' })
      .regex(IDENTIFIER, 'locationId is not the id of a location.')
      .optional(),
    companyId: z
      .string({ error: 'companyId is not the id of an agency.' })
      .regex(IDENTIFIER, 'companyId is not the id of an agency.')
      .optional(),
    targetUrl: z.string({ error: 'targetUrl is missing.' }),
  })
  .transform(({ locationId, companyId, ...rest }, context) => {
    if (locationId !== undefined && companyId === undefined) {
      return { ...rest, owner: { locationId } };
    }
    if (companyId !== undefined && locationId === undefined) {
      return { ...rest, owner: { companyId } };
    }
    const message =
      locationId === undefined
        ? 'locationId is missing, or companyId for all sub-accounts of an agency.'
        : 'Send either locationId or companyId.';
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
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
  /** Called when a subscriber has proved its access, so its waiting events can be sent. */
  onProved: () => void;
  targets: AllowedTargets;
}

/** What a token proved for an owner. */
interface OwnerProof {
  /** When HighLevel was asked, in milliseconds since 1970. */
  at: number;
  companyId: string | undefined;
  /** Writes down what else HighLevel said. */
  write: (transaction: Queryable) => Promise<void>;
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

  /** Has HighLevel asked what a token may read. */
  const proveFor = async (
    owner: Owner,
    claim: { token: string; event: string; caller: Caller },
  ): Promise<OwnerProof> => {
    if ('locationId' in owner) {
      const { at, companyId } = await proof.prove({ ...owner, ...claim });
      return { at, companyId, write: () => Promise.resolve() };
    }
    const { companyId } = owner;
    const { at, locations } = await proof.proveAgency({ companyId, ...claim });
    return {
      at,
      companyId,
      write: (transaction) => listAgencyLocations(transaction, { companyId, locations, at }),
    };
  };

  app.post('/subscriptions', WITH_TOKEN, async (request, reply) => {
    const token = tokenOf(request);
    const { event, owner, targetUrl } = checkBody(subscription, request.body);
    const target = checkTarget(targetUrl, targets);
    if (typeof target === 'string') throw new Problem(422, 'target_refused', target);
    const caller = { address: request.ip };
    const { at, companyId, write } = await proveFor(owner, { token, event, caller });

    const publicId = randomUUID();
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const id = await database.transaction(async (transaction) => {
      const stored = await insertSubscription(
        transaction,
        keyring,
        {
          publicId,
          owner,
          companyId,
          event,
          targetUrl: target.url.href,
          secret,
          proof: proofTimes(at, proofLastsMs),
        },
        MOST_PER_OWNER,
      );
      if (stored !== undefined) await write(transaction);
      return stored;
    });
    if (id === undefined) {
      throw new Problem(
        429,
        'too_many_subscriptions',
        `This ${'locationId' in owner ? 'location' : 'agency'} has ${MOST_PER_OWNER} subscriptions already. Turn off Zaps that are not needed.`,
      );
    }
    onProved();
    request.log.info({ subscription: id, event, location: nameOfOwner(owner) }, 'subscribed');
    return reply.code(201).send({ id: publicId, secret, expiresAt: expiryOf(at) });
  });

  app.post<{ Params: { id: string } }>('/subscriptions/:id/proof', WITH_TOKEN, async (request) => {
    const token = tokenOf(request);
    const { secret } = checkBody(renewal, request.body);
    const publicId = request.params.id;
    const { id, owner, event } = await referred(publicId, secret);
    const caller = { subscription: id };
    const log = request.log.child({ subscription: id, event, location: nameOfOwner(owner) });
    try {
      const { at, companyId, write } = await proveFor(owner, { token, event, caller });
      const times = proofTimes(at, proofLastsMs);
      const provedUntil = await database.transaction(async (transaction) => {
        const until = await renewProof(transaction, publicId, companyId, times);
        if (until !== undefined) await write(transaction);
        return until;
      });
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
        log.warn({ reason: messageOf(error) }, 'access is lost: nothing more is delivered');
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
