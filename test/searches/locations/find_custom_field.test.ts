import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { choicesOf } from '../../support/fields.ts';

const findCustomField = App.searches.find_custom_field;

const FIELDS = [
  {
    id: 'f1ZbR4xVnL0shT7gK2mW',
    name: 'Membership',
    fieldKey: 'contact.membership',
    dataType: 'SINGLE_OPTIONS',
    model: 'contact',
    picklistOptions: ['Silver', 'Gold'],
  },
  {
    id: 'f2ZbR4xVnL0shT7gK2mW',
    name: 'Membership fee',
    fieldKey: 'opportunity.membership_fee',
    dataType: 'MONETORY',
    model: 'opportunity',
  },
];

function listed(model: string) {
  highLevel()
    .get(`/locations/${LOCATION_ID}/customFields`)
    .query({ model })
    .reply(200, { customFields: FIELDS });
}

describe('find_custom_field', () => {
  test('finds by a part of the name, with the options', async () => {
    listed('all');

    const found = await run(findCustomField, { inputData: { name: 'member' } });

    expect(found).toMatchObject([
      { id: 'f1ZbR4xVnL0shT7gK2mW', picklistOptions: ['Silver', 'Gold'] },
      { id: 'f2ZbR4xVnL0shT7gK2mW', picklistOptions: [], placeholder: null },
    ]);
  });

  test('finds by the key', async () => {
    listed('opportunity');

    const found = await run(findCustomField, {
      inputData: { name: 'opportunity.membership_fee', model: 'opportunity' },
    });

    expect(found).toMatchObject([{ id: 'f2ZbR4xVnL0shT7gK2mW' }]);
  });

  test('finds the one that was chosen', async () => {
    listed('all');

    expect(
      await run(findCustomField, { inputData: { customFieldId: 'f2ZbR4xVnL0shT7gK2mW' } }),
    ).toMatchObject([{ id: 'f2ZbR4xVnL0shT7gK2mW', name: 'Membership fee' }]);
  });

  test('wants a name or a choice', async () => {
    await expect(run(findCustomField)).rejects.toThrow(/Fill in \\"Name\\" or \\"Custom Field\\"/);
  });

  test('offers the fields of contacts and opportunities', async () => {
    listed('all');

    expect(await runMethod(choicesOf(findCustomField, 'customFieldId'))).toEqual({
      results: [
        { id: 'f1ZbR4xVnL0shT7gK2mW', label: 'Membership' },
        { id: 'f2ZbR4xVnL0shT7gK2mW', label: 'Membership fee (opportunity)' },
      ],
      paging_token: null,
    });
  });
});
