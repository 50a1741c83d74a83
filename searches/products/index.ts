export { default as find_product } from './find_product.ts';
export { default as find_product_price } from './find_product_price.ts';
