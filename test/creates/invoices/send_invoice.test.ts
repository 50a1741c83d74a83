import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import {
  ALT,
  INVOICE,
  INVOICE_ID,
  invoiceIs,
  invoiceIsGone,
  usersAre,
} from '../../support/invoices.ts';

const send = App.creates.send_invoice;
const USER = { id: 'uS3rPq8LmN2vXc7ZtYwE', name: 'Sam Agent' };
const GIVEN = { invoiceId: INVOICE_ID, sendBy: 'Email' };

const sends = (body: Record<string, string | boolean | object>) =>
  highLevel()
    .post(`/invoices/${INVOICE_ID}/send`, { ...ALT, userId: USER.id, ...body })
    .reply(200, { invoice: INVOICE, smsData: {}, emailData: {} });

describe('send_invoice', () => {
  test('sends in the mode of the invoice, in the name of who connected', async () => {
    invoiceIs({ status: 'draft', liveMode: false });
    usersAre(USER);
    sends({ action: 'email', liveMode: false });
    await expect(run(send, { inputData: GIVEN })).resolves.toMatchObject({
      id: INVOICE_ID,
      status: 'sent',
      total: 0.27,
    });
  });

  test('sends from a name and an address, in the name of a chosen user', async () => {
    invoiceIs();
    const sentFrom = { fromName: 'Sam', fromEmail: 'sam@example.com' };
    sends({ action: 'sms_and_email', liveMode: true, sentFrom });
    const inputData = { ...GIVEN, sendBy: 'sms_and_email', userId: USER.id, ...sentFrom };
    await run(send, { inputData });
  });

  test('marks as sent what reaches nobody', async () => {
    invoiceIs({ contactDetails: { name: 'Anna Example', email: '', phoneNo: '' } });
    sends({ action: 'send_manually', liveMode: true });
    await run(send, { inputData: { ...GIVEN, sendBy: 'Mark as Sent', userId: USER.id } });
  });

  test('says what the contact lacks', async () => {
    invoiceIs({ contactDetails: { name: 'Anna Example', email: '', phoneNo: '+15550100123' } });
    await expect(run(send, { inputData: GIVEN })).rejects.toThrow(/no email address/);
  });

  test.each([
    ['paid', /INV-42 is paid already, so it cannot be sent/],
    ['void', /INV-42 was voided, so it cannot be sent/],
  ])('sends none that is %s', async (status, sentence) => {
    invoiceIs({ status });
    await expect(run(send, { inputData: GIVEN })).rejects.toThrow(sentence);
  });

  test('says that an invoice is gone', async () => {
    invoiceIsGone();
    await expect(run(send, { inputData: GIVEN })).rejects.toThrow(/No invoice has the ID/);
  });
});
