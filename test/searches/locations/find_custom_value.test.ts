import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const VALUES = [
  { id: 'v1', name: 'Office Hours in Summer', fieldKey: '{{ custom_values.summer }}', value: 'a' },
  { id: 'v2', name: 'Office Hours', fieldKey: '{{ custom_values.office_hours }}', value: 'b' },
];

describe('find_custom_value', () => {
  test.each([
    [{ name: 'office hours' }, ['v2']],
    [{ name: 'hours' }, ['v1', 'v2']],
    [{ name: '{{ custom_values.summer }}' }, ['v1']],
    [{ customValueId: 'v1' }, ['v1']],
    [{ name: 'Fax' }, []],
  ])('%j finds %j', async (inputData, ids) => {
    highLevel().get(`/locations/${LOCATION_ID}/customValues`).reply(200, { customValues: VALUES });

    const found = await run(App.searches.find_custom_value, { inputData });

    expect(found).toMatchObject(ids.map((id) => ({ id, locationId: LOCATION_ID })));
    expect(found).toHaveLength(ids.length);
  });
});
