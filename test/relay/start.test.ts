import { afterEach, describe, expect, test } from '@jest/globals';

import { makeTempFolder, QUICK_WEBASSEMBLY, removeFolder } from '../../local/index.ts';
import { startHarness } from './support/harness.ts';
import { makeLanePGlite } from './support/lane-pglite.ts';
import {
  startQuickRelay,
  startRelayProcess,
  StartError,
  type RelayProcess,
} from './support/relay-process.ts';

const relays: RelayProcess[] = [];
afterEach(async () => {
  await Promise.all(relays.splice(0).map((relay) => relay.stop()));
});

async function start(
  environment: Record<string, string>,
  startRelay = startQuickRelay,
): Promise<RelayProcess> {
  const relay = await startRelay(environment);
  relays.push(relay);
  return relay;
}

async function failureOf(environment: Record<string, string>): Promise<StartError> {
  try {
    await start(environment);
  } catch (error) {
    if (error instanceof StartError) return error;
    throw error;
  }
  throw new Error('The relay started.');
}

describe('start', () => {
  test('on an empty folder, and on what was left in it, which no two relays share; it says that PGlite does not survive a power failure', async () => {
    const folder = makeTempFolder();
    const environment = { RELAY_DATA_DIR: `${folder}/deep/inside` };
    // As an operator starts it.
    const relay = await start(environment, (settings) =>
      startRelayProcess(settings, [QUICK_WEBASSEMBLY]),
    );
    expect(relay.log.join('\n')).toMatch(
      /not a power failure; to survive that too, set DATABASE_URL/,
    );
    expect(await relay.stop()).toBe(0);
    // And again, on what it left, which two relays do not share.
    const again = await start(environment);
    const { code, output } = await failureOf(environment);
    expect(code).toBe(1);
    expect(output).toMatch(/in use by another relay/);
    // The lock of one that was killed keeps nobody out.
    await again.kill();
    const next = await start(environment);
    expect(await next.stop()).toBe(0);
    removeFolder(folder);
  });

  test('bad configuration: everything is named at once, exit code 2, no secret printed', async () => {
    const { code, output } = await failureOf({
      PORT: 'nonsense',
      DATABASE_URL: 'mysql://user:password-of-the-database@localhost/relay',
      RELAY_ENCRYPTION_KEY: 'much-too-short',
      RELAY_TARGET_HOSTS: 'http://',
    });
    expect(code).toBe(2);
    const named = ['PORT', 'DATABASE_URL', 'RELAY_TARGET_HOSTS', 'RELAY_ENCRYPTION_KEY'];
    expect(output.split('\n').map((line) => line.split(' ')[1])).toEqual(named);
    expect(output).not.toMatch(/password-of-the-database|much-too-short/);
  });

  test('an unreachable database is a failure, told without its password', async () => {
    const { code, output } = await failureOf({
      DATABASE_URL: 'postgres://user:password-of-the-database@127.0.0.1:1/relay',
      HIGHLEVEL_APP_ID: 'appOfThisRelay1',
    });
    expect(code).toBe(1);
    expect(output).toMatch(/"step":"open the database","msg":"relay starting"/);
    expect(output).toMatch(/The database of DATABASE_URL cannot be opened: .+"msg":"relay failed"/);
    expect(output).not.toMatch('password-of-the-database');
  });

  test('a folder that is none is a failure that names its setting', async () => {
    const { code, output } = await failureOf({ RELAY_DATA_DIR: '/dev/null/relay' });
    expect(code).toBe(1);
    expect(output).toMatch(
      /The database of RELAY_DATA_DIR cannot be opened: .+"msg":"relay failed"/,
    );
  });

  test('without an admin token, /metrics and /admin say how to get one', async () => {
    const harness = await startHarness(makeLanePGlite, { RELAY_ADMIN_TOKEN: '' });
    for (const path of ['/metrics', '/admin/dead-letters']) {
      const answer = await fetch(`${harness.relay.url}${path}`);
      expect(answer.status).toBe(403);
      expect(await answer.json()).toMatchObject({
        error: 'no_admin_token',
        message: expect.stringMatching('RELAY_ADMIN_TOKEN'),
      });
    }
    await harness.close();
  });
});
