import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import type { LocalZapier } from '../../local/index.ts';
import { toRecord, toText } from '../../resources/values.ts';
import { sharedZapier, withRequestLog } from '../support/shared_zapier.ts';

let zapier: LocalZapier;

beforeAll(async () => {
  zapier = await sharedZapier();
});

beforeEach(async () => {
  await zapier.reset();
});

const NEWCOMER = {
  firstName: 'Nadia',
  lastName: 'Keller',
  email: 'nadia.keller@example.com',
  role: 'user',
};

describe('A user', () => {
  test('is created with rights, found, changed and deleted', async () => {
    const created = await zapier.create('create_user', {
      ...NEWCOMER,
      rights: ['contactsEnabled'],
      otherRights: 'remove',
      scopes: ['contacts.write', 'conversations.readonly'],
      inboundNumber: '+16175550100',
      platformLanguage: 'de',
    });
    const id = String(created['id']);
    const { locationId = '' } = zapier.authData;
    expect(created).toMatchObject({
      name: 'Nadia Keller',
      role: 'user',
      type: 'account',
      locationIds: [locationId],
    });
    expect(await zapier.sandbox.record('users', { id })).toMatchObject({
      permissions: { contactsEnabled: true, settingsEnabled: false },
      scopes: ['contacts.write', 'conversations.readonly'],
      twilioPhone: { [locationId]: '+16175550100' },
      platformLanguage: 'de',
    });

    const [found] = await zapier.search('find_user', { query: 'nadia' });
    expect(found).toMatchObject({ id });

    await zapier.create('update_user', { userId: id, role: 'admin', rights: ['settingsEnabled'] });
    const changed = await zapier.sandbox.record('users', { id });
    expect(changed).toMatchObject({
      role: 'admin',
      permissions: { contactsEnabled: true, settingsEnabled: true },
      scopes: ['contacts.write', 'conversations.readonly'],
    });
    expect(Object.keys(toRecord(changed['permissions']))).toHaveLength(38);

    const deleted = await zapier.create('delete_user', { userId: id });
    expect(deleted).toMatchObject({ id, deleted: true, message: expect.stringMatching(/^Queued/) });
    expect(await zapier.search('find_user', { query: 'nadia' })).toEqual([]);
  });

  test('keeps the usual rights when none are chosen', async () => {
    const { id } = await zapier.create('create_user', { ...NEWCOMER, scopes: [] });

    const { scopes } = await zapier.sandbox.record('users', { id: String(id) });
    expect(scopes).toContain('contacts.write');
  });

  test('has a password that no log of Zapier shows', async () => {
    await withRequestLog(zapier, () => zapier.create('create_user', NEWCOMER));

    const { logs } = zapier.app.rpc;
    const sent = logs.map(({ data }) => toText(data['request_data']) ?? '');
    const bodies = sent.filter((body) => body.includes(NEWCOMER.email));
    expect(bodies).toHaveLength(1);
    expect(bodies[0]).toMatch(/"password":"[^"]*censored[^"]*"/);
    expect(JSON.stringify(logs)).not.toMatch(/aA1!/);
  });

  test('with an address that is taken is refused in words', async () => {
    const taken = { ...NEWCOMER, email: 'dana.reyes@example.com' };
    await expect(zapier.create('create_user', taken)).rejects.toMatchObject({
      name: 'AppError',
      summary: expect.stringContaining('A user with this email already exists'),
    });
  });
});
