import { expect, test } from '@jest/globals';

import { user } from '../../resources/user.ts';

const EXPECTED = {
  id: 'usr1ZbR4xVnL0shT7gK2',
  name: 'Sam Agent',
  firstName: 'Sam',
  lastName: 'Agent',
  email: 'sam@example.com',
  phone: '+15550100111',
  extension: '12',
  role: 'admin',
  type: 'account',
  locationIds: ['loc1ZbR4xVnL0shT7gK2', 'loc2ZbR4xVnL0shT7gK2'],
};

const PERSON = {
  id: 'usr1ZbR4xVnL0shT7gK2',
  firstName: 'Sam',
  lastName: 'Agent',
  email: 'sam@example.com',
  phone: '+15550100111',
  extension: '12',
  permissions: { campaignsEnabled: true },
};

test.each([
  [
    'the REST API, with roles in an object',
    {
      ...PERSON,
      name: 'Sam Agent',
      roles: {
        type: 'account',
        role: 'admin',
        locationIds: ['loc1ZbR4xVnL0shT7gK2', 'loc2ZbR4xVnL0shT7gK2'],
      },
    },
  ],
  [
    'webhooks, flat',
    {
      ...PERSON,
      type: 'account',
      role: 'admin',
      locations: ['loc1ZbR4xVnL0shT7gK2', 'loc2ZbR4xVnL0shT7gK2'],
      webhookId: 'w',
    },
  ],
  [
    'an older answer, with ids of its own key',
    {
      ...PERSON,
      type: 'account',
      role: 'admin',
      locationIds: ['loc1ZbR4xVnL0shT7gK2', 'loc2ZbR4xVnL0shT7gK2'],
    },
  ],
])('user reads %s', (_shape, raw) => {
  expect(user.parse(raw)).toEqual(EXPECTED);
});

test('a user without any name has none, rather than an empty one', () => {
  expect(user.parse({ id: 'usr1ZbR4xVnL0shT7gK2', name: '', firstName: '' }).name).toBeNull();
  expect(user.parse({ id: 'usr1ZbR4xVnL0shT7gK2', firstName: 'Sam' }).name).toBe('Sam');
});
