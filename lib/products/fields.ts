import { choicesFrom } from '../operations/choices.ts';
import { priceChoices, priceNamed, productChoices, productNamed } from './choices.ts';

export const productField = {
  key: 'productId',
  label: 'Product',
  type: 'string',
  choices: choicesFrom(productChoices, productNamed),
  resource: 'product',
  search: 'find_product.id',
  helpText: 'Choose a product, or map the ID or full name of one from an earlier step.',
} as const;

/** A price of the product in `productId`: a step that has it adds `dependsOn: ['productId']`. */
export const priceField = {
  key: 'priceId',
  label: 'Price',
  type: 'string',
  choices: choicesFrom(priceChoices, priceNamed),
  resource: 'price',
  search: 'find_product_price.id',
  helpText:
    'Choose one of the prices of the product, or map the ID or name of one from an earlier step.',
} as const;
