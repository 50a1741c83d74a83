import type { FastifyInstance, FastifyRequest } from 'fastify';

import { readLocationQuery, requireLocation } from '../http/access.ts';
import { notFound } from '../http/errors.ts';
import {
  between,
  boolean,
  booleanText,
  csv,
  csvOrList,
  listOf,
  nested,
  numberText,
  object,
  oneOf,
  readBody,
  string,
} from '../http/validate.ts';
import type { Sandbox } from '../sandbox.ts';
import { newObjectId } from '../state/ids.ts';
import { type Product, PRODUCT_TYPES, type ProductDetails } from '../state/products.ts';
import { fireProduct } from '../webhooks/product-events.ts';
import { param } from './find.ts';
import { productDetail } from './product-views.ts';

const BOTH = ['Location', 'Company'] as const;
const READ = { access: { scope: 'products.readonly', tokens: BOTH } };
const WRITE = { access: { scope: 'products.write', tokens: BOTH } };

/** How many rows a list has at most, and how many come before it. */
export const PRODUCT_PAGE = {
  limit: between(1, 100, numberText),
  offset: between(0, Number.MAX_SAFE_INTEGER, numberText),
};

const NAMED = nested({ id: string, name: string }, {});
const REQUIRED = { name: string, locationId: string, productType: oneOf(PRODUCT_TYPES) };
const OPTIONAL = {
  description: string,
  image: string,
  statementDescriptor: string,
  availableInStore: boolean,
  medias: listOf(
    nested(
      { id: string, url: string, type: oneOf(['image', 'video']) },
      { title: string, isFeatured: boolean, priceIds: listOf(string) },
    ),
  ),
  variants: listOf(nested({ id: string, name: string, options: listOf(NAMED) }, {})),
  collectionIds: listOf(string),
  isTaxesEnabled: boolean,
  taxes: listOf(string),
  automaticTaxCategoryId: string,
  isLabelEnabled: boolean,
  label: nested({ title: string }, { startDate: string, endDate: string }),
  slug: string,
  seo: nested({}, { title: string, description: string }),
  taxInclusive: boolean,
};

/** The product of the path, which must be one of the location; 404 otherwise. */
export function findProduct(
  sandbox: Sandbox,
  request: FastifyRequest,
  locationId: string,
): Product {
  const id = param(request, 'productId');
  const product = sandbox.store.products.get(id);
  if (product?.locationId !== locationId) throw notFound(`Product with id ${id} not found`);
  return product;
}

function create(sandbox: Sandbox, locationId: string, details: ProductDetails): Product {
  const now = sandbox.now();
  const product = sandbox.store.products.add({
    ...details,
    id: newObjectId(),
    locationId,
    dateAdded: now,
    dateUpdated: now,
  });
  fireProduct(sandbox, 'ProductCreate', product);
  return product;
}

/** Products: the list, and one. A second product with the same slug is accepted (highlevel-api-docs #336). */
export function productRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  app.get('/products/', { config: READ }, (request) => {
    const query = readLocationQuery(
      request,
      {},
      {
        ...PRODUCT_PAGE,
        search: string,
        collectionIds: csv,
        collectionSlug: string,
        expand: csvOrList,
        productIds: csvOrList,
        storeId: string,
        includedInStore: booleanText,
        availableInStore: booleanText,
        sortOrder: oneOf(['asc', 'desc']),
      },
    );
    const { search = '', limit = Infinity, offset = 0, sortOrder = 'desc' } = query;
    const sign = sortOrder === 'asc' ? 1 : -1;
    const found = sandbox.store.products
      .filter(
        (one) =>
          one.locationId === query.locationId &&
          one.name.toLowerCase().includes(search.toLowerCase()) &&
          (query.productIds?.includes(one.id) ?? true) &&
          (query.collectionIds?.some((id) => one.collectionIds?.includes(id)) ?? true) &&
          (query.availableInStore === undefined ||
            query.availableInStore === (one.availableInStore ?? false)),
      )
      .sort((a, b) => sign * (a.dateAdded - b.dateAdded));
    return {
      products: found.slice(offset, offset + limit).map(productDetail),
      total: [{ total: found.length }],
    };
  });

  app.get('/products/:productId', { config: READ }, (request) => {
    const { locationId } = readLocationQuery(request, {}, { sendWishlistStatus: booleanText });
    return productDetail(findProduct(sandbox, request, locationId));
  });

  app.post('/products/', { config: WRITE }, (request, reply) => {
    const { locationId, ...details } = readBody(request.body, REQUIRED, OPTIONAL);
    requireLocation(request, locationId);
    void reply.code(201);
    return productDetail(create(sandbox, locationId, details));
  });

  app.put('/products/:productId', { config: WRITE }, (request) => {
    const { locationId, ...details } = readBody(request.body, REQUIRED, {
      ...OPTIONAL,
      prices: listOf(object),
    });
    requireLocation(request, locationId);
    const { id, dateAdded, userId } = findProduct(sandbox, request, locationId);
    const product = sandbox.store.products.add({
      ...details,
      id,
      locationId,
      dateAdded,
      dateUpdated: sandbox.now(),
      ...(userId === undefined ? {} : { userId }),
    });
    fireProduct(sandbox, 'ProductUpdate', product);
    return productDetail(product);
  });

  app.delete('/products/:productId', { config: WRITE }, (request) => {
    const { locationId } = readLocationQuery(request, {}, { sendWishlistStatus: booleanText });
    const product = findProduct(sandbox, request, locationId);
    sandbox.store.products.delete(product.id);
    for (const { id } of sandbox.store.prices.filter((one) => one.productId === product.id)) {
      sandbox.store.prices.delete(id);
    }
    fireProduct(sandbox, 'ProductDelete', product);
    return { status: true };
  });
}
