import type { FastifyRequest } from 'fastify';

import { requireLocation } from './access.ts';
import { between, fromText, oneOf, type Reader, string } from './validate.ts';

/** How commerce names its sub-account: in two keys of other names than elsewhere. */
export const ALT = { altId: string, altType: oneOf(['location']) };

/** The sub-account of a commerce call; 403 for another one's. */
export const requireAlt = (request: FastifyRequest, { altId }: { altId: string }): string =>
  requireLocation(request, altId);

/** A day as `YYYY-MM-DD`. */
export const day: Reader<string> = (value, name, problems) => {
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value)) return value;
  problems.push(`${name} must be a date in the format YYYY-MM-DD`);
  return undefined;
};

/** A whole number in a text, which is how some lists want their page. */
export const digitsText: Reader<number> = fromText(
  (text) => (/^\d+$/.test(text) ? Number(text) : undefined),
  'must be a number string',
);

/** The page of a list: how many, and how many before it. */
export const PAGE = {
  limit: between(1, 100, digitsText),
  offset: between(0, Number.MAX_SAFE_INTEGER, digitsText),
};
