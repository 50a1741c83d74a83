import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const PATH = `/locations/${LOCATION_ID}/customFields`;

function created(body: object) {
  highLevel()
    .post(PATH, { model: 'contact', ...body })
    .reply(201, { customField: { id: 'f1ZbR4xVnL0shT7gK2mW', ...body } });
}

describe('create_custom_field', () => {
  test('creates a field with choices', async () => {
    created({
      name: 'Plan',
      dataType: 'RADIO',
      textBoxListOptions: [
        { label: 'Basic, monthly', prefillValue: '' },
        { label: 'Gold', prefillValue: '' },
      ],
    });

    const saved = await run(App.creates.create_custom_field, {
      inputData: { name: 'Plan', dataType: 'RADIO', options: ['Basic, monthly\nGold'] },
    });

    expect(saved).toMatchObject({
      id: 'f1ZbR4xVnL0shT7gK2mW',
      name: 'Plan',
      locationId: LOCATION_ID,
    });
  });

  test('creates a field for files', async () => {
    created({
      name: 'Photos',
      dataType: 'FILE_UPLOAD',
      acceptedFormat: ['.jpg', '.png'],
      isMultipleFile: true,
      maxNumberOfFiles: 3,
    });

    await run(App.creates.create_custom_field, {
      inputData: {
        name: 'Photos',
        dataType: 'FILE_UPLOAD',
        acceptedFormat: ['JPG', '.png'],
        maxNumberOfFiles: '3',
      },
    });
  });

  test('asks for the choices of a dropdown', async () => {
    await expect(
      run(App.creates.create_custom_field, {
        inputData: { name: 'Plan', dataType: 'SINGLE_OPTIONS' },
      }),
    ).rejects.toThrow('A field of this type needs');
  });
});
