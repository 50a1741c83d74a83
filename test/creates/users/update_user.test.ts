import { describe, expect, test } from '@jest/globals';

import { App, highLevel, run } from '../../support/app.ts';

const updateUser = App.creates.update_user;

describe('update_user', () => {
  test('changes what is given, in one request', async () => {
    highLevel()
      .put('/users/u1', {
        firstName: 'Sam',
        lastName: 'Agent',
        phone: '+15550100111',
        role: 'admin',
        scopes: ['contacts.write'],
        scopesAssignedToOnly: ['contacts.write'],
        profilePhoto: 'https://example.com/sam.jpg',
        platformLanguage: 'fr_CA',
      })
      .reply(200, { id: 'u1', firstName: 'Sam', roles: { role: 'admin', type: 'account' } });

    const result = await run(updateUser, {
      inputData: {
        userId: 'u1',
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

    expect(result).toMatchObject({ id: 'u1', role: 'admin' });
  });

  test('changes some permissions and sends the others along as they are', async () => {
    highLevel()
      .get('/users/u1')
      .reply(200, {
        id: 'u1',
        permissions: {
          contactsEnabled: true,
          settingsEnabled: true,
          tagsEnabled: false,
          somethingNew: true,
        },
      });
    highLevel()
      .put('/users/u1', {
        permissions: {
          contactsEnabled: true,
          settingsEnabled: true,
          tagsEnabled: true,
        },
      })
      .reply(200, { id: 'u1' });

    const result = await run(updateUser, {
      inputData: { userId: 'u1', rights: ['tagsEnabled'] },
    });

    expect(result).toMatchObject({ id: 'u1' });
  });

  test('removes all other rights when asked to', async () => {
    highLevel()
      .get('/users/u1')
      .reply(200, { id: 'u1', permissions: { contactsEnabled: true } });
    let sent: unknown;
    highLevel()
      .put('/users/u1', (body) => {
        sent = body;
        return true;
      })
      .reply(200, { id: 'u1' });

    await run(updateUser, {
      inputData: { userId: 'u1', rights: ['tagsEnabled'], otherRights: 'remove' },
    });

    expect(sent).toMatchObject({
      permissions: { contactsEnabled: false, settingsEnabled: false, tagsEnabled: true },
    });
  });

  test('wants something to change', async () => {
    await expect(run(updateUser, { inputData: { userId: 'u1', scopes: [] } })).rejects.toThrow(
      /Nothing to change/,
    );
  });
});
