import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';

const updateContact = App.creates.update_contact;

describe('update_contact', () => {
  test('changes what is given and empties what is chosen', async () => {
    highLevel()
      .put('/contacts/c1ZbR4xVnL0shT7gK2mW', {
        website: null,
        assignedTo: null,
        firstName: 'Anna {{contact.last_name}}',
        customFields: [{ id: 'f1ZbR4xVnL0shT7gK2mW', field_value: 'Ann' }],
      })
      .reply(200, { succeded: true, contact: { id: 'c1ZbR4xVnL0shT7gK2mW', firstName: 'Anna' } });

    const result = await run(updateContact, {
      inputData: {
        contactId: 'c1ZbR4xVnL0shT7gK2mW',
        firstName: 'Anna {{contact.last_name}}',
        emptied: ['website', 'assignedTo'],
        custom_text_f1ZbR4xVnL0shT7gK2mW: 'Ann',
      },
    });

    expect(result).toMatchObject({ id: 'c1ZbR4xVnL0shT7gK2mW', name: 'Anna', website: null });
  });

  test('refuses a field that is filled in and emptied', async () => {
    const inputData = {
      contactId: 'c1ZbR4xVnL0shT7gK2mW',
      email: 'anna@example.com',
      emptied: ['Email Address'],
    };
    expect(await failing(run(updateContact, { inputData }))).toMatchObject({
      code: 'invalid_input',
      message:
        '"Email Address" is filled in and also chosen in "Fields to Empty". To save the value, remove "Email Address" from "Fields to Empty"; to empty the field, clear the value.',
    });
  });

  test('says which option of a custom field HighLevel dropped', async () => {
    highLevel()
      .put('/contacts/c1ZbR4xVnL0shT7gK2mW', {
        customFields: [{ id: 'f1ZbR4xVnL0shT7gK2mW', field_value: 'Platinum' }],
      })
      .reply(200, { contact: { id: 'c1ZbR4xVnL0shT7gK2mW', customFields: [] } });

    const result = await run(updateContact, {
      inputData: {
        contactId: 'c1ZbR4xVnL0shT7gK2mW',
        custom_text_f1ZbR4xVnL0shT7gK2mW: 'Platinum',
      },
      meta: {
        inputFields: {
          custom_text_f1ZbR4xVnL0shT7gK2mW: {
            kind: 'option',
            label: 'Tier',
            options: 'Silver\nGold',
          },
        },
      },
    });

    expect(result).toMatchObject({
      notSaved: ['Tier'],
      notice:
        'HighLevel did not save "Platinum" in Tier. Most often the field has no such option, or was deleted.',
    });
  });

  test('wants something to change', async () => {
    await expect(
      run(updateContact, { inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW' } }),
    ).rejects.toThrow(/Nothing to change/);
  });

  test("shows HighLevel's words when another contact has the email", async () => {
    highLevel().put('/contacts/c1ZbR4xVnL0shT7gK2mW').reply(400, {
      statusCode: 400,
      message: 'This location does not allow duplicated contacts.',
    });

    await expect(
      run(updateContact, {
        inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', email: 'anna@example.com' },
      }),
    ).rejects.toThrow(/does not allow duplicated contacts/);
  });
});
