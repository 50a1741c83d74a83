import { describe, expect, test } from '@jest/globals';

import { ConfigurationError, readConfig } from '../../relay/config.ts';
import { HIGHLEVEL_PUBLIC_KEY } from '../../relay/signature.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  test('needs nothing: the defaults reach HighLevel and Zapier', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 4020,
      databaseUrl: undefined,
      dataDirectory: './.relay',
      highLevelUrl: 'https://services.leadconnectorhq.com',
      adminToken: undefined,
    });
    expect([...config.targets.hosts]).toEqual(['hooks.zapier.com', 'zapier.com']);
    expect(config.webhookKeys).toHaveLength(1);
    expect(config.keyring.currentKeyId).toBeNull();
  });

  test('takes an empty variable for a missing one', () => {
    expect(problemsOf({ PORT: '', DATABASE_URL: '', RELAY_ENCRYPTION_KEY: '' })).toEqual([]);
  });

  test('takes two keys while they rotate', () => {
    const raw = Buffer.alloc(32, 7).toString('base64');
    const key = Buffer.alloc(32, 8).toString('hex');
    const config = readConfig({
      HIGHLEVEL_WEBHOOK_PUBLIC_KEY: `${HIGHLEVEL_PUBLIC_KEY},${raw}`,
      RELAY_ENCRYPTION_KEY: `${raw},${key}`,
    });
    expect(config.webhookKeys).toHaveLength(2);
    expect(config.keyring.keyIds).toHaveLength(2);
  });

  test('needs the app where it is more than a trial: a database server and HighLevel itself', () => {
    const DATABASE_URL = 'postgres://relay@db.example.com/relay';
    expect(problemsOf({ DATABASE_URL })).toEqual([
      expect.stringMatching(/^HIGHLEVEL_APP_ID is missing\./),
    ]);
    expect(problemsOf({ DATABASE_URL, PORT: 'x' })).toHaveLength(2);
    expect(problemsOf({ DATABASE_URL, HIGHLEVEL_API_URL: 'http://127.0.0.1:4010' })).toEqual([]);
    expect(problemsOf({ DATABASE_URL, HIGHLEVEL_API_URL: 'http://127.0.0.1.example.com' })).toEqual(
      [expect.stringMatching(/^HIGHLEVEL_APP_ID/)],
    );
  });

  test.each([
    ['6512bd43d9caa6e02c990b0a', '6512bd43d9caa6e02c990b0a'],
    ['6512bd43d9caa6e02c990b0a-lm8x1a2b', '6512bd43d9caa6e02c990b0a'],
  ])('takes %s for the app', (HIGHLEVEL_APP_ID, appId) => {
    expect(readConfig({ HIGHLEVEL_APP_ID }).appId).toBe(appId);
  });

  test.each(['-', 'a b', 'short', 'https://marketplace.example.com/app'])(
    'does not take %s for an app',
    (HIGHLEVEL_APP_ID) => {
      expect(problemsOf({ HIGHLEVEL_APP_ID })).toEqual([
        expect.stringMatching(/^HIGHLEVEL_APP_ID must be the id/),
      ]);
    },
  );

  test('believes the proxies of its own network who calls, others when told, or none', () => {
    const proxiesOf = (text: string) => readConfig({ RELAY_TRUSTED_PROXIES: text }).trustedProxies;
    expect(proxiesOf('')).toEqual(['loopback', 'linklocal', 'uniquelocal']);
    expect(proxiesOf('10.1.2.3, 2001:db8::/32')).toEqual(['10.1.2.3', '2001:db8::/32']);
    expect(proxiesOf('none')).toEqual([]);
    for (const text of ['proxy.example.com', '10.0.0.0/33', '10.0.0.0/x', 'none,loopback']) {
      expect(problemsOf({ RELAY_TRUSTED_PROXIES: text })).toEqual([
        expect.stringMatching(/^RELAY_TRUSTED_PROXIES contains "/),
      ]);
    }
  });

  test('takes what Zapier takes for what a target takes, or less when told', () => {
    const targetTakes = (text: string) => readConfig({ RELAY_TARGET_MEGABYTES: text }).targetTakes;
    expect(targetTakes('')).toBe(10_000_000);
    expect(targetTakes('2')).toBe(2_000_000);
    for (const text of ['0', '0.5', '33', 'much']) {
      expect(problemsOf({ RELAY_TARGET_MEGABYTES: text })).toEqual([
        expect.stringMatching(/^RELAY_TARGET_MEGABYTES must be a whole number from 1 to 32/),
      ]);
    }
  });

  test('names everything that is wrong at once', () => {
    const problems = problemsOf({
      PORT: '70000',
      DATABASE_URL: 'mysql://localhost/relay',
      HIGHLEVEL_API_URL: 'services.leadconnectorhq.com',
      HIGHLEVEL_WEBHOOK_PUBLIC_KEY: 'nonsense',
      RELAY_TARGET_HOSTS: '*.zapier.com',
      RELAY_ADMIN_TOKEN: 'short',
      RELAY_ENCRYPTION_KEY: 'short',
      RELAY_LOG_LEVEL: 'loud',
      RELAY_GIVE_UP_AFTER_SECONDS: 'tomorrow',
    });
    expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
      'PORT',
      'RELAY_LOG_LEVEL',
      'DATABASE_URL',
      'HIGHLEVEL_API_URL',
      'HIGHLEVEL_WEBHOOK_PUBLIC_KEY',
      'RELAY_TARGET_HOSTS',
      'RELAY_ADMIN_TOKEN',
      'RELAY_ENCRYPTION_KEY',
      'RELAY_GIVE_UP_AFTER_SECONDS',
    ]);
  });

  test('does not print secrets', () => {
    const secret = 'not a key but secret';
    const problems = problemsOf({ RELAY_ENCRYPTION_KEY: secret, RELAY_ADMIN_TOKEN: secret });
    expect(problems).toHaveLength(2);
    expect(problems.join()).not.toContain(secret);
  });

  test('refuses three keys', () => {
    const key = Buffer.alloc(32).toString('hex');
    expect(problemsOf({ RELAY_ENCRYPTION_KEY: [key, key, key].join(',') })[0]).toMatch(
      'more than two',
    );
  });
});
