import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { fileURLToPath } from 'node:url';

import { afterEach, describe, expect, test } from '@jest/globals';

import { at } from './support/sandbox.ts';

const SERVER = fileURLToPath(new URL('../../sandbox/server.ts', import.meta.url));
const started: ChildProcess[] = [];

function start(env: Record<string, string>): ChildProcess {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', SERVER], { env });
  started.push(child);
  return child;
}

const ended = (child: ChildProcess): Promise<unknown> =>
  new Promise((resolve) => child.once('exit', resolve));

/** What the server prints until it has said everything. */
function greeting(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    let printed = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes('Webhook key')) resolve(printed);
    });
  });
}

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

describe('node sandbox/server.ts', () => {
  test.each(['SIGTERM', 'SIGINT'] as const)(
    'says where it listens and how to connect, and ends in order on %s',
    async (signal) => {
      const child = start({ PORT: '0' });
      const printed = await greeting(child);
      const [first = ''] = printed.split('\n');
      const url = /^Sandbox listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(first)?.[1] ?? '';
      for (const part of [
        '/v2/oauth/chooselocation',
        'CLIENT_ID',
        'CLIENT_SECRET',
        'Harbour Dental',
      ]) {
        expect(printed).toContain(part);
      }
      const info: unknown = await (await fetch(`${url}/__sandbox`)).json();
      expect(at(info, 'apiUrl')).toBe(url);
      const exit = ended(child);
      child.kill(signal);
      expect(await exit).toBe(0);
    },
  );

  test('takes the key that signs webhooks from the environment', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ed25519');
    const child = start({
      PORT: '0',
      SANDBOX_WEBHOOK_PRIVATE_KEY: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    });
    const url = /http:\S+/.exec(await greeting(child))?.[0] ?? '';
    const info: unknown = await (await fetch(`${url}/__sandbox`)).json();
    expect(at(info, 'webhookPublicKey')).toBe(publicKey.export({ type: 'spki', format: 'pem' }));
  });

  test('refuses a port that is none', async () => {
    const child = start({ PORT: 'http' });
    expect(await ended(child)).toBe(2);
  });
});
