import { createServer, type Server } from 'node:http';

import { afterEach, describe, expect, test } from '@jest/globals';

import { BodyReader, type BodyLimits } from '../../relay/body-reader.ts';
import { Problem } from '../../relay/problem.ts';
import { closeServer, listen } from './support/highlevel.ts';
import { call } from './support/http.ts';
import { RawClient } from './support/raw-client.ts';
import { until } from './support/until.ts';

const KB = 1024;
const LIMITS: BodyLimits = { one: 100 * KB, all: 120 * KB, count: 3 };

const servers: Server[] = [];
const clients: RawClient[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) client.close();
  await Promise.all(servers.splice(0).map(closeServer));
});

/** A server that reads a body and answers with its length, once `answer` is resolved. */
async function start(answer: Promise<void> = Promise.resolve()) {
  const reader = new BodyReader(LIMITS);
  const server = createServer((request, response) => {
    reader.read(request, response).then(
      async (body) => {
        await answer;
        response.end(String(body.length));
      },
      (error: unknown) => {
        response.writeHead(error instanceof Problem ? error.status : 500, { connection: 'close' });
        response.end();
      },
    );
  });
  servers.push(server);
  const url = await listen(server);
  const open = async (): Promise<RawClient> => {
    const client = await RawClient.open(url);
    clients.push(client);
    return client;
  };
  return { reader, url, open };
}

describe('BodyReader', () => {
  test('reads a body in one piece or many, or none', async () => {
    const { reader, url, open } = await start();
    expect((await call('POST', url, { body: 'x'.repeat(1000) })).text).toBe('1000');
    expect((await call('POST', url)).text).toBe('0');
    const client = await open();
    client.head('/', { 'content-length': 9 * KB });
    for (let piece = 0; piece < 9; piece += 1) {
      client.write('x'.repeat(KB));
      await until('the piece', () => reader.bytes >= (piece + 1) * KB || client.statuses[0]);
    }
    await until('the answer', () => client.received.endsWith(String(9 * KB)));
    await until('nothing held', () => reader.bytes === 0);
  });

  test('gives the very bytes', async () => {
    const bytes = Buffer.from(Array.from({ length: 50 * KB }, (_, index) => (index * 7) % 256));
    const reader = new BodyReader(LIMITS);
    const read: Buffer[] = [];
    const server = createServer((request, response) => {
      void reader.read(request, response).then((body) => {
        read.push(body);
        response.end();
      });
    });
    servers.push(server);
    const client = await RawClient.open(await listen(server));
    clients.push(client);
    client.head('/', { 'content-length': bytes.length });
    for (let at = 0; at < bytes.length; at += 999) client.write(bytes.subarray(at, at + 999));
    await until('the body', () => read.length > 0);
    expect(read[0]?.equals(bytes)).toBe(true);
  });

  test('413 for a body that is too large, before it comes and as it comes', async () => {
    const { reader, open } = await start();
    const told = await open();
    told.head('/', { 'content-length': LIMITS.one + 1 });
    await until('an answer', () => told.statuses.length > 0);
    expect(told.statuses).toEqual([413]);

    const untold = await open();
    untold.head('/', { 'transfer-encoding': 'chunked' });
    const piece = `${(10 * KB).toString(16)}\r\n${'x'.repeat(10 * KB)}\r\n`;
    for (let sent = 0; sent <= 10; sent += 1) untold.write(piece);
    await until('an answer', () => untold.statuses.length > 0);
    expect(untold.statuses).toEqual([413]);
    await until('nothing held', () => reader.bytes === 0);
  });

  test('the one that has been reading for the longest gives way', async () => {
    const { reader, url, open } = await start();
    const slow = await open();
    slow.head('/', { 'content-length': 90 * KB });
    slow.write('x'.repeat(40 * KB));
    await until('the slow one', () => reader.bytes >= 40 * KB);
    const second = await open();
    second.head('/', { 'content-length': 90 * KB });
    second.write('x'.repeat(40 * KB));
    await until('the second one', () => reader.bytes >= 80 * KB);
    expect((await call('POST', url, { body: 'x'.repeat(60 * KB) })).text).toBe(String(60 * KB));
    await until('an answer to the slow one', () => slow.statuses.length > 0);
    expect(slow.statuses).toEqual([429]);
    second.write('x'.repeat(50 * KB));
    await until('an answer to the second one', () => second.statuses.length > 0);
    expect(second.statuses).toEqual([200]);
    await until('nothing held', () => reader.bytes === 0);
  });

  test('a body counts until its request is answered, and no longer', async () => {
    let release = (): void => undefined;
    const answer = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { reader, url } = await start(answer);
    const first = call('POST', url, { body: 'x'.repeat(80 * KB) });
    await until('it is read', () => reader.bytes >= 80 * KB);
    // There is nobody else to give way.
    expect((await call('POST', url, { body: 'x'.repeat(80 * KB) })).status).toBe(429);
    release();
    expect((await first).status).toBe(200);
    await until('nothing held', () => reader.bytes === 0);
    expect((await call('POST', url, { body: 'x'.repeat(80 * KB) })).status).toBe(200);
  });

  test('tiny pieces take no more memory than their bytes and as much again', async () => {
    const { reader, open } = await start();
    const client = await open();
    client.head('/', { 'transfer-encoding': 'chunked' });
    const count = 20 * KB;
    client.write('1\r\nx\r\n'.repeat(count));
    await until('all pieces', () => reader.bytes >= count);
    expect(reader.bytes).toBeLessThanOrEqual(2 * count);
    client.write('0\r\n\r\n');
    await until('the answer', () => client.received.endsWith(String(count)));
  });

  test('only so many at once', async () => {
    const { reader, url, open } = await start();
    for (let opened = 0; opened < LIMITS.count; opened += 1) {
      const client = await open();
      client.head('/', { 'content-length': 10 });
      client.write('x');
    }
    await until('all of them', () => reader.bytes === LIMITS.count);
    expect((await call('POST', url, { body: 'x' })).status).toBe(429);
    for (const client of clients.splice(0)) client.close();
    await until('room', async () => (await call('POST', url, { body: 'x' })).status === 200);
  });

  test('requests that wait behind another one on a connection leave nothing behind when it ends', async () => {
    let release = (): void => undefined;
    const answer = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { reader, url, open } = await start(answer);
    const client = await open();
    for (let sent = 0; sent < LIMITS.count; sent += 1) {
      client.head('/', { 'content-length': KB });
      client.write('x'.repeat(KB));
    }
    await until('all of them', () => reader.bytes === LIMITS.count * KB);
    client.close();
    await until('nothing held', () => reader.bytes === 0);
    const next = call('POST', url, { body: 'x' });
    await until('the next one', () => reader.bytes === 1);
    release();
    expect((await next).status).toBe(200);
  });

  test('a request that breaks off leaves nothing behind', async () => {
    const { reader, open } = await start();
    const client = await open();
    client.head('/', { 'content-length': 50 * KB });
    client.write('x'.repeat(30 * KB));
    await until('a part', () => reader.bytes >= 30 * KB);
    client.close();
    await until('nothing held', () => reader.bytes === 0);
  });
});
