import { describe, expect, test } from '@jest/globals';

import type { RawRecord } from '../../../resources/values.ts';
import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import {
  ALT,
  CONTACT_ID,
  INVOICE,
  INVOICE_ID,
  PAYER,
  readsBefore,
} from '../../support/invoices.ts';

const create = App.creates.create_invoice;
const PRODUCT_ID = '655b33a82209e60b6adb87a5';
const DESIGN = { itemName: 'Design', itemPrice: '$600', itemQuantity: '2' };
const GIVEN = {
  contactId: CONTACT_ID,
  currency: 'usd',
  items: [DESIGN],
  issueDate: '2026-12-01',
};

const EXPECTED = {
  ...ALT,
  name: 'Design',
  title: 'BILL',
  termsNotes: '<p>Pay soon.</p>',
  currency: 'USD',
  items: [{ name: 'Design', currency: 'USD', amount: 600, qty: 2 }],
  discount: { type: 'percentage', value: 0 },
  businessDetails: { name: 'Example Studio', phoneNo: '+15550100200' },
  contactDetails: PAYER,
  sentTo: { email: ['anna@example.com'], phoneNo: ['+15550100123'] },
  issueDate: '2026-12-01',
  dueDate: '2026-12-15',
  liveMode: true,
};

/** HighLevel takes exactly this invoice. */
const accepts = (invoice: RawRecord) =>
  highLevel()
    .post('/invoices/', (body) => {
      expect(body).toEqual(invoice);
      return true;
    })
    .reply(200, INVOICE);

/** A product with one price. */
function productIs(price: RawRecord = {}) {
  const product = { _id: PRODUCT_ID, name: 'Whitening Kit', locationId: LOCATION_ID };
  highLevel()
    .get('/products/')
    .query((query) => query['search'] === 'whitening kit')
    .reply(200, { products: [product], total: [{ total: 1 }] });
  highLevel().get(`/products/${PRODUCT_ID}`).query(true).reply(200, product);
  highLevel()
    .get(`/products/${PRODUCT_ID}/price`)
    .query(true)
    .reply(200, {
      prices: [
        {
          _id: '655b33aa2209e60b6adb87a7',
          product: PRODUCT_ID,
          name: 'Kit',
          amount: 129,
          currency: 'USD',
          type: 'one_time',
          ...price,
        },
      ],
      total: 1,
    });
}

describe('create_invoice', () => {
  test('fills in what HighLevel demands, from the contact and the settings', async () => {
    readsBefore();
    accepts(EXPECTED);
    await expect(run(create, { inputData: GIVEN })).resolves.toMatchObject({
      id: INVOICE_ID,
      number: 'INV-42',
      contactName: 'Anna Example',
    });
  });

  test('takes what a person filled in instead', async () => {
    readsBefore();
    accepts({
      ...EXPECTED,
      name: 'Website',
      title: 'INVOICE',
      termsNotes: 'Now.',
      dueDate: '2027-01-31',
      invoiceNumber: '7',
      discount: { type: 'fixed', value: 100.5 },
      liveMode: false,
    });
    await run(create, {
      inputData: {
        ...GIVEN,
        name: 'Website',
        title: 'INVOICE',
        terms: 'Now.',
        dueDate: '2027-01-31',
        invoiceNumber: '7',
        discountType: 'Amount',
        discountValue: '100.50',
        mode: 'Test',
      },
    });
  });

  test('takes products and their prices by name', async () => {
    productIs();
    readsBefore();
    accepts({
      ...EXPECTED,
      name: 'Whitening Kit',
      items: [
        {
          name: 'Whitening Kit',
          currency: 'USD',
          amount: 129,
          qty: 3,
          productId: PRODUCT_ID,
          priceId: '655b33aa2209e60b6adb87a7',
          type: 'one_time',
        },
      ],
    });
    const items = [{ itemProduct: 'whitening kit', itemQuantity: 3 }];
    await run(create, { inputData: { ...GIVEN, items } });
  });

  test('bills no product in another currency', async () => {
    productIs({ currency: 'EUR' });
    const items = [{ itemProduct: 'whitening kit' }];
    await expect(run(create, { inputData: { ...GIVEN, items } })).rejects.toThrow(
      /costs 129 EUR, and .*Currency.* is USD/,
    );
  });

  test('names the sub-account where the settings do not say whose invoice it is', async () => {
    readsBefore({ settings: { businessDetails: {}, dueAfterXDays: null } });
    highLevel()
      .get(`/locations/${LOCATION_ID}`)
      .reply(200, { location: { id: LOCATION_ID, name: 'Example Studio', city: 'Denver' } });
    accepts({
      ...EXPECTED,
      businessDetails: { name: 'Example Studio', address: { city: 'Denver' } },
      dueDate: '2026-12-31',
    });
    await run(create, { inputData: GIVEN });
  });

  test('says what the contact lacks where HighLevel refuses it', async () => {
    readsBefore({ contact: { phone: null } });
    highLevel()
      .post('/invoices/', {
        ...EXPECTED,
        contactDetails: { ...PAYER, phoneNo: '' },
        sentTo: { email: ['anna@example.com'] },
      })
      .reply(422, { message: ['contactDetails.phoneNo must be a valid phone number'] });
    await expect(run(create, { inputData: GIVEN })).rejects.toThrow(
      /Anna Example.*no phone number.*Add it to the contact/,
    );
  });

  test('passes on another refusal in words', async () => {
    readsBefore();
    highLevel()
      .post('/invoices/')
      .reply(422, { message: ['name must be shorter'] });
    await expect(run(create, { inputData: GIVEN })).rejects.toThrow(/shorter/);
  });

  test.each([
    [{ items: [] }, /"Items\\?" is empty/],
    [{ items: [DESIGN, { itemPrice: 5 }] }, /Item 2 in .*Items.* has no .*Item Name/],
    [{ items: [{ itemName: 'Design' }] }, /Item 1 in .*Items.* has no .*Item Price/],
    [{ items: [{ ...DESIGN, itemPrice: 9.999 }] }, /9.999, and amounts in USD have at most 2/],
    [{ items: [{ ...DESIGN, itemQuantity: 0 }] }, /Quantity.* of 0/],
    [{ items: [{ ...DESIGN, itemPrice: -5 }] }, /takes no prices below 0/],
    [{ items: [{ ...DESIGN, itemProductPrice: 'Kit' }] }, /no .*Product/],
    [{ discountType: 'percentage' }, /go together/],
    [{ discountType: 'percentage', discountValue: 101 }, /100 percent or less/],
    [{ discountType: 'fixed', discountValue: 1200.01 }, /1200.01 USD, and the items come to 1200/],
    [{ currency: 'dollars' }, /cannot be .*dollars/],
  ])('refuses %p before anything is asked', async (change, sentence) => {
    await expect(run(create, { inputData: { ...GIVEN, ...change } })).rejects.toThrow(sentence);
  });

  test('is due after it is issued', async () => {
    readsBefore();
    const inputData = { ...GIVEN, dueDate: '2026-11-30' };
    await expect(run(create, { inputData })).rejects.toThrow(/Due Date.*is earlier than/);
  });
});
