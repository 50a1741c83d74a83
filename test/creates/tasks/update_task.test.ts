import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const update = App.creates.update_task;

describe('update_task', () => {
  test('sends what is filled in and nothing else', async () => {
    highLevel()
      .put('/contacts/k1ZbR4xVnL0shT7gK2mW/tasks/t1ZbR4xVnL0shT7gK2mW', { title: 'First call' })
      .reply(200, { task: { id: 't1ZbR4xVnL0shT7gK2mW', title: 'First call' } });

    const inputData = {
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      taskId: 't1ZbR4xVnL0shT7gK2mW',
      title: 'First call',
      body: '',
    };
    await expect(run(update, { inputData })).resolves.toMatchObject({
      id: 't1ZbR4xVnL0shT7gK2mW',
      title: 'First call',
      contactId: 'k1ZbR4xVnL0shT7gK2mW',
      locationId: LOCATION_ID,
    });
  });

  test('says what can be changed when nothing is filled in', async () => {
    await expect(
      run(update, {
        inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW', taskId: 't1ZbR4xVnL0shT7gK2mW' },
      }),
    ).rejects.toThrow(/Nothing to change. Fill in \\"T/);
  });
});
