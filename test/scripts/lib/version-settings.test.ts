import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from '@jest/globals';

import { closeServer, listen } from '../../../local/index.ts';
import { settingsOfVersion } from '../../../scripts/lib/version-settings.ts';

/** What Zapier's API answers the CLI. */
const ANSWERS: Readonly<Record<string, unknown>> = {
  '/apps/1': { id: 1, key: 'App1', title: 'Example' },
  '/apps/1/versions': {
    objects: [{ version: '1.0.0', platform_version: '19.1.0', user_count: 0, lifecycle: {} }],
  },
  '/apps/1/versions/1.0.0/environment': {
    objects: [
      { key: 'CLIENT_ID', value: '[abc]' },
      { key: 'HOOK_RELAY_URL', value: 'https://relay.example.com' },
    ],
  },
};

let server: Server;
let folder: string;
const before = { ...process.env };

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = (request.url ?? '').replace(/^.*\/cli(?=\/apps)/, '').replace(/\?.*$/, '');
    const answer = ANSWERS[path];
    response
      .writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
      .end(JSON.stringify(answer ?? { errors: [`Nothing at ${path}`] }));
  });
  folder = mkdtempSync(join(tmpdir(), 'settings-'));
  const appFile = join(folder, 'app.json');
  writeFileSync(appFile, JSON.stringify({ id: 1, key: 'App1' }));
  Object.assign(process.env, {
    ZAPIER_BASE_ENDPOINT: await listen(server),
    ZAPIER_DEPLOY_KEY: 'a-deploy-key',
    ZAPIER_CURRENT_APP_FILE: appFile,
  });
});

afterAll(async () => {
  process.env = before;
  rmSync(folder, { recursive: true });
  await closeServer(server);
});

test("reads a version's variables with Zapier's own CLI", async () => {
  const settings = await settingsOfVersion('1.0.0');
  expect(Object.fromEntries(settings)).toEqual({
    CLIENT_ID: '[abc]',
    HOOK_RELAY_URL: 'https://relay.example.com',
  });
});

test('knows that a new version has none', async () => {
  expect([...(await settingsOfVersion('2.0.0'))]).toEqual([]);
});

test('says what the CLI said when Zapier cannot be asked', async () => {
  process.env['ZAPIER_BASE_ENDPOINT'] = 'http://127.0.0.1:1';
  await expect(settingsOfVersion('1.0.0')).rejects.toThrow('zapier-platform versions --all failed');
});
