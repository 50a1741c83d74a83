import { beforeEach, describe, expect, test } from '@jest/globals';

import { App, forgetCache, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';
import { choicesOf } from '../../support/fields.ts';

const assignContact = App.creates.assign_contact;

describe('assign_contact', () => {
  beforeEach(forgetCache);

  test('assigns a user', async () => {
    highLevel()
      .put('/contacts/c1ZbR4xVnL0shT7gK2mW', { assignedTo: 'u1ZbR4xVnL0shT7gK2mW' })
      .reply(200, {
        succeded: true,
        contact: { id: 'c1ZbR4xVnL0shT7gK2mW', assignedTo: 'u1ZbR4xVnL0shT7gK2mW' },
      });

    const result = await run(assignContact, {
      inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', userId: 'u1ZbR4xVnL0shT7gK2mW' },
    });

    expect(result).toMatchObject({
      id: 'c1ZbR4xVnL0shT7gK2mW',
      assignedTo: 'u1ZbR4xVnL0shT7gK2mW',
    });
  });

  test('takes the contact from everyone', async () => {
    highLevel()
      .put('/contacts/c1ZbR4xVnL0shT7gK2mW', { assignedTo: null })
      .reply(200, { succeded: true, contact: { id: 'c1ZbR4xVnL0shT7gK2mW' } });

    const inputData = { contactId: 'c1ZbR4xVnL0shT7gK2mW', userId: 'unassigned' };
    expect(await run(assignContact, { inputData })).toMatchObject({ assignedTo: null });
  });

  test('offers the team, and nobody', async () => {
    highLevel()
      .get('/users/')
      .query({ locationId: LOCATION_ID })
      .reply(200, { users: [{ id: 'u1ZbR4xVnL0shT7gK2mW', name: 'Sam Agent' }] });

    expect(await runMethod(choicesOf(assignContact, 'userId'))).toMatchObject({
      results: [
        { id: 'unassigned', label: 'Unassigned' },
        { id: 'u1ZbR4xVnL0shT7gK2mW', label: 'Sam Agent' },
      ],
    });
  });

  test('takes users in turn, each Zap of the same users going on where the last one was', async () => {
    const assigned = async (usersInTurn: unknown) => {
      let user: unknown;
      highLevel()
        .put('/contacts/c1ZbR4xVnL0shT7gK2mW', ({ assignedTo }: Record<string, unknown>) => {
          user = assignedTo;
          return true;
        })
        .reply(200, { contact: { id: 'c1ZbR4xVnL0shT7gK2mW' } });
      await run(assignContact, { inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', usersInTurn } });
      return user;
    };
    const three = ['u1ZbR4xVnL0shT7gK2mW', 'u2ZbR4xVnL0shT7gK2mW', 'u3ZbR4xVnL0shT7gK2mW'];
    const turns: unknown[] = [];
    for (let turn = 0; turn < 5; turn += 1) turns.push(await assigned(three));
    expect(turns).toEqual([
      'u1ZbR4xVnL0shT7gK2mW',
      'u2ZbR4xVnL0shT7gK2mW',
      'u3ZbR4xVnL0shT7gK2mW',
      'u1ZbR4xVnL0shT7gK2mW',
      'u2ZbR4xVnL0shT7gK2mW',
    ]);
    expect(await assigned('u2ZbR4xVnL0shT7gK2mW, u1ZbR4xVnL0shT7gK2mW')).toBe(
      'u2ZbR4xVnL0shT7gK2mW',
    );
    expect(await assigned(three)).toBe('u3ZbR4xVnL0shT7gK2mW');
  });

  test.each([
    [{}, /Fill in "User" or "Users in Turn"/],
    [
      { userId: 'u1ZbR4xVnL0shT7gK2mW', usersInTurn: ['u2ZbR4xVnL0shT7gK2mW'] },
      /only one of "User" and "Users in Turn"/,
    ],
  ])('says who is missing or too much: %j', async (inputs, message) => {
    const failure = run(assignContact, {
      inputData: { contactId: 'c1ZbR4xVnL0shT7gK2mW', ...inputs },
    });
    expect((await failing(failure)).message).toMatch(message);
  });
});
