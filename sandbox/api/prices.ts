import type { FastifyInstance, FastifyRequest } from 'fastify';

import { readLocationQuery, requireLocation } from '../http/access.ts';
import { notFound, unprocessable } from '../http/errors.ts';
import {
  boolean,
  csv,
  listOf,
  nested,
  number,
  object,
  oneOf,
  readBody,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newObjectId } from '../state/ids.ts';
import { INTERVALS, type Price, PRICE_TYPES, type PriceDetails } from '../state/products.ts';
import { firePrice } from '../webhooks/product-events.ts';
import { param } from './find.ts';
import { findProduct, PRODUCT_PAGE } from './products.ts';
import { priceDetail } from './product-views.ts';

const BOTH = ['Location', 'Company'] as const;
const READ = { access: { scope: 'products/prices.readonly', tokens: BOTH } };
const WRITE = { access: { scope: 'products/prices.write', tokens: BOTH } };

const REQUIRED = {
  name: string,
  type: oneOf(PRICE_TYPES),
  currency: string,
  amount: number,
  locationId: string,
};
const OPTIONAL = {
  recurring: nested({ interval: oneOf(INTERVALS), intervalCount: number }, {}),
  description: string,
  membershipOffers: listOf(nested({ label: string, value: string, _id: string }, {})),
  trialPeriod: number,
  totalCycles: number,
  setupFee: number,
  variantOptionIds: listOf(string),
  compareAtPrice: number,
  userId: string,
  meta: object,
  trackInventory: boolean,
  availableQuantity: number,
  allowOutOfStockPurchases: boolean,
  sku: string,
  shippingOptions: object,
  isDigitalProduct: boolean,
  digitalDelivery: listOf(string),
};

/** The body of a price; one that recurs says how often. */
function readPrice(request: FastifyRequest): PriceDetails & { locationId: string } {
  const body = readBody(request.body, REQUIRED, OPTIONAL);
  requireLocation(request, body.locationId);
  if (body.type === 'recurring' && !body.recurring) {
    throw unprocessable(['recurring should not be empty']);
  }
  return body;
}

function find(sandbox: Sandbox, request: FastifyRequest, locationId: string): Price {
  const product = findProduct(sandbox, request, locationId);
  const id = param(request, 'priceId');
  const price = sandbox.store.prices.get(id);
  if (price?.productId !== product.id) throw notFound(`Price with id ${id} not found`);
  return price;
}

/** The prices of a product. */
export function priceRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/products/:productId/price', { config: READ }, (request) => {
    const query = readLocationQuery(request, {}, { ...PRODUCT_PAGE, ids: csv });
    const product = findProduct(sandbox, request, query.locationId);
    const { limit = Infinity, offset = 0, ids } = query;
    const found = sandbox.store.prices.filter(
      (one) => one.productId === product.id && (ids?.includes(one.id) ?? true),
    );
    return {
      prices: found.slice(offset, offset + limit).map(priceDetail),
      total: found.length,
    };
  });

  app.get('/products/:productId/price/:priceId', { config: READ }, (request) =>
    priceDetail(find(sandbox, request, readLocationQuery(request, {}, {}).locationId)),
  );

  app.post('/products/:productId/price', { config: WRITE }, (request, reply) => {
    const body = readPrice(request);
    const product = findProduct(sandbox, request, body.locationId);
    const now = sandbox.now();
    const price = sandbox.store.prices.add({
      ...body,
      id: newObjectId(),
      productId: product.id,
      dateAdded: now,
      dateUpdated: now,
    });
    firePrice(sandbox, 'PriceCreate', price);
    void reply.code(201);
    return priceDetail(price);
  });

  app.put('/products/:productId/price/:priceId', { config: WRITE }, (request) => {
    const body = readPrice(request);
    const { id, productId, dateAdded } = find(sandbox, request, body.locationId);
    const dateUpdated = sandbox.now();
    const price = sandbox.store.prices.add({ ...body, id, productId, dateAdded, dateUpdated });
    firePrice(sandbox, 'PriceUpdate', price);
    return priceDetail(price);
  });

  app.delete('/products/:productId/price/:priceId', { config: WRITE }, (request) => {
    const { locationId } = readLocationQuery(request, {}, {});
    const price = find(sandbox, request, locationId);
    sandbox.store.prices.delete(price.id);
    firePrice(sandbox, 'PriceDelete', price);
    return { status: true };
  });
}
