import type { Bundle, ZObject } from 'zapier-platform-core';

import type { RecordOf } from '../../resources/define.ts';
import { price, product } from '../../resources/product.ts';
import { path } from '../http/path.ts';
import { folded } from '../inputs/characters.ts';
import { PAGE_SIZE } from '../operations/choices.ts';
import { gather } from '../operations/pages.ts';
import { defineRecords } from '../records/records.ts';

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

/** The first page of a list, as its token. */
const FIRST_PAGE = '0';

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
  token = FIRST_PAGE,
): Promise<ProductPage> {
  const query = { search, limit: PAGE_SIZE, offset: Number(token), sortOrder: 'desc' };
  const found = await products.list(z, bundle, query);
  return { products: found, next: nextAfter(token, found) };
}

/** The products whose name contains the words, one with exactly this name first. */
export async function findProducts(z: ZObject, bundle: Bundle, words: string): Promise<Product[]> {
  const { entries } = await gather(
    bundle,
    FIRST_PAGE,
    (token) => productsPage(z, bundle, words, token),
    (page) => page.products,
    LIMITS,
  );
  return exactFirst(entries, words);
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
    FIRST_PAGE,
    async (token) => {
      const query = { limit: PAGE_SIZE, offset: Number(token) };
      const page = await records.listIfThere(z, bundle, query);
      return { page, next: nextAfter(token, page) };
    },
    ({ page }) => page,
    LIMITS,
  );
  return entries;
}

function exactFirst(found: readonly Product[], words: string): Product[] {
  const isExact = ({ name }: Product) => name !== null && folded(name) === folded(words);
  return found.toSorted((one, other) => Number(isExact(other)) - Number(isExact(one)));
}

function nextAfter(token: string, page: readonly unknown[]): string | null {
  return page.length < PAGE_SIZE ? null : String(Number(token) + PAGE_SIZE);
}
