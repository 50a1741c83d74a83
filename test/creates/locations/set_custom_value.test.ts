import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const PATH = `/locations/${LOCATION_ID}/customValues`;
const HOURS = {
  id: 'v1',
  name: 'Office Hours',
  fieldKey: '{{ custom_values.office_hours }}',
  value: '9 to 5',
  locationId: LOCATION_ID,
};

function listed(customValues: object[]) {
  highLevel().get(PATH).reply(200, { customValues });
}

describe('set_custom_value', () => {
  test.each([
    'office  hours',
    'custom_values.office_hours',
    '{{custom_values.office_hours}}',
    'v1',
  ])('changes the value that %p names, and keeps its name', async (named) => {
    listed([HOURS]);
    highLevel()
      .put(`${PATH}/v1`, { name: 'Office Hours', value: '10 to 4' })
      .reply(200, { customValue: { ...HOURS, value: '10 to 4' } });

    const saved = await run(App.creates.set_custom_value, {
      inputData: { named, value: '10 to 4' },
    });

    expect(saved).toEqual({ ...HOURS, value: '10 to 4', isNew: false });
  });

  test('creates one that is not there', async () => {
    listed([HOURS]);
    highLevel()
      .post(PATH, { name: 'Office', value: 'Main Street' })
      .reply(201, { customValue: { ...HOURS, id: 'v2', name: 'Office', value: 'Main Street' } });

    const saved = await run(App.creates.set_custom_value, {
      inputData: { named: 'Office', value: 'Main Street' },
    });

    expect(saved).toMatchObject({ id: 'v2', isNew: true });
  });

  test('changes none of several with one name', async () => {
    listed([HOURS, { ...HOURS, id: 'v2', fieldKey: '{{ custom_values.office_hours_1 }}' }]);

    await expect(
      run(App.creates.set_custom_value, { inputData: { named: 'Office Hours', value: 'x' } }),
    ).rejects.toThrow('several custom values have this name');
  });
});
