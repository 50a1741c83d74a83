import type { Json } from '../http/errors.ts';
import type { Price, Product } from '../state/products.ts';
import { iso } from './views.ts';

/** A product as every call shows it. */
export const productDetail = (product: Product): Json => ({
  _id: product.id,
  description: product.description,
  variants: product.variants ?? [],
  locationId: product.locationId,
  name: product.name,
  productType: product.productType,
  availableInStore: product.availableInStore ?? false,
  createdAt: iso(product.dateAdded),
  updatedAt: iso(product.dateUpdated),
  statementDescriptor: product.statementDescriptor,
  image: product.image,
  collectionIds: product.collectionIds ?? [],
  isTaxesEnabled: product.isTaxesEnabled ?? false,
  taxes: product.taxes ?? [],
  automaticTaxCategoryId: product.automaticTaxCategoryId,
  label: product.label,
  slug: product.slug,
});

/** A price as every call shows it; what it costs at first and its trial are not in the documents. */
export const priceDetail = (price: Price): Json => ({
  _id: price.id,
  membershipOffers: price.membershipOffers ?? [],
  variantOptionIds: price.variantOptionIds ?? [],
  locationId: price.locationId,
  product: price.productId,
  userId: price.userId,
  name: price.name,
  type: price.type,
  currency: price.currency,
  amount: price.amount,
  recurring: price.recurring,
  createdAt: iso(price.dateAdded),
  updatedAt: iso(price.dateUpdated),
  compareAtPrice: price.compareAtPrice,
  trackInventory: price.trackInventory ?? null,
  availableQuantity: price.availableQuantity,
  allowOutOfStockPurchases: price.allowOutOfStockPurchases ?? false,
});
