import { expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

test.each([
  [{}, ['n2ZbR4xVnL0shT7gK2mW', 'n1ZbR4xVnL0shT7gK2mW']],
  [{ contains: 'AFTER five' }, ['n1ZbR4xVnL0shT7gK2mW']],
  [{ contains: 'fax' }, undefined],
])('find_notes finds with %j the notes %j', async (filters, ids) => {
  highLevel()
    .get('/contacts/k1ZbR4xVnL0shT7gK2mW/notes')
    .reply(200, {
      notes: [
        {
          id: 'n1ZbR4xVnL0shT7gK2mW',
          body: '<p>Call after five</p>',
          dateAdded: '2026-11-20T10:02:00.000Z',
        },
        {
          id: 'n2ZbR4xVnL0shT7gK2mW',
          title: 'Price',
          body: 'Told',
          dateAdded: '2026-11-21T10:02:00.000Z',
        },
      ],
    });

  const found = await run(App.searches.find_notes, {
    inputData: { contactId: 'k1ZbR4xVnL0shT7gK2mW', ...filters },
  });

  expect(found).toMatchObject(
    ids
      ? [{ contactId: 'k1ZbR4xVnL0shT7gK2mW', count: ids.length, notes: ids.map((id) => ({ id })) }]
      : [],
  );
});
