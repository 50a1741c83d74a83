import { describe, expect, test } from '@jest/globals';

import type { RawRecord } from '../../../resources/values.ts';
import { App, AUTH_DATA, highLevel, run } from '../../support/app.ts';
import { CONTACT_ID, INVOICE, INVOICE_ID, readsBefore, usersAre } from '../../support/invoices.ts';

const create = App.creates.create_and_send_invoice;
const GIVEN = {
  contactId: CONTACT_ID,
  currency: 'USD',
  items: [{ itemName: 'Design', itemPrice: 600 }],
  issueDate: '2026-12-01',
};
const OTHER = { id: 'uS3rPq8LmN2vXc7ZtYwF', name: 'Sam Agent' };
const URL = `https://links.example.com/invoice/${INVOICE_ID}`;

/** HighLevel takes the invoice where it has these properties. */
const sends = (parts: RawRecord) =>
  highLevel()
    .post('/invoices/text2pay', (body: RawRecord) => {
      expect(body).toMatchObject({ action: 'send', ...parts });
      return true;
    })
    .reply(200, { invoice: INVOICE, invoiceUrl: URL });

describe('create_and_send_invoice', () => {
  test('sends in the name of who connected, and returns the payment link', async () => {
    readsBefore();
    usersAre(OTHER, { id: AUTH_DATA.userId, name: 'Who Connected' });
    sends({
      userId: AUTH_DATA.userId,
      dueDate: '2026-12-15',
      sentTo: { email: ['anna@example.com'], phoneNo: ['+15550100123'] },
    });
    await expect(run(create, { inputData: GIVEN })).resolves.toMatchObject({
      id: INVOICE_ID,
      paymentLink: URL,
      number: 'INV-42',
    });
  });

  test('sends in the name of the first user where who connected is none of them', async () => {
    readsBefore();
    usersAre(OTHER);
    sends({ userId: OTHER.id, sentTo: { email: ['anna@example.com'] } });
    await run(create, { inputData: { ...GIVEN, sendBy: 'Email' } });
  });

  test('sends by text message alone', async () => {
    readsBefore();
    sends({ userId: OTHER.id, sentTo: { email: [], phoneNo: ['+15550100123'] } });
    await run(create, { inputData: { ...GIVEN, sendBy: 'sms', userId: OTHER.id } });
  });

  test.each([
    [{ phone: null }, 'sms', /no phone number.*Send By.* to Email/],
    [{ email: null }, 'email', /no email address.*Send By.* to Text Message/],
    [{ email: null, phone: null }, undefined, /no email address/],
  ])('says what a contact with %p lacks', async (contact, sendBy, sentence) => {
    readsBefore({ contact });
    await expect(run(create, { inputData: { ...GIVEN, sendBy } })).rejects.toThrow(sentence);
  });

  test('asks for a sender where the sub-account has no user', async () => {
    readsBefore();
    usersAre();
    await expect(run(create, { inputData: GIVEN })).rejects.toThrow(/Sender.* is empty/);
  });
});
