import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { request } from 'node:https';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { findProgram } from '../support/debian-program.ts';
import { startHarness, type Harness } from '../support/harness.ts';
import { inboundMessage, signatureOf } from '../support/highlevel.ts';
import { call, type Answer } from '../support/http.ts';
import { makeLanePostgres } from '../support/lane-postgres.ts';
import { freePort } from '../support/postgres.ts';
import { ADMIN_TOKEN } from '../support/relay-process.ts';
import { makeTempFolder } from '../../../local/index.ts';
import { until } from '../support/until.ts';

const run = promisify(execFile);
const DEPLOY = new URL('../../../relay/deploy/', import.meta.url);
const CADDYFILE = fileURLToPath(new URL('Caddyfile', DEPLOY));
const COMPOSE = fileURLToPath(new URL('compose.yaml', DEPLOY));

/** The first version of Caddy that does not lose the body of a request which waits for a relay. */
const KEEPS_BODIES = [2, 11, 2] as const;

function keepsBodies(version: string): boolean {
  const parts = version.split('.').map(Number);
  for (const [place, least] of KEEPS_BODIES.entries()) {
    const part = parts[place] ?? 0;
    if (part !== least) return part > least;
  }
  return true;
}

/** The version of a Caddy, such as `2.11.7`. */
async function versionOf(program: string): Promise<string> {
  const { stdout } = await run(program, ['version']);
  const version = /\d+\.\d+\.\d+/.exec(stdout)?.[0];
  if (version === undefined) throw new Error(`Caddy does not say its version: ${stdout}`);
  return version;
}

test('the Caddy of compose.yaml is one whose requests wait for a relay with their bodies', () => {
  const compose = readFileSync(COMPOSE, 'utf8');
  const version = /image: caddy:(\d+\.\d+\.\d+)/.exec(compose)?.[1];
  expect(keepsBodies(version ?? '')).toBe(true);
  expect(keepsBodies('2.11.1')).toBe(false);
});

