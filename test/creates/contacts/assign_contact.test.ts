import { beforeEach, describe, expect, test } from '@jest/globals';

import { App, forgetCache, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';
import { choicesOf } from '../../support/fields.ts';

const assignContact = App.creates.assign_contact;

describe('assign_contact', () => {
  beforeEach(forgetCache);

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

  test('takes users in turn, each Zap of the same users going on where the last one was', async () => {
    const assigned = async (usersInTurn: unknown) => {
      let user: unknown;
      highLevel()
        .put('/contacts/c1', ({ assignedTo }: Record<string, unknown>) => {
          user = assignedTo;
          return true;
        })
        .reply(200, { contact: { id: 'c1' } });
      await run(assignContact, { inputData: { contactId: 'c1', usersInTurn } });
      return user;
    };
    const three = ['u1', 'u2', 'u3'];
    const turns: unknown[] = [];
    for (let turn = 0; turn < 5; turn += 1) turns.push(await assigned(three));
    expect(turns).toEqual(['u1', 'u2', 'u3', 'u1', 'u2']);
    expect(await assigned('u2, u1')).toBe('u2');
    expect(await assigned(three)).toBe('u3');
  });

  test.each([
    [{}, /Fill in "User" or "Users in Turn"/],
    [{ userId: 'u1', usersInTurn: ['u2'] }, /only one of "User" and "Users in Turn"/],
  ])('says who is missing or too much: %j', async (inputs, message) => {
    const failure = run(assignContact, { inputData: { contactId: 'c1', ...inputs } });
    expect((await failing(failure)).message).toMatch(message);
  });
});
