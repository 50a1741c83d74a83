export { default as create_product } from './create_product.ts';
export { default as create_product_price } from './create_product_price.ts';
export { default as delete_product } from './delete_product.ts';
export { default as delete_product_price } from './delete_product_price.ts';
export { default as update_product } from './update_product.ts';
export { default as update_product_stock } from './update_product_stock.ts';
