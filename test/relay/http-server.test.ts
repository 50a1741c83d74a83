import { afterEach, describe, expect, test } from '@jest/globals';

import {
  closeHttpServer,
  createHttpServer,
  HTTP_LIMITS,
  type HttpLimits,
} from '../../relay/http-server.ts';
import { call } from './support/http.ts';
import { RawClient } from './support/raw-client.ts';
import { silentLog } from './support/silent-log.ts';
import { until } from './support/until.ts';

const QUICK: HttpLimits = {
  ...HTTP_LIMITS,
  head: 200,
  request: 400,
  answer: 200,
  linger: 200,
  lookEvery: 50,
};

const opened: { close: () => unknown }[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((each) => each.close()));
});

/** A server with a route that answers and one that never does. */
async function start(limits: HttpLimits) {
  const app = createHttpServer(silentLog, limits);
  let hanging = 0;
  const hang = (): Promise<never> => {
    hanging += 1;
    return new Promise((_resolve, reject) => {
      opened.push({
        close: () => {
          reject(new Error('The test is over.'));
        },
      });
    });
  };
  app.post('/answers', () => ({ status: 'ok' }));
  app.post('/hangs', hang);
  app.get('/hangs', hang);
  // More than the system's buffers between the two take.
  app.get('/long', () => 'x'.repeat(50_000_000));
  opened.push({ close: () => closeHttpServer(app, 0) });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const connect = async (): Promise<RawClient> => {
    const client = await RawClient.open(url);
    opened.push(client);
    return client;
  };
  return { app, url, connect, hanging: () => hanging };
}

