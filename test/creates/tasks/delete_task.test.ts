import { expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

test('delete_task deletes it and says so', async () => {
  highLevel().delete('/contacts/k1/tasks/t1').reply(200, { succeded: true });

  await expect(
    run(App.creates.delete_task, { inputData: { contactId: 'k1', taskId: 't1' } }),
  ).resolves.toEqual({ id: 't1', deleted: true });
});
