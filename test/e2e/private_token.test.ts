import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';

import { PackagedApp, type LocalZapier } from '../../local/index.ts';
import { needsRelay } from '../../lib/operations/offer.ts';
import { isRecord, toList, toRecord, toText, type RawRecord } from '../../resources/values.ts';
import { readIntegration, visible } from '../../scripts/check/integration.ts';
import { ONE_RECORD, runAll } from '../../scripts/check/live/runs.ts';
import type { LiveRun } from '../../scripts/check/rules/live.ts';
import { EACH_VISIBLE } from '../support/operations.ts';
import { sharedZapier } from '../support/shared_zapier.ts';
import { tokenPackage } from '../support/token_package.ts';

let zapier: LocalZapier;
let definition: RawRecord;

beforeAll(async () => {
  const shared = await sharedZapier();
  const { sandbox } = shared;
  const app = await PackagedApp.open({
    requestLog: false,
    zip: await tokenPackage(),
    env: await sandbox.connectorSettings(),
  });
  const { locationId = '' } = shared.authData;
  const { token } = await sandbox.post('/tokens', { locationId, private: true });
  zapier = shared.beside({ app, authData: { access_token: toText(token) ?? '', locationId } });
  definition = await zapier.app.definition();
});

afterAll(() => zapier.app.close());

const operations = (kind: string) =>
  Object.values(toRecord(definition[kind])).map((entry) => toRecord(toRecord(entry)['operation']));

const keys = (kind: string) => Object.keys(toRecord(definition[kind]));

describe('A version with AUTH=token', () => {
  beforeEach(() => zapier.reset());

  test("is valid by Zapier's schema", async () => {
    expect(await zapier.app.validate()).toEqual([]);
  });

  test('asks for the token, which is secret, and for the sub-account', () => {
    const { type, fields } = toRecord(definition['authentication']);
    expect({ type, fields }).toEqual({
      type: 'custom',
      fields: [
        expect.objectContaining({ key: 'access_token', type: 'password', required: true }),
        expect.objectContaining({ key: 'locationId', required: true, isNoSecret: true }),
      ],
    });
  });

  test('has every trigger, search and action that needs no webhook, and the others not', () => {
    const all = [...operations('triggers'), ...operations('creates')];
    const needsWebhook = all.filter((one) => one['type'] === 'hook' || 'performResume' in one);
    expect(needsWebhook).toEqual([]);
    expect(keys('triggers')).toEqual(
      expect.arrayContaining([
        'new_contact',
        'new_conversation',
        'new_message',
        'unread_conversation',
      ]),
    );
    const hidden = Object.values(toRecord(definition['triggers'])).filter(
      (entry) => isRecord(entry) && toRecord(entry['display'])['hidden'] === true,
    );
    expect(hidden.map((entry) => toText(toRecord(entry)['key']))).not.toContain('new_contact');
  });

  test('is named after its sub-account', async () => {
    const { authData } = zapier;
    expect(Object.keys(authData).sort()).toEqual(['access_token', 'locationId']);
    expect(
      await zapier.app.one({ method: 'authentication.test', bundle: { authData } }),
    ).toMatchObject({ id: authData['locationId'], name: 'Harbour Dental' });
  });

  test('runs a trigger, a search and an action, with the agency that a new user belongs to', async () => {
    expect((await zapier.poll('new_contact')).length).toBeGreaterThan(0);
    expect(await zapier.search('find_sub_account', {})).toMatchObject([{ name: 'Harbour Dental' }]);
    expect(
      await zapier.create('create_user', {
        firstName: 'Uma',
        lastName: 'User',
        email: 'uma@example.com',
        role: 'user',
      }),
    ).toMatchObject({ email: 'uma@example.com' });
  });

  const findTag = (authData: Record<string, string>) =>
    zapier.run('searches.find_tag', { name: 'vip' }, { authData });

  test('asks to reconnect when the token has ended', async () => {
    const authData = {
      ...zapier.authData,
      access_token: 'pit-00000000-0000-0000-0000-000000000000',
    };
    await expect(findTag(authData)).rejects.toMatchObject({
      name: 'ExpiredAuthError',
      summary: expect.stringContaining('reconnect with it'),
    });
  });

  test('names the scope that the token lacks, and what to do, and stays connected', async () => {
    const { token } = await zapier.sandbox.post('/tokens', {
      locationId: zapier.authData['locationId'],
      private: true,
      withoutScopes: ['locations/tags.readonly'],
    });
    const authData = { ...zapier.authData, access_token: toText(token) ?? '' };
    await expect(findTag(authData)).rejects.toMatchObject({
      name: 'AppError',
      summary:
        'This step needs the HighLevel permission "View Tags" (locations/tags.readonly), which the token of this connection does not have. ' +
        'In HighLevel, open Settings > Private Integrations and add the scope to the integration.',
    });
    expect(toList(await findTag(zapier.authData))).toEqual(expect.any(Array));
  });
});

describe('Every trigger, search and action of such a version', () => {
  const runs = new Map<string, LiveRun>();

  beforeAll(async () => {
    const operations = visible(readIntegration(definition));
    for (const run of await runAll(operations, zapier, ONE_RECORD))
      runs.set(run.operation.path, run);
  });

  const withoutWebhooks = EACH_VISIBLE.filter(([, { operation }]) => !needsRelay(operation));

  test('is one that needs no webhooks, and none of these is missing', () => {
    expect([...runs.keys()].toSorted()).toEqual(withoutWebhooks.map(([path]) => path).toSorted());
  });

  test.each(withoutWebhooks)('%s runs, and gives what it does', (path) => {
    const { error, results = [], tries } = runs.get(path) ?? {};
    expect(error).toBeUndefined();
    // What was tried says why nothing came.
    expect(results.length > 0 ? [] : tries).toEqual([]);
  });
});
