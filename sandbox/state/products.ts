/** Products and their prices, as `records.ts` keeps the others; money is in whole units. */

export const PRODUCT_TYPES = ['DIGITAL', 'PHYSICAL', 'SERVICE', 'PHYSICAL/DIGITAL'] as const;
export type ProductType = (typeof PRODUCT_TYPES)[number];

export const PRICE_TYPES = ['one_time', 'recurring'] as const;
export type PriceType = (typeof PRICE_TYPES)[number];

export const INTERVALS = ['day', 'month', 'week', 'year'] as const;

export interface Variant {
  id: string;
  name: string;
  options: { id: string; name: string }[];
}

export interface Media {
  id: string;
  url: string;
  type: 'image' | 'video';
  title?: string;
  isFeatured?: boolean;
}

/** What a product may have; a change replaces all of it. */
export interface ProductDetails {
  name: string;
  productType: ProductType;
  description?: string;
  image?: string;
  statementDescriptor?: string;
  availableInStore?: boolean;
  medias?: Media[];
  variants?: Variant[];
  collectionIds?: string[];
  isTaxesEnabled?: boolean;
  taxes?: string[];
  automaticTaxCategoryId?: string;
  label?: Record<string, unknown>;
  slug?: string;
}

export interface Product extends ProductDetails {
  id: string;
  locationId: string;
  userId?: string;
  dateAdded: number;
  dateUpdated: number;
}

/** What a price may have; a change replaces all of it. */
export interface PriceDetails {
  name: string;
  type: PriceType;
  currency: string;
  amount: number;
  recurring?: { interval: (typeof INTERVALS)[number]; intervalCount: number };
  membershipOffers?: unknown[];
  variantOptionIds?: string[];
  compareAtPrice?: number;
  trackInventory?: boolean;
  availableQuantity?: number;
  allowOutOfStockPurchases?: boolean;
  sku?: string;
  trialPeriod?: number;
  totalCycles?: number;
  setupFee?: number;
  userId?: string;
}

export interface Price extends PriceDetails {
  id: string;
  locationId: string;
  productId: string;
  dateAdded: number;
  dateUpdated: number;
}
