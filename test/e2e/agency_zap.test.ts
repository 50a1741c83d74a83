import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { copyEmptyDatabase, type InstantZap, type LocalZapier } from '../../local/index.ts';
import { toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { failing } from '../support/failure.ts';
import { sharedZapier } from '../support/shared_zapier.ts';

/** HighLevel's tokens, and those of the sandbox, are JSON Web Tokens. */
const TOKEN = /eyJ[\w-]+\.eyJ[\w-]+\./;

let zapier: LocalZapier;
let database: string;
let zap: InstantZap;
let first: string;
let second: string;

beforeAll(async () => {
  database = mkdtempSync(join(tmpdir(), 'highlevel-relay-'));
  copyEmptyDatabase(database);
  zapier = await sharedZapier({
    relay: 'process',
    relaySettings: { RELAY_DATA_DIR: database, RELAY_LOG_LEVEL: 'trace' },
  });
  zapier.app.requestLog = true;
  const { sandbox } = zapier;
  const { subAccounts } = await sandbox.info();
  [first = '', second = ''] = subAccounts.map(({ id }) => id);
  const tokens = await sandbox.post('/tokens', { company: true, locationIds: [first, second] });
  const kept = ['access_token', 'refresh_token', 'companyId', 'userId', 'scope', 'userType'];
  zapier.authData = Object.fromEntries(kept.map((key) => [key, toText(tokens[key]) ?? '']));
  zapier.authData['locationId'] = '';
  zap = zapier.instantZap('new_inbound_message', { sub_account: 'all_sub_accounts' });
});

afterAll(async () => {
  await zapier.relay?.close();
  rmSync(database, { recursive: true, force: true });
});

/** A contact of a sub-account writes. */
async function write(locationId: string, body: string): Promise<void> {
  const [contact] = await zapier.sandbox.list(`/state/contacts?locationId=${locationId}`);
  await zapier.sandbox.post('/messages', { contactId: contact?.['id'], channel: 'SMS', body });
}

/** HighLevel tells the relay of an install, which is there then. */
async function tell(type: 'INSTALL' | 'UNINSTALL', locationId: string): Promise<void> {
  await zapier.sandbox.post('/events', { type, locationId });
  await zapier.sandbox.list('/deliveries');
}

/** The action of the Zap, with the sub-account mapped from its trigger. */
const addNote = (message: RawRecord) =>
  zapier.create('add_note', {
    sub_account: message['locationId'],
    contactId: message['contactId'],
    body: `Wrote: ${toText(message['body']) ?? ''}`,
  });

/** Runs the Zap for the next message. */
async function runZap(): Promise<{ message: RawRecord; note: RawRecord }> {
  const [message = {}] = await zap.next();
  return { message: toRecord(await zapier.hydrate(message)), note: await addNote(message) };
}

test('One Zap of an agency runs for each client in its own sub-account, and stops for one that uninstalls the app', async () => {
  const { sandbox } = zapier;
  expect((await zap.samples()).length).toBeGreaterThan(0);
  await zap.switchOn();

  for (const [locationId, body] of [
    [first, 'From the first'],
    [second, 'From the second'],
  ] as const) {
    await write(locationId, body);
    const since = (await sandbox.list('/requests')).length;
    const { message, note } = await runZap();
    expect(message).toMatchObject({ locationId, body, contact: { name: expect.any(String) } });
    expect(note).toMatchObject({ bodyText: `Wrote: ${body}` });
    const touched = (await sandbox.list('/requests'))
      .slice(since)
      .filter(({ path }) => !String(path).startsWith('/oauth/'))
      .map(({ subAccount }) => subAccount);
    expect([...new Set(touched)]).toEqual([locationId]);
  }

  await tell('UNINSTALL', second);
  await write(second, 'After the uninstall');
  await write(first, 'Still here');
  expect((await runZap()).message).toMatchObject({ locationId: first, body: 'Still here' });
  expect(zap.waiting).toBe(0);
  const [contact] = await sandbox.list(`/state/contacts?locationId=${second}`);
  const refused = await failing(
    addNote({ locationId: second, contactId: contact?.['id'], body: 'Late' }),
  );
  expect(refused).toMatchObject({ name: 'AppError', code: 'not_installed' });
  expect(refused.message).not.toMatch(TOKEN);

  await tell('INSTALL', second);
  await write(second, 'Back again');
  expect((await runZap()).message).toMatchObject({ locationId: second, body: 'Back again' });
  await zap.switchOff();
  await write(first, 'After the end');
  await sandbox.list('/deliveries');
  expect(zap.waiting).toBe(0);
});

test('No token is in a log, or in the database of the relay', async () => {
  const { app, authData, relay } = zapier;
  await relay?.close();
  const files = readdirSync(database, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1'));
  expect(files.some((text) => text.includes(authData['companyId'] ?? ''))).toBe(true);
  const written = [...files, JSON.stringify(app.rpc.logs), relay?.output() ?? ''];
  expect(written.filter((text) => TOKEN.test(text))).toEqual([]);
});
