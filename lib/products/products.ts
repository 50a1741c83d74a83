import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { price, product } from '../../resources/product.ts';
import { path } from '../http/path.ts';
import { PAGE_SIZE } from '../operations/choices.ts';
import { FIRST_OFFSET, gather, nextOffset } from '../operations/pages.ts';
import { defineRecords } from '../records/records.ts';
import { exactFirst, isExactly } from '../operations/by_name.ts';

export type Product = RecordOf<typeof product>;
export type Price = RecordOf<typeof price>;

/** The products of a sub-account. */
export const products = defineRecords(product, {
  path: '/products/',
  many: 'products',
  withLocation: ['get', 'list', 'create', 'update', 'delete'],
});

/** The prices of a product, with its name where that is known. */
export const pricesOf = (productId: string, productName?: string | null) =>
  defineRecords(price, {
    path: path`/products/${productId}/price`,
    many: 'prices',
    withLocation: ['get', 'list', 'create', 'update', 'delete'],
    known: { productId, productName },
  });

/** A sub-account's products, or a product's prices, are read so far: 500 of them. */
const LIMITS = { mostPages: 5, pageMs: 6_000 };

/** A page of products, the newest first, and the token of the next one. */
export interface ProductPage {
  products: Product[];
  next: string | null;
}

/**
 * @param search words of the name
 * @param token the token of a page that this function gave before
 */
export async function productsPage(
  z: ZObject,
  bundle: Bundle,
  search?: string,
  token = FIRST_OFFSET,
): Promise<ProductPage> {
  const query = { search, limit: PAGE_SIZE, offset: Number(token), sortOrder: 'desc' };
  const found = await products.list(z, bundle, query);
  return { products: found, next: nextOffset(token, found) };
}

/**
 * The products whose name contains the words, one with exactly this name first.
 *
 * @param isWhole whether the words must be the whole name
 */
export async function findProducts(
  z: ZObject,
  bundle: Bundle,
  words: string,
  isWhole = false,
): Promise<Product[]> {
  const { entries } = await gather(
    bundle,
    FIRST_OFFSET,
    (token) => productsPage(z, bundle, words, token),
    (page) => page.products,
    LIMITS,
  );
  return isWhole ? entries.filter(isExactly(words)) : exactFirst(entries, words);
}

/** All prices of a product, in HighLevel's order; none where it is gone. */
export async function allPricesOf(
  z: ZObject,
  bundle: Bundle,
  { id, name }: { id: string; name?: string | null },
): Promise<Price[]> {
  const records = pricesOf(id, name);
  const { entries } = await gather(
    bundle,
    FIRST_OFFSET,
    async (token) => {
      const query = { limit: PAGE_SIZE, offset: Number(token) };
      const page = await records.listIfThere(z, bundle, query);
      return { page, next: nextOffset(token, page) };
    },
    ({ page }) => page,
    LIMITS,
  );
  return entries;
}
