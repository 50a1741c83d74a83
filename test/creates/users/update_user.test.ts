import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const updateUser = App.creates.update_user;

describe('update_user', () => {
  test('changes what is given, in one request', async () => {
    highLevel()
      .put('/users/u1ZbR4xVnL0shT7gK2mW', {
        firstName: 'Sam',
        lastName: 'Agent',
        phone: '+15550100111',
        role: 'admin',
        scopes: ['contacts.write'],
        scopesAssignedToOnly: ['contacts.write'],
        profilePhoto: 'https://example.com/sam.jpg',
        platformLanguage: 'fr_CA',
      })
      .reply(200, {
        id: 'u1ZbR4xVnL0shT7gK2mW',
        firstName: 'Sam',
        roles: { role: 'admin', type: 'account' },
      });

    const result = await run(updateUser, {
      inputData: {
        userId: 'u1ZbR4xVnL0shT7gK2mW',
        firstName: 'Sam',
        lastName: 'Agent',
        phone: '+1 555 010 0111',
        role: 'admin',
        scopes: ['contacts.write'],
        scopesAssignedToOnly: ['contacts.write'],
        profilePhoto: 'https://example.com/sam.jpg',
        platformLanguage: 'fr_CA',
      },
    });

    expect(result).toMatchObject({ id: 'u1ZbR4xVnL0shT7gK2mW', role: 'admin' });
  });

  test('changes some permissions and sends the others along as they are', async () => {
    highLevel()
      .get('/users/u1ZbR4xVnL0shT7gK2mW')
      .reply(200, {
        id: 'u1ZbR4xVnL0shT7gK2mW',
        permissions: {
          contactsEnabled: true,
          settingsEnabled: true,
          tagsEnabled: false,
          somethingNew: true,
        },
      });
    highLevel()
      .put('/users/u1ZbR4xVnL0shT7gK2mW', {
        permissions: {
          contactsEnabled: true,
          settingsEnabled: true,
          tagsEnabled: true,
        },
      })
      .reply(200, { id: 'u1ZbR4xVnL0shT7gK2mW' });

    const result = await run(updateUser, {
      inputData: { userId: 'u1ZbR4xVnL0shT7gK2mW', rights: ['tagsEnabled'] },
    });

    expect(result).toMatchObject({ id: 'u1ZbR4xVnL0shT7gK2mW' });
  });

  test('removes all other rights when asked to', async () => {
    highLevel()
      .get('/users/u1ZbR4xVnL0shT7gK2mW')
      .reply(200, { id: 'u1ZbR4xVnL0shT7gK2mW', permissions: { contactsEnabled: true } });
    let sent: unknown;
    highLevel()
      .put('/users/u1ZbR4xVnL0shT7gK2mW', (body) => {
        sent = body;
        return true;
      })
      .reply(200, { id: 'u1ZbR4xVnL0shT7gK2mW' });

    await run(updateUser, {
      inputData: { userId: 'u1ZbR4xVnL0shT7gK2mW', rights: ['tagsEnabled'], otherRights: 'remove' },
    });

    expect(sent).toMatchObject({
      permissions: { contactsEnabled: false, settingsEnabled: false, tagsEnabled: true },
    });
  });

  test('wants something to change', async () => {
    await expect(
      run(updateUser, { inputData: { userId: 'u1ZbR4xVnL0shT7gK2mW', scopes: [] } }),
    ).rejects.toThrow(/Nothing to change/);
  });
});
