import { describe, expect, test } from '@jest/globals';

import { App, highLevel, inCountry, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { choicesOf, functionOf } from '../../support/fields.ts';

const upsertContact = App.creates.upsert_contact;

const CUSTOM_FIELDS = [
  {
    id: 'f2ZbR4xVnL0shT7gK2mW',
    name: 'Interests',
    dataType: 'CHECKBOX',
    position: 100,
    picklistOptions: ['A', 'B'],
  },
  {
    id: 'f1ZbR4xVnL0shT7gK2mW',
    name: 'Nickname',
    dataType: 'TEXT',
    position: 50,
    placeholder: 'Ann',
  },
  { id: 'f3ZbR4xVnL0shT7gK2mW', name: 'Children', dataType: 'NUMERICAL', position: 150 },
  { id: 'f4ZbR4xVnL0shT7gK2mW', name: 'Last visit', dataType: 'DATE', position: 200 },
  { id: 'f5ZbR4xVnL0shT7gK2mW', name: 'Notes', dataType: 'LARGE_TEXT', position: 250 },
  { id: 'f6ZbR4xVnL0shT7gK2mW', name: 'X-ray', dataType: 'FILE_UPLOAD', position: 300 },
];

function hasCustomFields() {
  highLevel()
    .get(`/locations/${LOCATION_ID}/customFields`)
    .query({ model: 'contact' })
    .reply(200, { customFields: CUSTOM_FIELDS });
}

function answers(contact: Record<string, unknown>, isNew = false) {
  return {
    new: isNew,
    contact: { id: 'c1ZbR4xVnL0shT7gK2mW', locationId: LOCATION_ID, ...contact },
    traceId: 't',
  };
}

describe('upsert_contact', () => {
  test('sends every field as HighLevel takes it', async () => {
    highLevel()
      .post('/contacts/upsert', {
        locationId: LOCATION_ID,
        email: 'anna@example.com',
        phone: '+15550100123',
        firstName: 'Anna',
        lastName: 'Example',
        name: 'Anna Example',
        companyName: 'Example Studio',
        gender: 'female',
        address1: '12 Main Street',
        city: 'Springfield',
        state: 'IL',
        postalCode: '62701',
        country: 'US',
        website: 'https://example.com',
        timezone: 'America/Chicago',
        dateOfBirth: '1990-05-17',
        source: 'web',
        assignedTo: 'u1ZbR4xVnL0shT7gK2mW',
        createNewIfDuplicateAllowed: true,
      })
      .matchHeader('version', '2021-07-28')
      .reply(200, answers({ email: 'anna@example.com', phone: '+15550100123' }, true));

    const result = await run(upsertContact, {
      inputData: {
        email: 'Anna <ANNA@example.com>',
        phone: '+1 (555) 010-0123',
        firstName: 'Anna',
        lastName: 'Example',
        name: 'Anna Example',
        companyName: 'Example Studio',
        gender: 'female',
        address1: '12 Main Street',
        city: 'Springfield',
        state: 'IL',
        postalCode: '62701',
        country: 'US',
        website: 'https://example.com',
        timezone: 'America/Chicago',
        dateOfBirth: '1990-05-17T00:00:00+09:00',
        source: 'web',
        assignedTo: 'u1ZbR4xVnL0shT7gK2mW',
        alwaysNew: 'yes',
      },
    });

    expect(result).toMatchObject({
      id: 'c1ZbR4xVnL0shT7gK2mW',
      isNew: true,
      notSaved: [],
      notice: null,
    });
  });

  test('adds tags after the contact is saved, in place of replacing them', async () => {
    highLevel()
      .post('/contacts/upsert', { locationId: LOCATION_ID, email: 'anna@example.com' })
      .reply(200, answers({ email: 'anna@example.com', tags: ['old'] }));
    highLevel()
      .post('/contacts/c1ZbR4xVnL0shT7gK2mW/tags', { tags: ['vip', 'new customer', 'web'] })
      .reply(201, { tags: ['old', 'vip', 'new customer', 'web'] });

    const result = await run(upsertContact, {
      inputData: { email: 'anna@example.com', tags: ['vip, new customer', ' web ', 'vip'] },
    });

    expect(result).toMatchObject({
      isNew: false,
      tags: ['old', 'vip', 'new customer', 'web'],
    });
  });

  test('says what HighLevel dropped because another contact has it', async () => {
    highLevel()
      .post('/contacts/upsert')
      .reply(200, answers({ email: 'anna@example.com', phone: '+15550100777' }));

    const result = await run(upsertContact, {
      inputData: { email: 'anna@example.com', phone: '+15550100123' },
    });

    expect(result).toMatchObject({
      id: 'c1ZbR4xVnL0shT7gK2mW',
      notSaved: ['Phone Number'],
      notice: expect.stringContaining('another contact'),
    });
  });

  test('reads a number in the country of the sub-account, and knows a second address', async () => {
    inCountry('US');
    highLevel()
      .post('/contacts/upsert', {
        locationId: LOCATION_ID,
        email: 'second@example.com',
        phone: '+15550100123',
      })
      .reply(
        200,
        answers({
          email: 'anna@example.com',
          additionalEmails: [{ email: 'Second@example.com' }],
          phone: '+15550100123',
        }),
      );

    const result = await run(upsertContact, {
      inputData: { email: 'second@example.com', phone: '555-010-0123' },
    });

    expect(result).toMatchObject({ notSaved: [] });
  });

  test('writes custom fields by their kind', async () => {
    highLevel()
      .post('/contacts/upsert', {
        locationId: LOCATION_ID,
        firstName: 'Anna',
        customFields: [
          { id: 'f1ZbR4xVnL0shT7gK2mW', field_value: 'Ann' },
          { id: 'f2ZbR4xVnL0shT7gK2mW', field_value: ['A', 'B'] },
          { id: 'f3ZbR4xVnL0shT7gK2mW', field_value: 1200 },
          { id: 'f4ZbR4xVnL0shT7gK2mW', field_value: '2026-11-24' },
          { id: 'f5ZbR4xVnL0shT7gK2mW', field_value: 'one\ntwo' },
        ],
      })
      .reply(
        200,
        answers(
          {
            customFields: [
              { id: 'f2ZbR4xVnL0shT7gK2mW', value: ['A', 'B'] },
              { id: 'f3ZbR4xVnL0shT7gK2mW', value: 1200 },
            ],
          },
          true,
        ),
      );

    const result = await run(upsertContact, {
      inputData: {
        firstName: 'Anna',
        custom_text_f1ZbR4xVnL0shT7gK2mW: 'Ann',
        custom_list_f2ZbR4xVnL0shT7gK2mW: ['A', 'B'],
        custom_number_f3ZbR4xVnL0shT7gK2mW: '1,200',
        custom_date_f4ZbR4xVnL0shT7gK2mW: '2026-11-24T23:30:00-08:00',
        custom_long_f5ZbR4xVnL0shT7gK2mW: 'one\ntwo',
        custom_text_f9ZbR4xVnL0shT7gK2mW: '  ',
      },
    });

    expect(result).toMatchObject({
      custom: { f2ZbR4xVnL0shT7gK2mW: ['A', 'B'], f3ZbR4xVnL0shT7gK2mW: 1200 },
    });
  });

  test('refuses a number field that holds no number, by the name of the field', async () => {
    hasCustomFields();
    await expect(
      run(upsertContact, {
        inputData: { firstName: 'Anna', custom_number_f3ZbR4xVnL0shT7gK2mW: 'two' },
      }),
    ).rejects.toThrow(/\\"Children\\" must be a number, and is \\"two\\"/);
  });

  test('takes the label and options of a custom field from what Zapier kept of it', async () => {
    const inputFields = {
      custom_list_f2ZbR4xVnL0shT7gK2mW: {
        kind: 'option',
        label: 'Interests',
        options: 'Dogs\nCats, big',
      },
      custom_number_f3ZbR4xVnL0shT7gK2mW: { kind: 'number', label: 'Children' },
    };
    highLevel()
      .post('/contacts/upsert', {
        locationId: LOCATION_ID,
        firstName: 'Anna',
        customFields: [{ id: 'f2ZbR4xVnL0shT7gK2mW', field_value: ['Dogs', 'Cats, big', 'Birds'] }],
      })
      .reply(
        200,
        answers({ customFields: [{ id: 'f2ZbR4xVnL0shT7gK2mW', value: ['Dogs', 'Cats, big'] }] }),
      );

    const result = await run(upsertContact, {
      inputData: { firstName: 'Anna', custom_list_f2ZbR4xVnL0shT7gK2mW: 'DOGS, cats, big, Birds' },
      meta: { inputFields },
    });

    expect(result).toMatchObject({
      notSaved: ['Interests'],
      notice:
        'HighLevel did not save "Birds" in Interests. Most often the field has no such option, or was deleted.',
    });
    await expect(
      run(upsertContact, {
        inputData: { firstName: 'Anna', custom_number_f3ZbR4xVnL0shT7gK2mW: 'two' },
        meta: { inputFields },
      }),
    ).rejects.toThrow(/\\"Children\\" must be a number/);
  });

  test('gives a notice of a custom field that was deleted', async () => {
    highLevel().get(`/locations/${LOCATION_ID}/customFields`).query(true).reply(200, {});
    highLevel()
      .post('/contacts/upsert')
      .reply(200, answers({ customFields: [{ id: 'f1ZbR4xVnL0shT7gK2mW', value: 'Gold' }] }));

    const inputData = { firstName: 'Anna', custom_number_gone: '5' };
    expect(await run(upsertContact, { inputData })).toMatchObject({
      notSaved: ['Custom Number Field'],
      notice:
        'HighLevel did not save "5" in Custom Number Field. Most often the field has no such option, or was deleted.',
    });
  });

  test('wants something to know the contact by', async () => {
    await expect(run(upsertContact, { inputData: { city: 'Springfield' } })).rejects.toThrow(
      /Fill in \\"Email Address\\"/,
    );
  });

  test('asks before replaying when the outcome is unknown and it may create twice', async () => {
    highLevel().post('/contacts/upsert').reply(500, 'oops');

    await expect(run(upsertContact, { inputData: { firstName: 'Anna' } })).rejects.toThrow(
      /may or may not have worked/,
    );
  });

  test('lets Zapier repeat it when the contact is known by its email', async () => {
    highLevel().post('/contacts/upsert').reply(502, '<html>');

    await expect(
      run(upsertContact, { inputData: { email: 'anna@example.com' } }),
    ).rejects.toMatchObject({ name: 'ThrottledError' });
  });

  test('shows the custom fields of the sub-account as fields of their own', async () => {
    hasCustomFields();

    const fields = await runMethod(functionOf(upsertContact.operation.inputFields));

    expect(fields).toEqual([
      {
        group: 'customGroup',
        key: 'custom_text_f1ZbR4xVnL0shT7gK2mW',
        label: 'Nickname',
        type: 'string',
        placeholder: 'Ann',
        meta: { kind: 'line', label: 'Nickname' },
      },
      {
        group: 'customGroup',
        key: 'custom_list_f2ZbR4xVnL0shT7gK2mW',
        label: 'Interests',
        type: 'string',
        list: true,
        choices: { A: 'A', B: 'B' },
        helpText:
          'Replaces what was chosen before. One per line, or separated by commas or semicolons.',
        meta: { kind: 'option', label: 'Interests', options: 'A\nB' },
      },
      {
        group: 'customGroup',
        key: 'custom_number_f3ZbR4xVnL0shT7gK2mW',
        label: 'Children',
        type: 'number',
        helpText: expect.stringContaining('`1,234` is 1234'),
        meta: { kind: 'number', label: 'Children' },
      },
      {
        group: 'customGroup',
        key: 'custom_date_f4ZbR4xVnL0shT7gK2mW',
        label: 'Last visit',
        type: 'datetime',
        helpText: expect.stringContaining('means March 5'),
        meta: { kind: 'day', label: 'Last visit' },
      },
      {
        group: 'customGroup',
        key: 'custom_long_f5ZbR4xVnL0shT7gK2mW',
        label: 'Notes',
        type: 'text',
        meta: { kind: 'text', label: 'Notes' },
      },
    ]);
  });

  test('names the custom fields of the answer', async () => {
    hasCustomFields();

    const fields = await runMethod(functionOf(upsertContact.operation.outputFields));

    expect(fields).toEqual([
      { key: 'custom__f1ZbR4xVnL0shT7gK2mW', label: 'Nickname', type: 'string' },
      { key: 'custom__f2ZbR4xVnL0shT7gK2mW', label: 'Interests', type: 'string', list: true },
      { key: 'custom__f3ZbR4xVnL0shT7gK2mW', label: 'Children', type: 'number' },
      { key: 'custom__f4ZbR4xVnL0shT7gK2mW', label: 'Last visit', type: 'string' },
      { key: 'custom__f5ZbR4xVnL0shT7gK2mW', label: 'Notes', type: 'string' },
    ]);
  });

  test('offers tags by name and time zones', async () => {
    highLevel()
      .get(`/locations/${LOCATION_ID}/tags`)
      .reply(200, {
        tags: [{ id: 't1ZbR4xVnL0shT7gK2mW', name: 'vip' }, { id: 't2ZbR4xVnL0shT7gK2mW' }],
      });

    expect(await runMethod(choicesOf(upsertContact, 'tags'))).toEqual({
      results: [{ id: 'vip', label: 'vip' }],
      paging_token: null,
    });
    expect(await runMethod(choicesOf(upsertContact, 'timezone'))).toMatchObject({
      results: expect.arrayContaining([{ id: 'America/New_York', label: 'America/New York' }]),
    });
  });
});
