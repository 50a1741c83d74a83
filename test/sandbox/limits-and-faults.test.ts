import { describe, expect, test } from '@jest/globals';

import { contactId, HARBOUR, list, NORTHSIDE_ID, useSandbox } from './support/sandbox.ts';

const sandbox = useSandbox();
const path = `/conversations/search?locationId=${HARBOUR}&limit=1`;

describe('limits', () => {
  test('are told on every answer, refusals included', async () => {
    for (const call of ['/contacts/nope', path]) {
      const { headers } = await sandbox.call(call);
      expect(headers.get('x-ratelimit-max')).toBe('100');
      expect(headers.get('x-ratelimit-interval-milliseconds')).toBe('10000');
      expect(headers.get('x-ratelimit-limit-daily')).toBe('200000');
      expect(Number(headers.get('x-ratelimit-remaining'))).toBeLessThan(100);
      expect(Number(headers.get('x-ratelimit-daily-remaining'))).toBeLessThan(200_000);
    }
  });

  test('the burst limit stops one location only', async () => {
    await sandbox.control('/limits', { max: 2 });
    const statuses = [];
    for (let call = 0; call < 3; call += 1) statuses.push((await sandbox.call(path)).status);
    expect(statuses).toEqual([200, 200, 429]);
    const refused = await sandbox.call(path);
    expect(refused.body).toMatchObject({ statusCode: 429, message: 'Too Many Requests' });
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0');
    const token = await sandbox.issue({ locationId: NORTHSIDE_ID });
    const other = await sandbox.call(`/conversations/search?locationId=${NORTHSIDE_ID}`, { token });
    expect(other.status).toBe(200);
  });

  test('a new interval starts afresh', async () => {
    await sandbox.control('/limits', { max: 1, intervalMs: 0 });
    expect((await sandbox.call(path)).status).toBe(200);
    expect((await sandbox.call(path)).status).toBe(200);
  });

  test('the day can be used up, and says when it ends', async () => {
    await sandbox.control('/limits', { daily: 1 });
    expect((await sandbox.call(path)).status).toBe(200);
    const refused = await sandbox.call(path);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('x-ratelimit-daily-remaining')).toBe('0');
    expect(refused.headers.get('x-ratelimit-remaining')).not.toBe('0');
    expect(Number(refused.headers.get('x-ratelimit-daily-reset'))).toBeGreaterThan(0);
  });

  test('a reset takes those that hold from then on', async () => {
    await sandbox.control('/reset', { limits: { daily: 1 } });
    const [first, second] = [await sandbox.call(path), await sandbox.call(path)];
    expect([first.status, second.status]).toEqual([200, 429]);
    await sandbox.control('/reset', {});
    expect((await sandbox.call(path)).headers.get('x-ratelimit-limit-daily')).toBe('200000');
  });
});

