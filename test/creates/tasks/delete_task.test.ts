import { expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

test('delete_task deletes it and says so', async () => {
  highLevel()
    .delete('/contacts/k1ZbR4xVnL0shT7gK2mW/tasks/t1ZbR4xVnL0shT7gK2mW')
    .reply(200, { succeded: true });

  await expect(
    run(App.creates.delete_task, {
      inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW', taskId: 't1ZbR4xVnL0shT7gK2mW' },
    }),
  ).resolves.toEqual({ id: 't1ZbR4xVnL0shT7gK2mW', deleted: true });
});