describe('an HTTP server', () => {
  test.each(['/answers', '/answers/', '//answers', '/answers?event=x', '/answers/?event=x'])(
    'answers at %s',
    async (path) => {
      const { url } = await start(HTTP_LIMITS);
      expect((await call('POST', `${url}${path}`)).status).toBe(200);
    },
  );

  test('answers a request that expects what no server has to know', async () => {
    const { url } = await start(HTTP_LIMITS);
    const headers = { expect: 'something', 'content-type': 'application/json' };
    expect((await call('POST', `${url}/answers`, { headers, body: '{}' })).status).toBe(200);
  });

  test.each(['/%E0%A4%A', '/%'])('refuses %s as it refuses all else', async (path) => {
    const { url } = await start(HTTP_LIMITS);
    const answer = await call('GET', url + path);
    expect(answer.status).toBe(400);
    expect(answer.json).toEqual({
      error: 'invalid',
      message: expect.stringMatching(/^[A-Z].*\.$/),
    });
  });

  test.each([
    ['says nothing', () => undefined],
    [
      'does not finish its head',
      (client: RawClient) => {
        client.write('POST /answers HT');
      },
    ],
    [
      'does not finish its body',
      (client: RawClient) => {
        client.head('/answers', { 'content-type': 'application/json', 'content-length': 10 });
        client.write('{');
      },
    ],
  ])('ends a connection that %s', async (_what, write) => {
    const { connect } = await start(QUICK);
    const client = await connect();
    write(client);
    await until('the end', () => client.isClosed);
  });

  test.each<[string, Parameters<typeof call>[2]]>([
    ['GET', {}],
    ['POST', { headers: { 'content-type': 'application/json' }, body: '{}' }],
  ])('answers 503 where a route never does: %s', async (method, options) => {
    const { url } = await start(QUICK);
    expect((await call(method, `${url}/hangs`, options)).status).toBe(503);
  });

  test('reads on after a refusal, so that who writes first gets the answer, but not for long', async () => {
    const { connect } = await start({ ...HTTP_LIMITS, linger: 300 });
    const client = await connect();
    client.head('/nothing', { 'content-length': 40_000_000 });
    await until('the refusal', () => client.statuses[0] === 404);
    client.write(Buffer.alloc(1_000_000));
    await until('the end', () => client.isClosed);
    const whole = await connect();
    whole.head('/nothing', { 'content-length': 1_000_000 });
    await until('the refusal', () => whole.statuses[0] === 404);
    whole.write(Buffer.alloc(1_000_000));
    whole.head('/answers', { 'content-length': 0 });
    await until('the next answer', () => whole.statuses[1] === 200);
  });

  test('ends within its grace though requests never end', async () => {
    const { app, connect } = await start({ ...HTTP_LIMITS, answer: 500 });
    const [slow, hanging, idle] = [await connect(), await connect(), await connect()];
    slow.head('/answers', { 'content-type': 'application/json', 'content-length': 10 });
    hanging.head('/hangs', { 'content-length': 0 });
    idle.head('/answers', { 'content-length': 0 });
    await until('an answer', () => idle.statuses[0] === 200);
    await closeHttpServer(app, 100);
    await until('all are closed', () => [slow, hanging, idle].every(({ isClosed }) => isClosed));
  });

  test('answers what is under way when it ends', async () => {
    const { app, connect } = await start(HTTP_LIMITS);
    const client = await connect();
    client.head('/answers', { 'content-type': 'application/json', 'content-length': 2 });
    await until('the connection is known', async () => (await connectionsOf(app)) === 1);
    const closed = closeHttpServer(app, HTTP_LIMITS.request);
    client.write('{}');
    await closed;
    await until('the answer', () => client.statuses[0] === 200);
  });

  test.each<[string, (client: RawClient) => Promise<unknown>]>([
    ['say nothing', () => Promise.resolve()],
    [
      'have had an answer',
      (client) => {
        client.head('/answers', { 'content-length': 0 });
        return until('an answer', () => client.statuses[0] === 200);
      },
    ],
    [
      'do not finish a head',
      (client) => {
        client.write('POST /answers HT');
        return Promise.resolve();
      },
    ],
    [
      'do not finish a body',
      (client) => {
        client.head('/answers', { 'content-type': 'application/json', 'content-length': 10 });
        return Promise.resolve();
      },
    ],
  ])('has a place for the next one when all connections %s', async (_what, open) => {
    const { connect, app } = await start({ ...HTTP_LIMITS, connections: 4 });
    const waiting: RawClient[] = [];
    for (let made = 0; made < 4; made += 1) {
      const client = await connect();
      await open(client);
      waiting.push(client);
    }
    await until('all are known', async () => (await connectionsOf(app)) === 4);
    for (let made = 0; made < 3; made += 1) {
      const next = await connect();
      next.head('/answers', { 'content-length': 0 });
      await until('its answer', () => next.statuses[0] === 200);
    }
    expect(waiting.filter(({ isClosed }) => !isClosed)).toHaveLength(1);
  });

  test('has no place for the next one when all wait for the relay, and cuts none of them off', async () => {
    const { connect, hanging } = await start({ ...HTTP_LIMITS, connections: 2 });
    const waiting = [await connect(), await connect()];
    for (const client of waiting) client.head('/hangs', { 'content-length': 0 });
    await until('both are at the route', () => hanging() === 2);
    const next = await connect();
    await until('its end', () => next.isClosed);
    expect(waiting.some(({ isClosed }) => isClosed)).toBe(false);
  });

  test('cuts off who sends request after request and waits for no answer', async () => {
    const { connect } = await start(HTTP_LIMITS);
    const client = await connect();
    client.write('POST /hangs HTTP/1.1\r\nhost: relay\r\ncontent-length: 0\r\n\r\n'.repeat(100));
    await until('the end', () => client.isClosed);
  });

  test('lets so many requests wait behind others, of all connections together', async () => {
    const { connect, hanging } = await start(HTTP_LIMITS);
    const clients: RawClient[] = [];
    const burst = async (): Promise<RawClient> => {
      const client = await connect();
      clients.push(client);
      client.write('POST /hangs HTTP/1.1\r\nhost: relay\r\ncontent-length: 0\r\n\r\n'.repeat(10));
      return client;
    };
    const cutOff = await until('one that is cut off', async () => {
      const seen = hanging();
      const client = await burst();
      await until('its requests or its end', () => client.isClosed || hanging() === seen + 10);
      return client.isClosed ? client : undefined;
    });
    expect(clients.length).toBeGreaterThan(20);
    expect(clients.length).toBeLessThan(40);
    // Without pipelining everybody is served, and room comes back with the end of those who do it.
    const calm = await connect();
    calm.head('/answers', { 'content-length': 0 });
    await until('its answer', () => calm.statuses[0] === 200);
    for (const client of clients) if (client !== cutOff) client.close();
    const before = clients.length;
    await until('room again', async () => {
      const seen = hanging();
      const client = await burst();
      await until('its requests or its end', () => client.isClosed || hanging() === seen + 10);
      return !client.isClosed;
    });
    expect(clients.length).toBeGreaterThan(before);
  });

  test('cuts off who does not read its answer', async () => {
    const { connect, app } = await start({ ...QUICK, unread: 300 });
    const client = await connect();
    client.pause();
    client.write('GET /long HTTP/1.1\r\nhost: relay\r\n\r\n');
    await until('the beginning', async () => (await connectionsOf(app)) === 1);
    await until('the end', async () => (await connectionsOf(app)) === 0);
  });
});

function connectionsOf(app: Awaited<ReturnType<typeof start>>['app']): Promise<number> {
  return new Promise((resolve, reject) => {
    app.server.getConnections((error, count) => {
      if (error) reject(error);
      else resolve(count);
    });
  });
}
