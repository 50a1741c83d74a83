import { createServer as createTcpServer } from 'node:net';

import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';

import { Outbound, publicLookup, type Resolve } from '../../relay/outbound.ts';
import { startTarget, type TargetServer } from './support/target.ts';

let target: TargetServer;
const open: Outbound[] = [];

beforeAll(async () => {
  target = await startTarget();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((outbound) => outbound.close()));
});
afterAll(() => target.close());

function outbound(resolve?: Resolve): Outbound {
  const made = new Outbound(8, resolve);
  open.push(made);
  return made;
}

/** A resolver that gives these addresses, a list for each time it is asked. */
function resolving(...answers: string[][]): Resolve {
  let asked = 0;
  return (_hostname, done) => {
    const addresses = answers[Math.min(asked, answers.length - 1)] ?? [];
    asked += 1;
    done(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };
}

function post(to: { origin: string; path?: string; exempt: boolean }, resolve?: Resolve) {
  const body = Buffer.from('{"type":"InboundMessage"}');
  return outbound(resolve).post({ path: '/', ...to }, { 'content-type': 'application/json' }, body);
}

describe('a listed origin', () => {
  test('is posted to as it stands', async () => {
    const result = await post({ origin: target.url, path: '/plain?x=1', exempt: true }).result;
    expect(result.status).toBe(200);
    expect(target.at('/plain?x=1')[0]?.body.toString()).toBe('{"type":"InboundMessage"}');
  });

  test('a redirect is not followed', async () => {
    target.behave('/redirect', (response) => {
      response.writeHead(307, { location: `${target.url}/elsewhere` });
      response.end();
    });
    const result = await post({ origin: target.url, path: '/redirect', exempt: true }).result;
    expect(result.status).toBe(307);
    expect(target.at('/elsewhere')).toEqual([]);
  });

  test('a long answer is cut off: the status counts', async () => {
    let written = 0;
    target.behave('/long', (response) => {
      response.writeHead(200);
      const chunk = Buffer.alloc(256 * 1024);
      const write = (): void => {
        while (written < 50 * 1024 * 1024 && !response.destroyed) {
          written += chunk.length;
          if (!response.write(chunk)) {
            response.once('drain', write);
            return;
          }
        }
        response.end();
      };
      write();
    });
    const result = await post({ origin: target.url, path: '/long', exempt: true }).result;
    expect(result).toMatchObject({ status: 200, failure: undefined });
    expect(written).toBeLessThan(50 * 1024 * 1024);
  });

  test('an answer that breaks off after its head counts by its status', async () => {
    target.behave('/broken', (response) => {
      response.writeHead(206, { 'content-length': '1000' });
      response.write('x', () => response.destroy());
    });
    const result = await post({ origin: target.url, path: '/broken', exempt: true }).result;
    expect(result.status).toBe(206);
  });

  test('is given up at abort, also while it connects', async () => {
    target.behave('/never', () => undefined);
    const hanging = post({ origin: target.url, path: '/never', exempt: true });
    hanging.abort('It took too long.');
    expect(await hanging.result).toEqual({
      status: undefined,
      retryAfter: undefined,
      failure: 'It took too long.',
    });
  });

  test('a failure is told by its code, without the address', async () => {
    const closed = createTcpServer();
    const port = await new Promise<number>((resolve) => {
      closed.listen(0, '127.0.0.1', () => {
        const address = closed.address();
        closed.close(() => {
          resolve(address !== null && typeof address === 'object' ? address.port : 0);
        });
      });
    });
    const origin = `http://127.0.0.1:${port}`;
    const { failure } = await post({ origin, path: '/secret', exempt: true }).result;
    expect(failure).toBe('The connection failed (ECONNREFUSED).');
  });
});

describe('a name that cannot be looked up', () => {
  const unknown = Object.assign(new Error('queryA ESERVFAIL'), { code: 'ESERVFAIL' });

  test('is a failed connection, by the real resolver', async () => {
    const { failure } = await post({ origin: 'https://name.invalid', exempt: false }).result;
    expect(failure).toMatch(/^The connection failed \((ENOTFOUND|EAI_AGAIN)\)\.$/);
  });

  test.each<[string, Resolve]>([
    [
      'an error alone',
      (_hostname, done) => {
        done(unknown);
      },
    ],
    [
      'an error and no addresses',
      (_hostname, done) => {
        done(unknown, []);
      },
    ],
  ])('is a failed connection: the resolver gives %s', async (_what, resolve) => {
    const { failure } = await post({ origin: 'https://hooks.example', exempt: false }, resolve)
      .result;
    expect(failure).toBe('The connection failed (ESERVFAIL).');
  });

  test('is one when the resolver gives no address and no error', async () => {
    const resolve: Resolve = (_hostname, done) => {
      done(null);
    };
    const { failure } = await post({ origin: 'https://hooks.example', exempt: false }, resolve)
      .result;
    expect(failure).toBe('The connection failed (Error).');
  });

  test('does not take the places of other names: callers share a question', async () => {
    const asked: string[] = [];
    const answers: (() => void)[] = [];
    const look = publicLookup((hostname, done) => {
      asked.push(hostname);
      answers.push(() => {
        done(unknown);
      });
    });
    const results = ['dead.example', 'dead.example', 'other.example', 'dead.example'].map(
      (hostname) =>
        new Promise<Error | null>((done) => {
          look(hostname, { all: true }, done);
        }),
    );
    expect(asked).toEqual(['dead.example', 'other.example']);
    for (const answer of answers) answer();
    expect(await Promise.all(results)).toEqual([unknown, unknown, unknown, unknown]);
    // And anew once that is answered.
    look('dead.example', { all: true }, () => undefined);
    expect(asked).toHaveLength(3);
  });
});

test('a request that cannot be written is a failed attempt', async () => {
  const made = outbound().post(
    { origin: target.url, path: '/odd', exempt: true },
    { 'content-type': 'line\nbreak' },
    Buffer.from('{}'),
  );
  expect((await made.result).failure).toMatch(/^The connection failed/);
});

describe('a listed host must lead to public addresses', () => {
  const origin = 'https://hooks.example';

  test.each([
    ['loopback', ['127.0.0.1']],
    ['a private address', ['10.1.2.3']],
    ['cloud metadata', ['169.254.169.254']],
    ['loopback in IPv6', ['::1']],
    ['an IPv4-mapped address', ['::ffff:127.0.0.1']],
    ['a private one beside a public one', ['8.8.8.8', '192.168.0.1']],
  ])('%s is refused before anything is sent', async (_what, addresses) => {
    const { failure } = await post({ origin, exempt: false }, resolving(addresses)).result;
    expect(failure).toBe('hooks.example leads to an address that is not public.');
  });

  test('by the real resolver too', async () => {
    const { failure } = await post({ origin: 'https://localhost', exempt: false }).result;
    expect(failure).toBe('localhost leads to an address that is not public.');
  });

  test.each(['https://127.0.0.1:1', 'https://[::1]:1'])(
    'an address itself: %s',
    async (address) => {
      const { failure } = await post({ origin: address, exempt: false }).result;
      expect(failure).toMatch(/not public|ECONNREFUSED/);
    },
  );

  test('an address itself, when something answers there: the socket is checked', async () => {
    const connected = startTarget();
    const { url, received, close } = await connected;
    const { failure } = await post({ origin: url, exempt: false }).result;
    expect(failure).toBe('127.0.0.1 leads to an address that is not public.');
    expect(received).toEqual([]);
    await close();
  });

  test('a name that answers differently the second time gains nothing', async () => {
    // The socket gets the very answer that was checked; there is no second question.
    const resolve = resolving(['8.8.8.8'], ['127.0.0.1']);
    const look = publicLookup(resolve);
    const addresses = await new Promise((done) => {
      look('hooks.example', { all: true }, (_error, answer) => {
        done(answer);
      });
    });
    expect(addresses).toEqual([{ address: '8.8.8.8', family: 4 }]);
    const second = await new Promise<Error | null>((done) => {
      look('hooks.example', { all: false }, (error) => {
        done(error);
      });
    });
    expect(second?.message).toMatch('not public');
  });
});
