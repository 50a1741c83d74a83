import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const VALUES = [
  {
    id: 'v1ZbR4xVnL0shT7gK2mW',
    name: 'Office Hours in Summer',
    fieldKey: '{{ custom_values.summer }}',
    value: 'a',
  },
  {
    id: 'v2ZbR4xVnL0shT7gK2mW',
    name: 'Office Hours',
    fieldKey: '{{ custom_values.office_hours }}',
    value: 'b',
  },
];

describe('find_custom_value', () => {
  test.each([
    [{ name: 'office hours' }, ['v2ZbR4xVnL0shT7gK2mW']],
    [{ name: 'hours' }, ['v1ZbR4xVnL0shT7gK2mW', 'v2ZbR4xVnL0shT7gK2mW']],
    [{ name: '{{ custom_values.summer }}' }, ['v1ZbR4xVnL0shT7gK2mW']],
    [{ customValueId: 'v1ZbR4xVnL0shT7gK2mW' }, ['v1ZbR4xVnL0shT7gK2mW']],
    [{ name: 'Fax' }, []],
  ])('%j finds %j', async (inputData, ids) => {
    highLevel().get(`/locations/${LOCATION_ID}/customValues`).reply(200, { customValues: VALUES });

    const found = await run(App.searches.find_custom_value, { inputData });

    expect(found).toMatchObject(ids.map((id) => ({ id, locationId: LOCATION_ID })));
    expect(found).toHaveLength(ids.length);
  });
});
