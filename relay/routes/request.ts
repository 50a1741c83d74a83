import type { FastifyRequest, RouteShorthandOptions } from 'fastify';
import type { z } from 'zod';

import { bearerOf } from '../bearer.ts';
import { Problem } from '../problem.ts';

/** The HighLevel token of a request. @throws Problem 401 when it has none */
export function tokenOf({ headers }: FastifyRequest): string {
  const token = bearerOf(headers.authorization);
  if (token !== undefined) return token;
  throw new Problem(
    401,
    'token_missing',
    "Send the HighLevel account's access token in the header Authorization: Bearer.",
  );
}

/** The secret of a subscription or a wait. @throws Problem 401 when the request has none */
export function secretOf({ headers }: FastifyRequest, whose: string): string {
  const secret = bearerOf(headers.authorization);
  if (secret !== undefined) return secret;
  throw new Problem(
    401,
    'secret_missing',
    `Send the ${whose}'s secret in the header Authorization: Bearer.`,
  );
}

/** Refuses who has no token before the body is read. */
export const WITH_TOKEN: RouteShorthandOptions = {
  onRequest: (request, _reply, done) => {
    tokenOf(request);
    done();
  },
};

/** Refuses a value with NUL in a text, which no database stores. @throws Problem 400 */
export function refuseNul(value: unknown): void {
  if (hasNul(value)) throw new Problem(400, 'malformed', 'A value contains the character NUL.');
}

function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  return typeof value === 'object' && value !== null && Object.entries(value).flat().some(hasNul);
}

/** Reads a body. @throws Problem 400, or 422 that says everything that is wrong with it */
export function checkBody<T>(schema: z.ZodType<T>, body: unknown): T {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new Problem(422, 'invalid', 'The body is not a JSON object.');
  }
  const parsed = schema.safeParse(body);
  if (parsed.success) {
    refuseNul(parsed.data);
    return parsed.data;
  }
  const sentences = parsed.error.issues.map(({ message }) => message);
  throw new Problem(422, 'invalid', sentences.join(' '));
}
