import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

import { openWorkbench, type OpenWorkbench } from './workbench.ts';

let workbench: OpenWorkbench;

beforeAll(async () => {
  workbench = await openWorkbench();
});

afterAll(() => workbench.close());

/** A GET with headers that `fetch` would not send. */
function get(path: string, headers: Record<string, string> = {}) {
  return new Promise<{ status: number; body: string }>((resolve, reject) => {
    request(workbench.origin + path, { headers }, (response) => {
      text(response)
        .then((body) => {
          resolve({ status: response.statusCode ?? 0, body });
        })
        .catch(reject);
    })
      .on('error', reject)
      .end();
  });
}

const own = () => ({ cookie: workbench.cookie });

/** Whether anything listens there. */
function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => {
      resolve(false);
    });
  });
}

describe('Who gets in', () => {
  test('whoever opens the printed address, by a cookie that no script reads and no other site sends', async () => {
    const opened = await fetch(workbench.address);
    expect(opened.headers.get('set-cookie')).toMatch(
      /^workbench-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    expect(await opened.text()).toContain('content="0; url=/"');
    expect((await get('/api/catalog', own())).status).toBe(200);
  });

  test('a deep link with the token leads to its place, and nowhere else', async () => {
    const token = new URL(workbench.address).search;
    const deep = await get(`/creates/send_message${token}`);
    expect(deep.body).toContain('content="0; url=/creates/send_message"');
    const away = await get(`//example.com/${token}`);
    expect(away.body).toContain('content="0; url=/example.com/"');
  });

  test.each(['/', '/creates/send_message', '/assets/index.js'])(
    'nobody without the cookie: %s',
    async (path) => {
      const { status, body } = await get(path);
      expect(status).toBe(401);
      expect(body).toContain('Open the URL that the workbench printed');
    },
  );

  test('nobody with another token or cookie', async () => {
    expect((await get('/?token=wrong')).status).toBe(401);
    const [name = ''] = workbench.cookie.split('=');
    expect((await get('/api/catalog', { cookie: `${name}=wrong` })).status).toBe(401);
  });

  test('nobody by another host name, as when a name is bound to this machine', async () => {
    expect((await get('/api/catalog', { ...own(), host: 'example.com' })).status).toBe(421);
    expect((await get('/api/catalog', { ...own(), host: '127.0.0.1:1' })).status).toBe(421);
  });

  test.each([
    ['another origin', { origin: 'http://127.0.0.1:1' }],
    ['the origin of a frame', { origin: 'null' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    [
      'another site that opens it',
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    ],
  ])('no question from %s', async (_name, headers) => {
    const read = await get('/api/catalog', { ...own(), ...headers });
    expect(read.status).toBe(403);
  });

  test('no change without an origin, or as a form', async () => {
    const { origin, cookie } = workbench;
    const refresh = `${origin}/api/connections/refresh`;
    const withoutOrigin = await fetch(refresh, { method: 'POST', headers: { cookie } });
    expect(withoutOrigin.status).toBe(403);
    const asForm = await workbench.post('/api/form', {}, { 'content-type': 'text/plain' });
    expect(asForm.status).toBeGreaterThanOrEqual(400);
  });
});

describe('What a page may do', () => {
  test('only this server’s own scripts and styles run, and nothing is framed', async () => {
    const { headers } = await fetch(workbench.origin, { headers: own() });
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('no script or style stands in the page itself', async () => {
    const page = await (await fetch(workbench.origin, { headers: own() })).text();
    expect(page).not.toMatch(/<script(?![^>]*src=)|<style|style=|\son\w+=/i);
  });

  test('it listens at 127.0.0.1 only, at no other address of this machine', async () => {
    const { hostname, port } = new URL(workbench.origin);
    expect(await isOpen(hostname, Number(port))).toBe(true);
    const others = Object.values(networkInterfaces())
      .flatMap((addresses = []) => addresses.map(({ address }) => address))
      .filter((address) => address !== hostname);
    for (const other of ['127.0.0.2', ...others]) {
      expect([other, await isOpen(other, Number(port))]).toEqual([other, false]);
    }
  });
});
