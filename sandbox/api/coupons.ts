import type { FastifyInstance, FastifyRequest } from 'fastify';

import { ALT, requireAlt } from '../http/alt.ts';
import { badRequest, notFound } from '../http/errors.ts';
import {
  between,
  boolean,
  isoDate,
  listOf,
  nested,
  number,
  numberText,
  oneOf,
  readBody,
  readQuery,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newObjectId } from '../state/ids.ts';
import { type Coupon, couponStatus } from '../state/payments.ts';
import { couponDetail } from './payment-views.ts';

const READ = { access: { scope: 'payments/coupons.readonly' } };
const WRITE = { access: { scope: 'payments/coupons.write' } };

const REQUIRED = {
  ...ALT,
  name: string,
  code: string,
  discountType: oneOf(['percentage', 'amount']),
  discountValue: number,
  startDate: isoDate,
};
const OPTIONAL = {
  endDate: isoDate,
  usageLimit: number,
  productIds: listOf(string),
  applyToFuturePayments: boolean,
  applyToFuturePaymentsConfig: nested(
    { type: oneOf(['forever', 'fixed']) },
    { duration: number, durationType: oneOf(['months']) },
  ),
  limitPerCustomer: boolean,
};

function find(
  sandbox: Sandbox,
  request: FastifyRequest,
  wanted: { altId: string; id: string },
): Coupon {
  const locationId = requireAlt(request, wanted);
  const coupon = sandbox.store.coupons.get(wanted.id);
  if (coupon?.locationId !== locationId) throw notFound('Coupon not found');
  return coupon;
}

/** Two coupons of a sub-account cannot have one code. */
function checkCode(sandbox: Sandbox, locationId: string, code: string, own?: string): void {
  const taken = sandbox.store.coupons.find(
    (one) =>
      one.locationId === locationId &&
      one.id !== own &&
      one.code.toLowerCase() === code.toLowerCase(),
  );
  if (taken) throw badRequest(`Coupon with code ${code} already exists`);
}

/** Coupons: the list, one by its id and its code together, and writing them. */
export function couponRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/payments/coupon/list', { config: READ }, (request) => {
    const query = readQuery(request.query, ALT, {
      limit: between(1, 100, numberText),
      offset: between(0, Number.MAX_SAFE_INTEGER, numberText),
      status: oneOf(['scheduled', 'active', 'expired']),
      search: string,
    });
    const locationId = requireAlt(request, query);
    const { limit = 100, offset = 0, search = '' } = query;
    const found = sandbox.store.coupons
      .filter(
        (one) =>
          one.locationId === locationId &&
          (query.status ?? couponStatus(one, sandbox.now())) === couponStatus(one, sandbox.now()) &&
          `${one.name} ${one.code}`.toLowerCase().includes(search.toLowerCase()),
      )
      .sort((a, b) => b.dateAdded - a.dateAdded);
    const rows = found.slice(offset, offset + limit);
    return {
      data: rows.map((one) => couponDetail(one, sandbox.now())),
      totalCount: found.length,
    };
  });

  app.get('/payments/coupon', { config: READ }, (request) => {
    const query = readQuery(request.query, { ...ALT, id: string, code: string }, {});
    const coupon = find(sandbox, request, query);
    if (coupon.code !== query.code) throw notFound('Coupon not found');
    return couponDetail(coupon, sandbox.now());
  });

  app.post('/payments/coupon', { config: WRITE }, (request, reply) => {
    const body = readBody(request.body, REQUIRED, OPTIONAL);
    const locationId = requireAlt(request, body);
    checkCode(sandbox, locationId, body.code);
    const now = sandbox.now();
    const coupon = sandbox.store.coupons.add({
      ...body,
      id: newObjectId(),
      locationId,
      usageCount: 0,
      dateAdded: now,
      dateUpdated: now,
    });
    void reply.code(201);
    return couponDetail(coupon, now);
  });

  app.put('/payments/coupon', { config: WRITE }, (request) => {
    const body = readBody(request.body, { ...REQUIRED, id: string }, OPTIONAL);
    const { locationId, usageCount, dateAdded } = find(sandbox, request, body);
    checkCode(sandbox, locationId, body.code, body.id);
    const dateUpdated = sandbox.now();
    const coupon = { ...body, locationId, usageCount, dateAdded, dateUpdated };
    return couponDetail(sandbox.store.coupons.add(coupon), dateUpdated);
  });

  app.delete('/payments/coupon', { config: WRITE }, (request) => {
    const body = readBody(request.body, { ...ALT, id: string }, {});
    sandbox.store.coupons.delete(find(sandbox, request, body).id);
    return { success: true };
  });
}
