import { describe, expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { choicesOf } from '../../support/fields.ts';

const assignContact = App.creates.assign_contact;

describe('assign_contact', () => {
  test('assigns a user', async () => {
    highLevel()
      .put('/contacts/c1', { assignedTo: 'u1' })
      .reply(200, { succeded: true, contact: { id: 'c1', assignedTo: 'u1' } });

    const result = await run(assignContact, { inputData: { contactId: 'c1', userId: 'u1' } });

    expect(result).toMatchObject({ id: 'c1', assignedTo: 'u1' });
  });

  test('takes the contact from everyone', async () => {
    highLevel()
      .put('/contacts/c1', { assignedTo: null })
      .reply(200, { succeded: true, contact: { id: 'c1' } });

    const inputData = { contactId: 'c1', userId: 'unassigned' };
    expect(await run(assignContact, { inputData })).toMatchObject({ assignedTo: null });
  });

  test('offers the team, and nobody', async () => {
    highLevel()
      .get('/users/')
      .query({ locationId: LOCATION_ID })
      .reply(200, { users: [{ id: 'u1', name: 'Sam Agent' }] });

    expect(await runMethod(choicesOf(assignContact, 'userId'))).toMatchObject({
      results: [
        { id: 'unassigned', label: 'Unassigned' },
        { id: 'u1', label: 'Sam Agent' },
      ],
    });
  });
});
