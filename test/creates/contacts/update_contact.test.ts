import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';

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

  test('refuses a field that is filled in and emptied', async () => {
    const inputData = { contactId: 'c1', email: 'anna@example.com', emptied: ['Email Address'] };
    expect(await failing(run(updateContact, { inputData }))).toMatchObject({
      code: 'invalid_input',
      message:
        '"Email Address" is filled in and also chosen in "Fields to Empty". To save the value, remove "Email Address" from "Fields to Empty"; to empty the field, clear the value.',
    });
  });

  test('says which option of a custom field HighLevel dropped', async () => {
    highLevel()
      .put('/contacts/c1', { customFields: [{ id: 'f1', field_value: 'Platinum' }] })
      .reply(200, { contact: { id: 'c1', customFields: [] } });

    const result = await run(updateContact, {
      inputData: { contactId: 'c1', custom_text_f1: 'Platinum' },
      meta: {
        inputFields: { custom_text_f1: { kind: 'option', label: 'Tier', options: 'Silver\nGold' } },
      },
    });

    expect(result).toMatchObject({
      notSaved: ['Tier'],
      notice:
        'HighLevel did not save "Platinum" in Tier. Most often the field has no such option, or was deleted.',
    });
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
