import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { makeTempFolder, removeFolder } from '../../local/index.ts';
import {
  checkEnvironment,
  startCheckServer,
  type CheckServer,
} from '../../scripts/check/check-server.ts';
import { nodeArguments, runCommand } from '../../scripts/lib/command.ts';
import { readJsonObject, ROOT } from '../../scripts/lib/project.ts';
import { runZapierCli } from '../../scripts/lib/zapier-cli.ts';

let server: CheckServer;

beforeAll(async () => {
  server = await startCheckServer();
});

afterAll(async () => {
  await server.close();
});

describe('npm run validate', () => {
  test('runs the checks of the real CLI without the network, and passes', async () => {
    const result = await runCommand(
      process.execPath,
      nodeArguments(join(ROOT, 'scripts', 'validate.ts')),
      // A login that lies around is not used, and no address but the stand-in's is asked.
      { cwd: ROOT, env: { ...process.env, ZAPIER_DEPLOY_KEY: 'made-up-deploy-key' } },
    );
    expect(result.output).toContain('This project is structurally sound!');
    expect(result.output).toMatch(/- \d{2} checks passed/);
    expect(result.output).toContain('Integration checks passed, no issues found.');
    expect(result.code).toBe(0);
  });
});

describe("The stand-in for Zapier's checks", () => {
  let folder = '';

  beforeAll(() => {
    folder = makeTempFolder();
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const { version } = readJsonObject(
      join(ROOT, 'node_modules', 'zapier-platform-core', 'package.json'),
    );
    const manifest = { name: 'notes', version: '1.0.0', main: 'index.js' };
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ ...manifest, dependencies: { 'zapier-platform-core': version } }),
    );
    writeFileSync(
      join(folder, 'index.js'),
      `module.exports = {
        version: '1.0.0',
        platformVersion: '${String(version)}',
        flags: { cleanInputData: false },
        creates: {
          add_note: {
            key: 'add_note',
            noun: 'Note',
            display: { label: 'Add note', description: 'Adds a note.' },
            operation: {
              perform: () => ({ id: '1' }),
              inputFields: [{ key: 'title', label: 'Title' }],
              sample: { id: '1', title: 'Call' },
              outputFields: [{ key: 'id', label: 'Note ID' }, { key: 'title', label: 'Title' }],
            },
          },
        },
      };`,
    );
  });

  afterAll(() => {
    removeFolder(folder);
  });

  test('has the CLI print what a rule finds, with its number', async () => {
    const { output } = await runZapierCli(['validate', '--format', 'plain'], {
      cwd: folder,
      env: checkEnvironment(server),
    });
    expect(output).toContain('- 1 checks failed');
    expect(output).toContain('creates.add_note');
    expect(output).toContain('"Add Note" in title case. (D018)');
    expect(server.findings()).toBe(1);
  });

  test('answers nothing but checks', async () => {
    const ask = (path: string, init: RequestInit) =>
      fetch(`${server.url}/api/platform/cli${path}`, init).then(({ status }) => status);
    const post = (body: string) => ask('/check', { method: 'POST', body });
    expect(await ask('/check', {})).toBe(404);
    expect(await ask('/apps/1', { method: 'POST', body: '{}' })).toBe(404);
    expect(await post('{}')).toBe(400);
    expect(await post('no JSON')).toBe(400);
  });
});
