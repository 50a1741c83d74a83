import { randomBytes, randomUUID } from 'node:crypto';

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { sameSecret } from '../bearer.ts';
import type { Keyring } from '../encryption.ts';
import { isUuid } from '../identifiers.ts';
import { Problem } from '../problem.ts';
import type { AccessProof } from '../proof/access-proof.ts';
import type { Database } from '../store/database.ts';
import { findWait, insertWait, removeWait } from '../store/waits.ts';
import { checkTarget, type AllowedTargets } from '../targets.ts';
import { messageTypeOf } from '../waits/reply.ts';
import type { Waits } from '../waits/waits.ts';
import { checkBody, secretOf, tokenOf, WITH_TOKEN } from './request.ts';

/** More than any location asks in a month; a Zap in a loop is stopped here. */
const MOST_PER_LOCATION = 5000;

/** Zapier keeps a step waiting for 30 days. */
const LONGEST_SECONDS = 30 * 24 * 3600;

const wait = z.object({
  locationId: z
    .string({ error: 'locationId is missing.' })
    .regex(/^[\w-]{1,128}$/, 'locationId is not the id of a location.'),
  contactId: z
    .string({ error: 'contactId is missing.' })
    .regex(/^[\w.:-]{1,128}$/, 'contactId is not the id of a contact.'),
  messageTypes: z
    .array(z.string().max(64), { error: 'messageTypes is not a list of names.' })
    .min(1, 'messageTypes is empty.')
    .max(100, 'messageTypes is longer than 100.')
    .optional(),
  timeoutSeconds: z
    .int({ error: 'timeoutSeconds is missing, or not a whole number.' })
    .min(1, 'timeoutSeconds is less than 1.')
    .max(LONGEST_SECONDS, 'timeoutSeconds is more than 30 days.'),
  targetUrl: z.string({ error: 'targetUrl is missing.' }),
});

/** What the routes need. */
export interface WaitParts {
  database: Database;
  keyring: Keyring;
  proof: AccessProof;
  targets: AllowedTargets;
  waits: Waits;
}

/**
 * `POST /waits` and `DELETE /waits/:id`: the step of a Zap waits for a contact's next message. Who asks
 * proves with a HighLevel token that it may read the location's messages, and gets a secret with which
 * it ends the wait.
 */
export function waitRoutes(
  app: FastifyInstance,
  { database, keyring, proof, targets, waits }: WaitParts,
): void {
  app.post('/waits', WITH_TOKEN, async (request, reply) => {
    const token = tokenOf(request);
    const { locationId, contactId, messageTypes, timeoutSeconds, targetUrl } = checkBody(
      wait,
      request.body,
    );
    const target = checkTarget(targetUrl, targets);
    if (typeof target === 'string') throw new Problem(422, 'target_refused', target);
    const caller = { address: request.ip };
    const { companyId } = await proof.prove({ token, locationId, event: 'InboundMessage', caller });

    const id = randomUUID();
    const secret = `whsec_${randomBytes(32).toString('base64')}`;
    const since = Date.now();
    const until = since + timeoutSeconds * 1000;
    const isStored = await database.transaction((transaction) =>
      insertWait(
        transaction,
        keyring,
        {
          id,
          locationId,
          companyId,
          contact: waits.contactHash(locationId, contactId),
          messageTypes: messageTypes?.map(messageTypeOf) ?? null,
          targetUrl: target.url.href,
          secret,
          since,
          until,
        },
        MOST_PER_LOCATION,
      ),
    );
    if (!isStored) {
      throw new Problem(
        429,
        'too_many_waits',
        `${MOST_PER_LOCATION} steps wait for replies in this location already. Let some of them end first.`,
      );
    }
    request.log.info({ wait: id, location: locationId }, 'waiting for a reply');
    return reply.code(201).send({ id, secret, until: new Date(until).toISOString() });
  });

  app.delete<{ Params: { id: string } }>('/waits/:id', async (request, reply) => {
    const secret = secretOf(request, 'wait');
    const { id } = request.params;
    const found = isUuid(id) ? await findWait(database, keyring, id) : undefined;
    if (!found) throw new Problem(404, 'not_found', 'There is no such wait.');
    if (!sameSecret(secret, found.secret)) {
      throw new Problem(403, 'wrong_secret', 'This is not the secret of that wait.');
    }
    await removeWait(database, id);
    request.log.info({ wait: id }, 'no longer waiting for a reply');
    return reply.code(204).send();
  });
}