describe('faults', () => {
  const fault = (options: Record<string, unknown>) => sandbox.control('/faults', options);
  const sentMessages = async (): Promise<number> =>
    list(await sandbox.control('/state/messages?body=once')).length;
  const send = () =>
    sandbox.call('/conversations/messages', {
      body: { type: 'SMS', contactId: contactId(0), message: 'once' },
    });

  test('a status with its own body and headers, for the next calls of a path', async () => {
    await fault({
      path: '/conversations/*',
      method: 'get',
      status: 503,
      times: 2,
      skip: 1,
      body: { message: 'down' },
      headers: { 'Retry-After': '7' },
    });
    const answers = [];
    for (let call = 0; call < 4; call += 1) answers.push(await sandbox.call(path));
    expect(answers.map(({ status }) => status)).toEqual([200, 503, 503, 200]);
    expect(answers[1]?.body).toEqual({ message: 'down' });
    expect(answers[1]?.headers.get('retry-after')).toBe('7');
  });

  test('HTML, and an empty answer', async () => {
    await fault({ path: '/conversations/search', status: 502, html: '<h1>Bad gateway</h1>' });
    const page = await sandbox.call(path);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page).toMatchObject({ status: 502, text: '<h1>Bad gateway</h1>' });
    await fault({ path: '/conversations/search', status: 201, body: '' });
    expect(await sandbox.call(path)).toMatchObject({ status: 201, text: '' });
  });

  test.each([
    ['timeout', 400, { message: expect.stringMatching(/timeout of \d+ms/) }],
    ['msg', 400, { msg: expect.any(String) }],
    ['errors', 400, { errors: [expect.any(String)] }],
    ['constraints', 422, { message: [{ constraints: expect.any(Object) }] }],
  ])('the answer %s', async (answer, status, body) => {
    await fault({ path: '/conversations/search', answer });
    expect(await sandbox.call(path)).toMatchObject({ status, body });
  });

  test('a text and a page in the place of JSON', async () => {
    await fault({ path: '/conversations/search', answer: 'text' });
    expect(await sandbox.call(path)).toMatchObject({ status: 403, text: 'error code: 1020' });
    await fault({ path: '/conversations/search', answer: 'html', status: 503 });
    const page = await sandbox.call(path);
    expect(page).toMatchObject({ status: 503, text: expect.stringContaining('<h1>') });
  });

  test.each([
    ['before', 0],
    ['after', 1],
  ])('the gateway’s 400 %s the work', async (when, sent) => {
    await fault({ path: '/conversations/messages', answer: 'timeout', when });
    expect((await send()).status).toBe(400);
    expect(await sentMessages()).toBe(sent);
  });

  test('match with and without a slash at the end', async () => {
    const list = `/contacts/?locationId=${HARBOUR}`;
    for (const faulty of ['/contacts', '/contacts/']) {
      await fault({ path: faulty, status: 503, times: 2 });
      expect((await sandbox.call(list)).status).toBe(503);
      expect((await sandbox.call(list.replace('/?', '?'))).status).toBe(503);
    }
  });

  test('before the work nothing is sent, after the work it is', async () => {
    await fault({ path: '/conversations/messages', status: 500 });
    expect((await send()).status).toBe(500);
    expect(await sentMessages()).toBe(0);
    await fault({ path: '/conversations/messages', status: 500, when: 'after' });
    expect((await send()).status).toBe(500);
    expect(await sentMessages()).toBe(1);
  });

  test.each([
    ['before', 0],
    ['after', 1],
  ])('a connection cut %s the work', async (drop, sent) => {
    await fault({ path: '/conversations/messages', drop });
    await expect(send()).rejects.toThrow();
    expect(await sentMessages()).toBe(sent);
    expect((await send()).status).toBe(200);
  });

  test('an expired token stays expired', async () => {
    await fault({ path: '/conversations/search', expireToken: true });
    expect((await sandbox.call(path)).body).toMatchObject({ message: 'Invalid JWT' });
    expect((await sandbox.call(path)).status).toBe(401);
  });

  test('a delay holds the answer back', async () => {
    await fault({ path: '/conversations/search', delayMs: 600_000 });
    const waiting = fetch(`${sandbox.url}${path}`, {
      headers: { authorization: `Bearer ${sandbox.token}`, version: '2021-04-15' },
      signal: AbortSignal.timeout(50),
    });
    await expect(waiting).rejects.toThrow('timeout');
  });

  test('are listed with their hits, and taken back', async () => {
    await fault({ path: '/contacts/*', status: 500, times: 5 });
    await sandbox.call('/contacts/x');
    expect(await sandbox.control('/faults')).toMatchObject([{ path: '/contacts/*', hits: 1 }]);
    await sandbox.control('/faults', undefined, 'DELETE');
    expect((await sandbox.call('/contacts/x')).status).toBe(400);
  });
});

describe('log of calls', () => {
  test('has method, path, query, version, body and status, but no secrets', async () => {
    await sandbox.call(path, { version: '2021-04-15' });
    await sandbox.call('/conversations/messages', { body: { type: 'SMS', contactId: 'x' } });
    await sandbox.call('/oauth/token', {
      token: '',
      body: new URLSearchParams({
        client_id: 'x',
        client_secret: 'hidden',
        grant_type: 'refresh_token',
        refresh_token: 'hidden',
      }),
    });
    const log = list(await sandbox.control('/requests'));
    expect(log).toMatchObject([
      {
        method: 'GET',
        path: '/conversations/search',
        query: { locationId: HARBOUR, limit: '1' },
        version: '2021-04-15',
        authorized: true,
        status: 200,
      },
      { method: 'POST', body: { type: 'SMS', contactId: 'x' }, status: 400 },
      { path: '/oauth/token', body: { client_id: 'x' }, status: 401 },
    ]);
    expect(JSON.stringify(log)).not.toContain('hidden');
    expect(JSON.stringify(log)).not.toContain(sandbox.token);
    await sandbox.control('/requests', undefined, 'DELETE');
    expect(await sandbox.control('/requests')).toEqual([]);
  });
});