/** What compose.yaml starts, as processes: Caddy with its Caddyfile, the relay, PostgreSQL. */
describe('the relay behind its proxy', () => {
  let caddy: string | undefined;
  let harness: Harness;
  let proxy: ChildProcess;
  let address: string;
  let authority: string;

  beforeAll(async () => {
    caddy = await findProgram('caddy', 'caddy');
    if (caddy === undefined) return;
    const relayPort = await freePort();
    const [httpPort, httpsPort] = [await freePort(), await freePort()];
    harness = await startHarness(makeLanePostgres, { PORT: String(relayPort) });
    const home = makeTempFolder();
    authority = join(home, 'caddy', 'pki', 'authorities', 'local', 'root.crt');
    address = `https://localhost:${httpsPort}`;
    proxy = spawn(caddy, ['run', '--config', CADDYFILE, '--adapter', 'caddyfile'], {
      env: {
        HOME: home,
        XDG_DATA_HOME: home,
        XDG_CONFIG_HOME: home,
        RELAY_DOMAIN: 'localhost',
        RELAY_HOST: '127.0.0.1',
        RELAY_PORT: String(relayPort),
        HTTP_PORT: String(httpPort),
        HTTPS_PORT: String(httpsPort),
        // A restart takes as long as the machine takes.
        RELAY_RESTART: '10m',
      },
      stdio: 'ignore',
    });
    process.once('exit', () => proxy.kill('SIGKILL'));
    await until('a certificate and an answer', async () => {
      if (proxy.exitCode !== null) throw new Error(`Caddy ended with ${proxy.exitCode}.`);
      if (!existsSync(authority)) return false;
      return (await ask('GET', '/readyz').catch(() => undefined))?.status === 200;
    });
  });
  afterAll(async () => {
    if (caddy === undefined) return;
    const ended = new Promise((resolve) => proxy.once('exit', resolve));
    proxy.kill('SIGTERM');
    await ended;
    await harness.close();
  });

  function ask(
    method: string,
    path: string,
    options: { headers?: Record<string, string>; body?: Buffer } = {},
  ): Promise<Answer> {
    return call(method, `${address}${path}`, { ...options, ca: readFileSync(authority) });
  }

  function postEvent(body: Buffer): Promise<Answer> {
    const headers = { 'content-type': 'application/json', 'x-ghl-signature': signatureOf(body) };
    return ask('POST', '/webhooks/highlevel?event=InboundMessage', { headers, body });
  }

  /** The answer to an event whose length is announced, and of which nothing follows. */
  function statusOfAnnounced(bytes: number): Promise<number | undefined> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        `${address}/webhooks/highlevel`,
        {
          method: 'POST',
          ca: readFileSync(authority),
          agent: false,
          headers: {
            'content-length': bytes,
            'x-ghl-signature': signatureOf(Buffer.from('of other bytes')),
          },
        },
        (incoming) => {
          resolve(incoming.statusCode);
          outgoing.destroy();
        },
      );
      outgoing.once('error', reject);
      outgoing.flushHeaders();
    });
  }

  test('an event reaches the subscriber, byte for byte', async () => {
    if (caddy === undefined) return;
    const hook = await harness.subscribe('InboundMessage', 'location-proxy');
    const body = inboundMessage({ locationId: 'location-proxy', body: 'Grüße 👋' });
    expect((await postEvent(body)).status).toBe(200);
    const delivery = await until('the delivery', () => hook.received()[0]);
    expect(delivery.body.equals(body)).toBe(true);
  });

  test('an event larger than Zapier takes passes too, and one larger than the relay takes does not', async () => {
    if (caddy === undefined) return;
    const hook = await harness.subscribe('InboundMessage', 'location-large');
    const large = inboundMessage({ locationId: 'location-large', body: 'x'.repeat(12_000_000) });
    expect((await postEvent(large)).status).toBe(200);
    const delivery = await until('the delivery', () => hook.received()[0]);
    expect(delivery.body.toString()).toMatch('"bodyOmitted":true');
    expect(await statusOfAnnounced(33 * 1024 * 1024)).toBe(413);
  });

  test('what is for operators is not reachable from outside, whoever asks', async () => {
    if (caddy === undefined) return;
    const headers = { authorization: `Bearer ${ADMIN_TOKEN}` };
    const paths = ['/metrics', '/metrics/', '//metrics', '/%6detrics', '/admin/dead-letters'];
    for (const path of paths) {
      expect([path, (await ask('GET', path, { headers })).status]).toEqual([path, 404]);
    }
    expect((await harness.admin('GET', '/metrics')).status).toBe(200);
  });

  test('while the relay restarts, a request waits for it', async () => {
    if (caddy === undefined) return;
    await harness.relay.stop();
    const answer = ask('GET', '/readyz');
    await harness.start();
    expect((await answer).status).toBe(200);
  });

  test('while the relay restarts, events wait too, by a Caddy that can keep their bodies', async () => {
    if (caddy === undefined) return;
    const hook = await harness.subscribe('InboundMessage', 'location-restart');
    await harness.relay.stop();
    const bodies = Array.from({ length: 5 }, () =>
      inboundMessage({ locationId: 'location-restart' }),
    );
    const answers = bodies.map(postEvent);
    await harness.start();
    const statuses = (await Promise.all(answers)).map(({ status }) => status);
    const expected = keepsBodies(await versionOf(caddy)) ? 200 : 502;
    expect(statuses).toEqual(bodies.map(() => expected));
    // HighLevel sends again what was not answered with 200.
    for (const body of bodies) expect((await postEvent(body)).status).toBe(200);
    await until('all deliveries', () => hook.received().length >= bodies.length);
    const received = hook.received().map(({ body }) => String(body));
    expect(received.sort()).toEqual(bodies.map(String).sort());
  });
});
