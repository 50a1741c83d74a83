import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const update = App.creates.update_task;

describe('update_task', () => {
  test('sends what is filled in and nothing else', async () => {
    highLevel()
      .put('/contacts/k1/tasks/t1', { title: 'First call' })
      .reply(200, { task: { id: 't1', title: 'First call' } });

    const inputData = { contactId: 'k1', taskId: 't1', title: 'First call', body: '' };
    await expect(run(update, { inputData })).resolves.toMatchObject({
      id: 't1',
      title: 'First call',
      contactId: 'k1',
      locationId: LOCATION_ID,
    });
  });

  test('says what can be changed when nothing is filled in', async () => {
    await expect(run(update, { inputData: { contactId: 'k1', taskId: 't1' } })).rejects.toThrow(
      /Nothing to change. Fill in \\"T/,
    );
  });
});
