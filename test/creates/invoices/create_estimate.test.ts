import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { ESTIMATE, ESTIMATE_ID } from '../../support/estimates.ts';
import { ALT, CONTACT_ID, PAYER, readsBefore } from '../../support/invoices.ts';

const create = App.creates.create_estimate;
const GIVEN = {
  contactId: CONTACT_ID,
  currency: 'USD',
  items: [{ itemName: 'Design', itemPrice: 600 }],
  issueDate: '2026-12-01',
};

describe('create_estimate', () => {
  test('fills in what HighLevel demands, from the contact and the settings', async () => {
    readsBefore();
    highLevel()
      .post('/invoices/estimate', {
        ...ALT,
        name: 'Design',
        title: 'OFFER',
        termsNotes: '<p>Decide soon.</p>',
        currency: 'USD',
        items: [{ name: 'Design', currency: 'USD', amount: 600, qty: 1 }],
        discount: { type: 'percentage', value: 0 },
        businessDetails: { name: 'Example Studio', phoneNo: '+15550100200' },
        contactDetails: PAYER,
        sentTo: { email: ['anna@example.com'], phoneNo: ['+15550100123'] },
        issueDate: '2026-12-01',
        expiryDate: '2026-12-11',
        frequencySettings: { enabled: false, schedule: {} },
        liveMode: true,
      })
      .reply(201, { ...ESTIMATE, estimateStatus: 'draft' });
    await expect(run(create, { inputData: GIVEN })).resolves.toMatchObject({
      id: ESTIMATE_ID,
      number: 'EST-7',
      status: 'draft',
      issueDate: '2026-12-01',
      expiryDate: '2026-12-31',
      contactName: 'Anna Example',
      items: [{ name: 'Design', price: 0.1, total: 0.3 }],
    });
  });

  test('expires after it is issued', async () => {
    readsBefore();
    const inputData = { ...GIVEN, expiryDate: '2026-11-30' };
    await expect(run(create, { inputData })).rejects.toThrow(/Expiry Date.*is earlier than/);
  });
});
