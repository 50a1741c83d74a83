import { expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

test.each([
  [{}, ['n2', 'n1']],
  [{ contains: 'AFTER five' }, ['n1']],
  [{ contains: 'fax' }, undefined],
])('find_notes finds with %j the notes %j', async (filters, ids) => {
  highLevel()
    .get('/contacts/k1/notes')
    .reply(200, {
      notes: [
        { id: 'n1', body: '<p>Call after five</p>', dateAdded: '2026-11-20T10:02:00.000Z' },
        { id: 'n2', title: 'Price', body: 'Told', dateAdded: '2026-11-21T10:02:00.000Z' },
      ],
    });

  const found = await run(App.searches.find_notes, { inputData: { contactId: 'k1', ...filters } });

  expect(found).toMatchObject(
    ids ? [{ contactId: 'k1', count: ids.length, notes: ids.map((id) => ({ id })) }] : [],
  );
});
