import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const updateContact = App.creates.update_contact;

describe('update_contact', () => {
  test('changes what is given and empties what is chosen', async () => {
    highLevel()
      .put('/contacts/c1', {
        website: null,
        assignedTo: null,
        firstName: 'Anna {{contact.last_name}}',
        customFields: [{ id: 'f1', field_value: 'Ann' }],
      })
      .reply(200, { succeded: true, contact: { id: 'c1', firstName: 'Anna' } });

    const result = await run(updateContact, {
      inputData: {
        contactId: 'c1',
        firstName: 'Anna {{contact.last_name}}',
        emptied: ['website', 'assignedTo'],
        custom_text_f1: 'Ann',
      },
    });

    expect(result).toMatchObject({ id: 'c1', name: 'Anna', website: null });
  });

  test('lets a value win over emptying its field', async () => {
    highLevel()
      .put('/contacts/c1', { city: 'Springfield' })
      .reply(200, { contact: { id: 'c1', city: 'Springfield' } });

    const inputData = { contactId: 'c1', city: 'Springfield', emptied: ['city'] };
    expect(await run(updateContact, { inputData })).toMatchObject({ city: 'Springfield' });
  });

  test('wants something to change', async () => {
    await expect(run(updateContact, { inputData: { contactId: 'c1' } })).rejects.toThrow(
      /Nothing to change/,
    );
  });

  test("shows HighLevel's words when another contact has the e-mail", async () => {
    highLevel().put('/contacts/c1').reply(400, {
      statusCode: 400,
      message: 'This location does not allow duplicated contacts.',
    });

    await expect(
      run(updateContact, { inputData: { contactId: 'c1', email: 'anna@example.com' } }),
    ).rejects.toThrow(/does not allow duplicated contacts/);
  });
});
