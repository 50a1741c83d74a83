import { describe, expect, test } from '@jest/globals';

import { App, run } from '../../support/app.ts';
import {
  goneProduct,
  listedProducts,
  oneProduct,
  PRODUCT,
  PRODUCT_ID,
} from '../../support/products.ts';

const find = App.searches.find_product;
const LARGE = { ...PRODUCT, _id: '655b33a82209e60b6adb87a6', name: 'Whitening Kit, large' };

describe('find_product', () => {
  test('finds by words of the name, an exact match first', async () => {
    listedProducts([LARGE, PRODUCT], { search: 'whitening kit' });
    await expect(run(find, { inputData: { name: 'whitening kit' } })).resolves.toMatchObject([
      {
        id: PRODUCT_ID,
        name: 'Whitening Kit',
        productType: 'PHYSICAL',
        availableInStore: true,
        variants: [{ name: 'Size', options: ['XL'] }],
        createdAt: '2026-11-20T10:02:00.000Z',
      },
      { id: LARGE._id },
    ]);
  });

  test('finds the whole name only, where a person wants that', async () => {
    const finds = (name: string) => run(find, { inputData: { name, exactName: true } });
    listedProducts([LARGE, PRODUCT], { search: 'whitening kit' });
    await expect(finds('whitening kit')).resolves.toMatchObject([{ id: PRODUCT_ID }]);
    listedProducts([LARGE, PRODUCT], { search: 'whitening' });
    await expect(finds('whitening')).resolves.toEqual([]);
  });

  test('reads on after a full page', async () => {
    const full = Array.from({ length: 100 }, (_, index) => ({
      ...LARGE,
      _id: `655b33a82209e60b6adb8${String(100 + index)}`,
    }));
    listedProducts(full, { search: 'kit' });
    listedProducts([PRODUCT], { search: 'kit', offset: 100 });
    await expect(run(find, { inputData: { name: 'kit' } })).resolves.toHaveLength(101);
  });

  test('reads one from an earlier step by its ID; one that is gone is nothing', async () => {
    const inputData = { productId: PRODUCT_ID };
    oneProduct();
    await expect(run(find, { inputData })).resolves.toMatchObject([{ name: 'Whitening Kit' }]);
    goneProduct();
    await expect(run(find, { inputData })).resolves.toEqual([]);
  });

  test.each([
    [{}, /Fill in .*Name.* or .*Product/],
    [{ productId: PRODUCT_ID, name: 'Kit' }, /Fill in only one/],
  ])('says what is wrong with %p', async (inputData, sentence) => {
    await expect(run(find, { inputData })).rejects.toThrow(sentence);
  });
});
