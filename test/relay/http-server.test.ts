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
  app.post('/answers', () => ({ status: 'ok' }));
  app.post('/hangs', () => new Promise(() => undefined));
  app.get('/hangs', () => new Promise(() => undefined));
  opened.push({ close: () => closeHttpServer(app, 0) });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const connect = async (): Promise<RawClient> => {
    const client = await RawClient.open(url);
    opened.push(client);
    return client;
  };
  return { app, url, connect };
}

describe('an HTTP server', () => {
  test.each(['/answers', '/answers/', '//answers', '/answers?event=x', '/answers/?event=x'])(
    'answers at %s',
    async (path) => {
      const { url } = await start(HTTP_LIMITS);
      expect((await call('POST', `${url}${path}`)).status).toBe(200);
    },
  );

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

  test('makes room among those that only wait when too many are connected', async () => {
    const { connect } = await start({ ...HTTP_LIMITS, connections: 4 });
    for (let made = 0; made < 4; made += 1) {
      const idle = await connect();
      idle.head('/answers', { 'content-length': 0 });
      await until('an answer', () => idle.statuses[0] === 200);
    }
    await until('a place for the next one', async () => {
      const next = await connect();
      next.head('/answers', { 'content-length': 0 });
      return until('an answer or the end', () => next.isClosed || next.statuses[0]).then(
        () => next.statuses[0] === 200,
      );
    });
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
