import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { goneProduct, oneProduct, PRODUCT, PRODUCT_ID } from '../../support/products.ts';

const update = App.creates.update_product;

describe('update_product', () => {
  test('sends what the product has with the changes, since HighLevel forgets the rest', async () => {
    const { name, productType, description, availableInStore, variants } = PRODUCT;
    oneProduct({ ...PRODUCT, slug: 'kit', taxes: ['tax'], unknown: 'kept out', label: null });
    highLevel()
      .put(`/products/${PRODUCT_ID}`, {
        locationId: LOCATION_ID,
        name,
        productType,
        description,
        availableInStore,
        variants,
        slug: 'kit',
        taxes: ['tax'],
        image: 'https://example.com/new.png',
      })
      .reply(200, { ...PRODUCT, image: 'https://example.com/new.png' });
    const inputData = { productId: PRODUCT_ID, image: 'https://example.com/new.png', name: ' ' };
    await expect(run(update, { inputData })).resolves.toMatchObject({
      id: PRODUCT_ID,
      image: 'https://example.com/new.png',
    });
  });

  test('says what is wrong', async () => {
    const inputData = { productId: PRODUCT_ID };
    await expect(run(update, { inputData })).rejects.toThrow(/Nothing to change/);
    goneProduct();
    await expect(run(update, { inputData: { ...inputData, name: 'Kit' } })).rejects.toThrow(
      /No product has the ID/,
    );
  });
});
