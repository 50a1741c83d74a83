import { expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

test('delete_note deletes it and says so', async () => {
  highLevel().delete('/contacts/k1/notes/n1').reply(200, { succeded: true });

  await expect(
    run(App.creates.delete_note, { inputData: { contactId: 'k1', noteId: 'n1' } }),
  ).resolves.toEqual({ id: 'n1', deleted: true });
});
