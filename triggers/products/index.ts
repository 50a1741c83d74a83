export { default as new_product } from './new_product.ts';
export { default as product_deleted } from './product_deleted.ts';
export { default as product_updated } from './product_updated.ts';
