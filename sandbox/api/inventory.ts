import type { FastifyInstance } from 'fastify';

import { ALT, requireAlt } from '../http/alt.ts';
import { badRequest, type Json } from '../http/errors.ts';
import { boolean, listOf, nested, number, readBody, readQuery, string } from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Price } from '../state/products.ts';
import { firePrice } from '../webhooks/product-events.ts';
import { PRODUCT_PAGE } from './products.ts';
import { iso } from './views.ts';

const BOTH = ['Location', 'Company'] as const;

function stockRow(sandbox: Sandbox, price: Price): Json {
  const product = sandbox.store.products.get(price.productId);
  return {
    _id: price.id,
    name: price.name,
    availableQuantity: price.availableQuantity ?? 0,
    sku: price.sku ?? '',
    allowOutOfStockPurchases: price.allowOutOfStockPurchases ?? false,
    product: price.productId,
    updatedAt: iso(price.dateUpdated),
    image: product?.image,
    productName: product?.name,
  };
}

/** What is in stock of the prices that count it. */
export function inventoryRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get(
    '/products/inventory',
    { config: { access: { scope: 'products/prices.readonly', tokens: BOTH } } },
    (request) => {
      const query = readQuery(request.query, ALT, { ...PRODUCT_PAGE, search: string });
      const locationId = requireAlt(request, query);
      const { limit = Infinity, offset = 0, search = '' } = query;
      const rows = sandbox.store.prices
        .filter((one) => one.locationId === locationId && one.trackInventory === true)
        .map((one) => stockRow(sandbox, one))
        .filter(({ name, productName }) =>
          `${String(productName)} ${String(name)}`.toLowerCase().includes(search.toLowerCase()),
        );
      return { inventory: rows.slice(offset, offset + limit), total: { total: rows.length } };
    },
  );

  app.post(
    '/products/inventory',
    { config: { access: { scope: 'products/prices.write', tokens: BOTH } } },
    (request, reply) => {
      const item = nested(
        { priceId: string },
        { availableQuantity: number, allowOutOfStockPurchases: boolean },
      );
      const body = readBody(request.body, { ...ALT, items: listOf(item) }, {});
      const locationId = requireAlt(request, body);
      const planned = body.items.map(({ priceId, ...stock }) => {
        const price = sandbox.store.prices.get(priceId);
        if (price?.locationId !== locationId) throw badRequest(`Price ${priceId} not found`);
        return { price, stock };
      });
      for (const { price, stock } of planned) {
        Object.assign(price, stock, { trackInventory: true, dateUpdated: sandbox.now() });
        firePrice(sandbox, 'PriceUpdate', price);
      }
      void reply.code(201);
      return { status: true, message: 'Successfully created' };
    },
  );
}
