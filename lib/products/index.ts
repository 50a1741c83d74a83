export { productAndPrice, type NamedPrice } from './choices.ts';
export {
  allPricesOf,
  findProducts,
  pricesOf,
  products,
  productsPage,
  type Price,
  type Product,
} from './products.ts';
