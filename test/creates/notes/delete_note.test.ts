import { expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

test('delete_note deletes it and says so', async () => {
  highLevel()
    .delete('/contacts/k1ZbR4xVnL0shT7gK2mW/notes/n1ZbR4xVnL0shT7gK2mW')
    .reply(200, { succeded: true });

  await expect(
    run(App.creates.delete_note, {
      inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW', noteId: 'n1ZbR4xVnL0shT7gK2mW' },
    }),
  ).resolves.toEqual({ id: 'n1ZbR4xVnL0shT7gK2mW', deleted: true });
});
