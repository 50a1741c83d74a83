import { priceDetail, productDetail } from '../api/product-views.ts';
import type { Json } from '../http/errors.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Price, Product } from '../state/products.ts';

export const PRODUCT_EVENTS = ['ProductCreate', 'ProductUpdate', 'ProductDelete'] as const;
export type ProductEvent = (typeof PRODUCT_EVENTS)[number];

export const PRICE_EVENTS = ['PriceCreate', 'PriceUpdate', 'PriceDelete'] as const;
export type PriceEvent = (typeof PRICE_EVENTS)[number];

/** The product with its pictures. The documents show no `type`, which a setting leaves out. */
export function productEvent(sandbox: Sandbox, type: ProductEvent, product: Product): Json {
  const { _id, description, variants, locationId, name, productType, ...rest } =
    productDetail(product);
  const { availableInStore, createdAt, updatedAt, statementDescriptor, image } = rest;
  return {
    ...(sandbox.settings.catalogEventType ? { type } : {}),
    _id,
    description,
    variants,
    medias: product.medias ?? [],
    locationId,
    name,
    productType,
    availableInStore,
    userId: product.userId,
    createdAt,
    updatedAt,
    statementDescriptor,
    image,
  };
}

/**
 * The price. Its own kind is in `priceType`; in the documents it is so in the first event only, and
 * in `type` in the others.
 */
export function priceEvent(sandbox: Sandbox, type: PriceEvent, price: Price): Json {
  const { type: kind, ...rest } = priceDetail(price);
  if (sandbox.settings.catalogEventType) return { ...rest, priceType: kind, type };
  return type === 'PriceCreate' ? { ...rest, priceType: kind } : { ...rest, type: kind };
}

export const fireProduct = (sandbox: Sandbox, type: ProductEvent, product: Product): void => {
  sandbox.webhooks.fire(productEvent(sandbox, type, product));
};

export const firePrice = (sandbox: Sandbox, type: PriceEvent, price: Price): void => {
  sandbox.webhooks.fire(priceEvent(sandbox, type, price));
};
