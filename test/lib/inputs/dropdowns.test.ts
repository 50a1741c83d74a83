import { describe, expect, test } from '@jest/globals';
import type { Bundle, ZObject } from 'zapier-platform-core';

import { dropdownOf, type SharedDropdown } from '../../../lib/inputs/dropdowns.ts';
import { highLevel, runMethod } from '../../support/app.ts';

const USERS = {
  users: [
    { id: 'u1ZbR4xVnL0shT7gK2mW', name: 'Sam Agent' },
    { id: 'u2ZbR4xVnL0shT7gK2mW', name: 'Ada Agent' },
  ],
};

const CONVERSATIONS = {
  conversations: [
    { id: 'cv1ZbR4xVnL0shT7gK2m', contactName: 'Anna Example' },
    { id: 'cv2ZbR4xVnL0shT7gK2m', contactName: 'Anna Exampleton' },
  ],
};

const CONTACTS = { contacts: [{ id: 'con1ZbR4xVnL0shT7gK2', email: 'anna@example.com' }] };

function find(name: SharedDropdown, typed: string) {
  const { finder } = dropdownOf(name).perform;
  return runMethod((z: ZObject, bundle: Bundle) => finder(z, bundle, typed, 'Record'));
}

describe('The shared dropdown', () => {
  test.each(['user', 'assignee'] as const)('%s finds a user by name', async (name) => {
    highLevel().get('/users/').query(true).reply(200, USERS);
    await expect(find(name, 'ada agent')).resolves.toBe('u2ZbR4xVnL0shT7gK2mW');
  });

  test('contact finds a contact by email address', async () => {
    highLevel().post('/contacts/search').reply(200, CONTACTS);
    await expect(find('contact', 'anna@example.com')).resolves.toBe('con1ZbR4xVnL0shT7gK2');
  });

  test('conversation finds a conversation by the name of its contact', async () => {
    highLevel().get('/conversations/search').query(true).reply(200, CONVERSATIONS);
    await expect(find('conversation', 'anna example')).resolves.toBe('cv1ZbR4xVnL0shT7gK2m');
  });
});
