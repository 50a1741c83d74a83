import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';

const update = App.creates.update_note;

describe('update_note', () => {
  test('sends what is filled in and nothing else', async () => {
    highLevel()
      .put('/contacts/k1/notes/n1', { title: 'First call' })
      .reply(200, { note: { id: 'n1', title: 'First call' } });

    const inputData = { contactId: 'k1', noteId: 'n1', title: 'First call', body: '' };
    await expect(run(update, { inputData })).resolves.toMatchObject({
      id: 'n1',
      title: 'First call',
      contactId: 'k1',
      locationId: LOCATION_ID,
    });
  });

  test('says what can be changed when nothing is filled in', async () => {
    await expect(run(update, { inputData: { contactId: 'k1', noteId: 'n1' } })).rejects.toThrow(
      /Nothing to change. Fill in \\"T/,
    );
  });
});
