import { expect, test } from '@jest/globals';

import { App, highLevel, LOCATION_ID, run } from '../../support/app.ts';
import { failing } from '../../support/failure.ts';

const findUser = App.searches.find_user;

const USERS = [
  { id: 'usr1ZbR4xVnL0shT7gK2', name: 'Sam Agent', email: 'sam@example.com' },
  {
    id: 'usr2ZbR4xVnL0shT7gK2',
    firstName: 'Samira',
    lastName: 'Owner',
    email: 'owner@example.com',
  },
  { id: 'usr3ZbR4xVnL0shT7gK2', email: 'nameless@example.com' },
  { id: 'usr4ZbR4xVnL0shT7gK2', name: 'Sam' },
];

function find(query: string) {
  highLevel().get('/users/').query({ locationId: LOCATION_ID }).reply(200, { users: USERS });
  return run(findUser, { inputData: { query } });
}

test.each([
  // Who is called exactly so comes first.
  ['sam', ['usr4ZbR4xVnL0shT7gK2', 'usr1ZbR4xVnL0shT7gK2', 'usr2ZbR4xVnL0shT7gK2']],
  ['SAM A', ['usr1ZbR4xVnL0shT7gK2']],
  ['Owner', ['usr2ZbR4xVnL0shT7gK2']],
  [' owner@example.com ', ['usr2ZbR4xVnL0shT7gK2']],
  ['nameless@example.com', ['usr3ZbR4xVnL0shT7gK2']],
  ['usr2ZbR4xVnL0shT7gK2', ['usr2ZbR4xVnL0shT7gK2']],
  // Part of an email address is no address.
  ['example.com', []],
  ['nobody', []],
])('find_user finds %j in one request', async (query, ids) => {
  expect(await find(query)).toEqual(ids.map((id) => expect.objectContaining({ id })));
});

test('find_user asks for a name', async () => {
  expect(await failing(run(findUser))).toMatchObject({
    code: 'missing_input',
    message: expect.stringMatching(/^"Name or Email Address" is empty/),
  });
});
