import { describe, expect, test } from '@jest/globals';

import { toRecord, type RawRecord } from '../../../resources/values.ts';
import { App, AUTH_DATA, highLevel, LOCATION_ID, run, runMethod } from '../../support/app.ts';
import { choicesOf } from '../../support/fields.ts';

const createUser = App.creates.create_user;

const NAMED = { firstName: 'Sam', lastName: 'Agent', email: 'Sam@example.com', role: 'user' };

/** Answers as HighLevel does, and gives what was sent. */
async function sentFor(inputData: RawRecord): Promise<{ sent: RawRecord; result: unknown }> {
  let sent: RawRecord = {};
  highLevel()
    .post('/users/', (body: unknown) => {
      sent = toRecord(body);
      return true;
    })
    .matchHeader('version', '2021-07-28')
    .reply(201, {
      id: 'u1ZbR4xVnL0shT7gK2mW',
      ...NAMED,
      name: 'Sam Agent',
      roles: { type: 'account', role: 'user', locationIds: [LOCATION_ID] },
    });
  const result = await run(createUser, { inputData });
  return { result, sent };
}

describe('create_user', () => {
  test('creates a user of the sub-account', async () => {
    const { sent, result } = await sentFor(NAMED);

    const { password, ...others } = sent;
    expect(others).toEqual({
      companyId: AUTH_DATA.companyId,
      firstName: 'Sam',
      lastName: 'Agent',
      email: 'sam@example.com',
      type: 'account',
      role: 'user',
      locationIds: [LOCATION_ID],
    });
    expect(password).toMatch(/^[\w-]{32}aA1!$/);
    expect(result).toMatchObject({
      id: 'u1ZbR4xVnL0shT7gK2mW',
      role: 'user',
      locationIds: [LOCATION_ID],
    });
  });

  test('sets another password each time and gives it to nobody', async () => {
    const first = await sentFor(NAMED);
    const second = await sentFor(NAMED);

    expect(first.sent['password']).not.toBe(second.sent['password']);
    expect(JSON.stringify(first.result)).not.toContain(String(first.sent['password']));
  });

  test('sends rights, phone numbers and language as they were chosen', async () => {
    const { sent } = await sentFor({
      ...NAMED,
      phone: '+1 555 010 0111',
      inboundNumber: '+15550100100',
      rights: ['contactsEnabled'],
      otherRights: 'remove',
      scopes: ['contacts.write', 'conversations.readonly'],
      scopesAssignedToOnly: ['opportunities.write'],
      profilePhoto: 'https://example.com/sam.jpg',
      platformLanguage: 'de',
    });

    expect(sent).toMatchObject({
      phone: '+15550100111',
      twilioPhone: { [LOCATION_ID]: '+15550100100' },
      permissions: { contactsEnabled: true, settingsEnabled: false, refundsEnabled: false },
      scopes: ['contacts.write', 'conversations.readonly'],
      scopesAssignedToOnly: ['opportunities.write'],
      profilePhoto: 'https://example.com/sam.jpg',
      platformLanguage: 'de',
    });
  });

  test('sends no empty list of scopes, which would take every right away', async () => {
    const { sent } = await sentFor({ ...NAMED, scopes: [], scopesAssignedToOnly: [' '] });

    expect(Object.keys(sent)).not.toContain('scopes');
    expect(Object.keys(sent)).not.toContain('scopesAssignedToOnly');
  });

  test('sends only the rights that were chosen where the others stay as they are', async () => {
    const { sent } = await sentFor({ ...NAMED, rights: ['tagsEnabled'], otherRights: 'keep' });
    expect(sent['permissions']).toEqual({ tagsEnabled: true });
  });

  test('refuses to remove every right', async () => {
    const inputData = { ...NAMED, otherRights: 'remove' };
    await expect(run(createUser, { inputData })).rejects.toThrow(/Choose at least one/);
  });

  test('says what to do when the connection names no agency', async () => {
    const authData = { ...AUTH_DATA, companyId: '' };
    await expect(run(createUser, { inputData: NAMED, authData })).rejects.toThrow(
      /which agency.*Reconnect HighLevel/,
    );
  });

  test('asks to look before a replay when the outcome is unknown', async () => {
    highLevel().post('/users/').reply(504, '');

    await expect(run(createUser, { inputData: NAMED })).rejects.toThrow(
      /may or may not have worked/,
    );
  });

  test('offers the scopes of HighLevel in words, each once', async () => {
    const offered = await runMethod(choicesOf(createUser, 'scopes'));
    // A dropdown answers this.
    const { results } = offered as { results: { id: string; label: string }[] };

    expect(results).toContainEqual({
      id: 'contacts/bulkActions.write',
      label: 'Contacts, Bulk Actions: Edit',
    });
    expect(results).toContainEqual({ id: 'audit-logs.export', label: 'Audit Logs: Export' });
    expect(results).toHaveLength(189);
    expect(new Set(results.map(({ label }) => label)).size).toBe(189);
  });
});
