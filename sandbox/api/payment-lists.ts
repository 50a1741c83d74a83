import type { FastifyRequest } from 'fastify';

import { day, requireAlt } from '../http/alt.ts';
import type { Json } from '../http/errors.ts';
import {
  between,
  type Fields,
  numberText,
  oneOf,
  type Read,
  readQuery,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Source } from '../state/payments.ts';
import { fullName, iso } from './views.ts';

/** The record of a path in its sub-account: `altId` alone is demanded, `locationId` is taken too. */
export const ONE = { altType: oneOf(['location']), locationId: string };

const FILTERS = {
  ...ONE,
  paymentMode: oneOf(['live', 'test']),
  startAt: day,
  endAt: day,
  search: string,
  contactId: string,
  limit: between(1, 100, numberText),
  offset: between(0, Number.MAX_SAFE_INTEGER, numberText),
};

/** What orders, payments and subscriptions have in common. */
interface Paid {
  id: string;
  locationId: string;
  contactId: string;
  liveMode: boolean;
  source: Source;
  dateAdded: number;
}

/** The query parameters that all lists of payments share. */
interface PaymentQuery {
  altId: string;
  contactId?: string;
  paymentMode?: 'live' | 'test';
  startAt?: string;
  endAt?: string;
  search?: string;
  limit?: number;
  offset?: number;
}

/** Reads the query of a list: what all of them take, and what only this one does. */
export const readPaymentQuery = <R extends Fields, O extends Fields>(
  request: FastifyRequest,
  required: R,
  own: O,
): Read<R, typeof FILTERS & O> => readQuery(request.query, required, { ...FILTERS, ...own });

/** Whether a day is one that a list asks for. */
function within(at: number, { startAt = '', endAt = '9999' }: PaymentQuery): boolean {
  const found = iso(at).slice(0, 10);
  return found >= startAt && found <= endAt;
}

/** One page of a list of payments, the newest first. */
export function paymentPage<T extends Paid>(
  sandbox: Sandbox,
  request: FastifyRequest,
  query: PaymentQuery,
  records: readonly T[],
  view: (one: T) => Json,
): Json {
  const locationId = requireAlt(request, query);
  const { search = '', limit = 10, offset = 0 } = query;
  const text = (one: T): string => {
    const contact = sandbox.store.contacts.get(one.contactId);
    const name = contact === undefined ? '' : fullName(contact);
    return [one.id, one.source.name, name, contact?.email].join(' ').toLowerCase();
  };
  const found = records
    .filter(
      (one) =>
        one.locationId === locationId &&
        (query.contactId === undefined || query.contactId === one.contactId) &&
        (query.paymentMode === undefined || one.liveMode === (query.paymentMode === 'live')) &&
        within(one.dateAdded, query) &&
        text(one).includes(search.toLowerCase()),
    )
    .sort((a, b) => b.dateAdded - a.dateAdded);
  return { data: found.slice(offset, offset + limit).map(view), totalCount: found.length };
}
