import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { json as readJson } from 'node:stream/consumers';

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';

import { closeServer, listen, makeTempFolder, removeFolder } from '../../local/index.ts';
import { isRecord } from '../../resources/values.ts';
import { nodeArguments, runCommand, type CommandResult } from '../../scripts/lib/command.ts';
import { readPackage } from '../../scripts/lib/package.ts';
import { ROOT } from '../../scripts/lib/project.ts';
import { sha256 } from '../../scripts/lib/zip.ts';

const SECRET = 'made-up-secret-4711';
const DEPLOY_KEY = 'made-up-deploy-key';

interface Call {
  method: string;
  path: string;
  deployKey: string | undefined;
  body: Record<string, unknown>;
}

const INTEGRATION = { id: 4711, status: 'public', title: 'HighLevel Conversations' };
const VERSIONS = { objects: [] };

/** A stand-in for Zapier's API, which knows the integration 4711 and takes what is uploaded. */
let zapier: Server;
let zapierUrl = '';
let calls: Call[] = [];

const NOT_PACKAGED = ['node_modules', '.git', 'build', 'dist', '.relay'];

/** The connector and what packages it stand without them. */
const OTHER_PARTS = ['bench', 'docs', 'recipes', 'relay', 'sandbox', 'test', 'workbench'];

/** A copy of the project, with secrets lying around where a person might leave them. */
let copy = '';

beforeAll(async () => {
  zapier = createServer((request, response) => {
    const read = request.method === 'GET' ? Promise.resolve({}) : readJson(request);
    void read.then((body) => {
      const deployKey = request.headers['x-deploy-key'];
      calls.push({
        method: request.method ?? '',
        path: request.url ?? '',
        deployKey: typeof deployKey === 'string' ? deployKey : undefined,
        body: isRecord(body) ? body : {},
      });
      response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(request.url?.endsWith('/versions') ? VERSIONS : INTEGRATION));
    });
  });
  zapierUrl = await listen(zapier);

  copy = makeTempFolder();
  const left = [...NOT_PACKAGED, ...OTHER_PARTS].map((name) => join(ROOT, name));
  cpSync(ROOT, copy, { recursive: true, filter: (path) => !left.includes(path) });
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  writeFileSync(join(copy, 'linked.json'), JSON.stringify({ id: 4711, key: 'App4711' }));
  mkdirSync(join(copy, 'lib'), { recursive: true });
  for (const path of ['.env', '.env.production', 'lib/.env', 'lib/secrets.json', 'secrets.txt']) {
    writeFileSync(join(copy, path), `CLIENT_SECRET=${SECRET}\n`);
  }
});

afterEach(() => {
  calls = [];
});

afterAll(async () => {
  removeFolder(copy);
  await closeServer(zapier);
});

function environment(more: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const bin = join(ROOT, 'node_modules', '.bin');
  return {
    PATH: `${bin}:${process.env['PATH']}`,
    HOME: join(copy, 'home'),
    DISABLE_ZAPIER_ANALYTICS: '1',
    NO_UPDATE_NOTIFIER: '1',
    ZAPIER_BASE_ENDPOINT: zapierUrl,
    ...more,
  };
}

const LINKED = { ZAPIER_DEPLOY_KEY: DEPLOY_KEY, ZAPIER_CURRENT_APP_FILE: 'linked.json' };

function push(env: NodeJS.ProcessEnv): Promise<CommandResult> {
  const args = nodeArguments(join(copy, 'scripts', 'push.ts'));
  return runCommand(process.execPath, args, { cwd: copy, env: environment(env) });
}

function zapierCli(command: string, start: string): Promise<CommandResult> {
  return runCommand(process.execPath, [join(copy, start), command], {
    cwd: copy,
    env: environment(LINKED),
  });
}

/** The output as one line of words: the CLI breaks and indents an error to its own taste. */
function words(output: string): string {
  return output.replaceAll(/[\s›]+/g, ' ');
}

describe('npm run push', () => {
  test('uploads the zip that it packaged, and sources without secrets', async () => {
    const { version } = readPackage();
    const result = await push(LINKED);
    expect(result).toMatchObject({ code: 0 });
    expect(result.output).toContain(
      'https://zapier.com/dashboard/auth/oauth/return/App4711CLIAPI/',
    );
    expect(calls.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /api/platform/cli/apps/4711',
      'GET /api/platform/cli/apps/4711/versions',
      'GET /api/platform/cli/apps/4711',
      `PUT /api/platform/cli/apps/4711/versions/${version}`,
    ]);
    const upload = calls.at(-1);
    expect(upload?.deployKey).toBe(DEPLOY_KEY);
    const buildZip = Buffer.from(String(upload?.body['zip_file']), 'base64');
    const sourceZip = Buffer.from(String(upload?.body['source_zip_file']), 'base64');
    expect(sha256(buildZip)).toBe(sha256(readFileSync(join(copy, 'build', 'build.zip'))));
    expect(result.output).toContain(sha256(buildZip));
    // Zapier knows no such version yet, so it has no webhook relay.
    expect(result.output).toContain('HOOK_RELAY_URL is not set for this version');
    for (const zip of [buildZip, sourceZip]) {
      for (const [path, content] of Object.entries(unzipSync(zip))) {
        expect({ path, hasSecret: strFromU8(content).includes(SECRET) }).toEqual({
          path,
          hasSecret: false,
        });
      }
    }
  });

  test('says what to do when the project is not connected to an integration', async () => {
    const result = await push({
      ZAPIER_DEPLOY_KEY: DEPLOY_KEY,
      ZAPIER_CURRENT_APP_FILE: 'none.json',
    });
    expect(result.code).toBe(1);
    expect(result.output).toContain('npx zapier-platform register');
    expect(calls).toEqual([]);
  });
});

describe("the Zapier CLI in the project's own folder", () => {
  test.each([
    ['build', 'scripts/lib/zapier-cli-command.mjs'],
    // As a person starts it, which takes three times as long.
    ['push', 'node_modules/zapier-platform-cli/src/bin/run'],
  ])('%s stops with the commands to use instead', async (command, start) => {
    const result = await zapierCli(command, start);
    expect(result.code).not.toBe(0);
    expect(words(result.output)).toContain('npm run package to make build/build.zip');
    expect(words(result.output)).toContain('npm run push to make it and upload it to Zapier');
    expect(calls.filter(({ method }) => method === 'PUT')).toEqual([]);
  });
});
